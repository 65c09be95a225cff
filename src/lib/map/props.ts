import type { PointStyle, Scene } from '#lib/core/cartography/scene.ts';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import type { Language } from '#lib/core/text/text.ts';

/** Where the map looks; the map owns it and reports it. */
export interface Camera {
	readonly lng: number;
	readonly lat: number;
	readonly zoom: number;
}

/** Pixels of the map that panels cover, by physical side. */
export interface Padding {
	readonly top: number;
	readonly bottom: number;
	readonly left: number;
	readonly right: number;
}

/** Pixels of the window that something covers, by side. */
export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Why there is no map: the page then shows the server's picture of the same scene. */
export type Failure = 'no-webgl' | 'lost-context' | 'no-data';

/** Every word the map itself writes, in the language of the page. */
export interface MapTexts {
	/** What a screen reader says on the canvas. */
	readonly title: string;
	readonly zoomIn: string;
	readonly zoomOut: string;
	/** The button that shows the whole country. */
	readonly whole: string;
	/** Credit line of the geometry, as its licence asks. */
	readonly attribution: string;
	/** Units of the scale bar. */
	readonly kilometres: string;
	readonly metres: string;
}

/** A group of neighbours to be outlined and named. */
export interface MapZone {
	readonly id: string;
	readonly name: string;
	/** Codes of its members, the best first. */
	readonly members: readonly string[];
}

/** Everything MapView is told, and how it answers. */
export interface MapProps {
	/** Id of the release whose geometry is read from `/data/<release>/`. */
	readonly release: string;
	readonly scene: Scene;
	/** Name of a territory in the language of the page. */
	readonly names: (code: string) => string;
	/** Where its label stands, [longitude, latitude]; null writes none. */
	readonly labelAt: (code: string) => readonly [number, number] | null;
	readonly language: Language;
	readonly theme: Theme;
	readonly texts: MapTexts;
	readonly selected: string | null;
	readonly hovered: string | null;
	readonly padding: Padding;
	/** What the legend covers now, in pixels of the window; null where it does not lie over the map. Asked before a move. */
	readonly legend?: (() => Box | null) | undefined;
	/** Row of the legend that is shown alone while the others fade; null for all. */
	readonly aloneRow: number | null;
	/** First view; the whole country when left out. Read once. */
	readonly camera?: Camera | undefined;
	/** How named places are drawn; one symbol each when left out. */
	readonly points?: PointStyle | undefined;
	/** Less than 1 draws symbols smaller, for a small map; 1 when left out. */
	readonly symbolScale?: number | undefined;
	/** Outlined and named over the territories; none when left out. */
	readonly zones?: readonly MapZone[] | undefined;
	readonly onselect: (code: string | null) => void;
	readonly onhover: (code: string | null) => void;
	/** Told where the reader looks, after each movement; null when that is the whole country again. */
	readonly oncamera: (camera: Camera | null) => void;
	readonly onready: () => void;
	readonly onfail: (reason: Failure) => void;
}
