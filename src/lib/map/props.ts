import type { FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import type { PointStyle, Scene } from '#lib/core/cartography/scene.ts';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import type { Language } from '#lib/core/text/text.ts';
import type { Instrument } from './instrument.ts';
import type { Camera } from './look.ts';

export type { Camera };

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
	/** Credit line of what the reader brought along; needed where `own` is given. */
	readonly own?: string | undefined;
}

/** Data the reader brought along, drawn over the areas and under the names. */
export interface OwnLayer {
	readonly id: string;
	/** Of its lines and marks, as #rrggbb; areas are tinted with it. */
	readonly color: string;
	/** Points, lines and areas in any mixture, in degrees (WGS 84). */
	readonly data: FeatureCollection;
}

/** Part of a style that lies under our areas in place of the plain land and sea. */
export type Basemap = Pick<StyleSpecification, 'sources' | 'layers'>;

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
	/** How named places are drawn; one symbol each when left out, `heat` as density. */
	readonly points?: PointStyle | 'heat' | undefined;
	/** Less than 1 draws symbols smaller, for a small map; 1 when left out. */
	readonly symbolScale?: number | undefined;
	/** Outlined and named over the territories; none when left out. */
	readonly zones?: readonly MapZone[] | undefined;
	/** Of the areas and their patterns, in percent, 20–100; 100 when left out. */
	readonly opacity?: number | undefined;
	/** Rows of the legend in full while the others fade; asked before `aloneRow`, which stands where this is null or left out. */
	readonly onlyRows?: readonly number[] | null | undefined;
	/** Codes of the territories that are selected, however many: told apart from the one that is identified. */
	readonly chosen?: ReadonlySet<string> | undefined;
	/** What the reader brought along; the last lies on top. */
	readonly own?: readonly OwnLayer[] | undefined;
	/** Drawn under the areas in place of land and sea; null for the plain map. */
	readonly basemap?: Basemap | null | undefined;
	/** What the tip at the pointer says of a territory, line by line; its name when left out. */
	readonly tip?: ((code: string) => string) | undefined;
	/** True for a map that another leads (`Instrument.follow`): it has no buttons and never moves by itself. */
	readonly follows?: boolean | undefined;
	/** True where the page has tools of its own: the map keeps zoom, scale and credit, all at its foot, and leaves «whole country» to them. */
	readonly hasTools?: boolean | undefined;
	/** Told where the pointer is, once a frame; null when it left. */
	readonly onpoint?: ((at: Position | null) => void) | undefined;
	/** Given the instrument of the map, once, when it is ready. */
	readonly oninstrument?: ((instrument: Instrument) => void) | undefined;
	readonly onselect: (code: string | null) => void;
	readonly onhover: (code: string | null) => void;
	/** Told where the reader looks, after each movement; null when that is the whole country again. */
	readonly oncamera: (camera: Camera | null) => void;
	readonly onready: () => void;
	readonly onfail: (reason: Failure) => void;
}

/** True when a wish holds something that only the workspace asks for; its code is fetched then. */
export const isMore = ({ chosen, own, basemap, points, onpoint, oninstrument }: MapProps): boolean =>
	points === 'heat' || [chosen, own, basemap, onpoint, oninstrument].some((wish) => wish !== undefined && wish !== null);
