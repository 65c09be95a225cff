/** Where the map looks; the map owns it and reports it. */
export interface Camera {
	readonly lng: number;
	readonly lat: number;
	readonly zoom: number;
}
