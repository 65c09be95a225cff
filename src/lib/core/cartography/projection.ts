/** A frame on paper: its size in units of the drawing, and the space kept free inside each edge. */
export interface Frame {
	readonly width: number;
	readonly height: number;
	readonly margin: number;
}

/** From [longitude, latitude] in degrees to [x, y] in units of the drawing, y downwards. */
export type Projection = (position: readonly [number, number]) => [x: number, y: number];

const DEGREE = Math.PI / 180;

/** Northing on the Mercator map in degrees: the latitude stretched as MapLibre stretches it, so both maps have one shape. */
export const northing = (latitude: number): number => Math.log(Math.tan(Math.PI / 4 + (latitude * DEGREE) / 2)) / DEGREE;

/** The latitude of a northing. */
const latitudeOf = (north: number): number => (2 * Math.atan(Math.exp(north * DEGREE)) - Math.PI / 2) / DEGREE;

type Bounds = readonly [west: number, south: number, east: number, north: number];

function fit([west, south, east, north]: Bounds, frame: Frame) {
	const [bottom, top] = [northing(south), northing(north)];
	const scale = Math.min((frame.width - 2 * frame.margin) / (east - west), (frame.height - 2 * frame.margin) / (top - bottom));
	const left = (frame.width - scale * (east - west)) / 2;
	const upper = (frame.height - scale * (top - bottom)) / 2;
	return { west, top, scale, left, upper };
}

/** The Mercator projection that shows all of west, south, east, north (degrees), centred, as large as the frame allows. */
export function mercatorFit(bounds: Bounds, frame: Frame): Projection {
	const { west, top, scale, left, upper } = fit(bounds, frame);
	return ([longitude, latitude]) => [left + (longitude - west) * scale, upper + (top - northing(latitude)) * scale];
}

/** From [x, y] of the drawing back to [longitude, latitude]: what `mercatorFit` of the same bounds and frame undoes. */
export function mercatorAt(
	bounds: Bounds,
	frame: Frame
): (point: readonly [x: number, y: number]) => [longitude: number, latitude: number] {
	const { west, top, scale, left, upper } = fit(bounds, frame);
	return ([x, y]) => [west + (x - left) / scale, latitudeOf(top - (y - upper) / scale)];
}
