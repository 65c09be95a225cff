import type { Polygon } from 'geojson';
import type { Bounds } from '#lib/core/geo/bounds.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import type { Circle } from '#lib/core/geo/select.ts';
import type { Camera } from './look.ts';

/** A shape that territories are selected with. */
export const SHAPE_KINDS = ['box', 'polygon', 'radius'] as const;
export type ShapeKind = (typeof SHAPE_KINDS)[number];

/** What can be measured. */
export const MEASURE_KINDS = ['distance', 'area'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** Keys that were held. */
export interface Held {
	readonly shift: boolean;
	readonly alt: boolean;
}

/** A drawing as it stands: under the reader's hand, or done. */
export interface Drawn {
	readonly kind: ShapeKind | MeasureKind;
	/** `begun`: no corner yet. `left`: the reader gave the tool back (Escape with nothing drawn). */
	readonly phase: 'begun' | 'drawing' | 'done' | 'left';
	/** Corners that are set. */
	readonly corners: number;
	/** With the corner under the pointer while it is drawn; null where it is no area yet, and for a distance. */
	readonly shape: Polygon | null;
	/** What a `radius` means on the sphere; null for every other kind. */
	readonly circle: Circle | null;
	/** Of the line, or around the shape; km along great circles. */
	readonly lengthKm: number;
	/** Km²; null where the outline crosses itself or has no area yet. */
	readonly areaKm2: number | null;
	readonly held: Held;
}

/** What the tools of a page do with a map. One tool is active at a time; starting one ends the other. */
export interface Instrument {
	/** Clicks are told with the code under them, null for none, in place of `onselect`, until `cancel`. */
	pick(told: (code: string | null, held: Held) => void): void;
	/** Shapes are drawn, one after the other, until `cancel`. Told at each change. */
	select(kind: ShapeKind, told: (drawn: Drawn) => void): void;
	/** Lines or areas are measured, one after the other, until `cancel`. Told at each change. */
	measure(kind: MeasureKind, told: (drawn: Drawn) => void): void;
	/** Ends the shape that is drawn, where it has enough corners. */
	finish(): void;
	/** Takes back the last corner. */
	undo(): void;
	/** Puts the tool away, with all it drew. */
	cancel(): void;
	/** Puts the keyboard on the map. */
	focus(): void;
	camera(): Camera;
	/** West, south, east, north of what is seen beside the panels, in degrees; null while it is the whole country as it opens. */
	bounds(): Bounds | null;
	/** Moves there; what is left out stays. */
	look(camera: Partial<Camera>): void;
	/** Shows all of these territories of the level on screen; nothing when none of them is there. */
	show(codes: readonly string[]): void;
	/** Shows the whole country. */
	whole(): void;
	/** Pixels of the map where a place is. */
	project(at: Position): { readonly x: number; readonly y: number };
	/** From now on both maps look at the same place, whichever is moved, and what is drawn on the other is seen here too. Returns how it ends. */
	follow(other: Instrument): () => void;
	/** What the canvas shows now, as PNG. */
	canvasPicture(): Promise<Blob>;
}
