import type { ClassMethod } from '#lib/core/statistics/classify.ts';

/**
 * How a map tells its variable. `choropleth`: colours of classes; `symbols`: circles whose area is the count; `bivariate`: two variables
 * in 3 × 3 colours; `types`: the type of each place as advice; `hexagons` and `heat`: named places, counted in cells or as density.
 */
export const MAP_KINDS = ['choropleth', 'symbols', 'bivariate', 'types', 'hexagons', 'heat'] as const;
export type MapKind = (typeof MAP_KINDS)[number];

/** True when `value` names a kind of map. */
export const isMapKind = (value: unknown): value is MapKind => MAP_KINDS.includes(value as MapKind);

/** Fewest and most classes a reader may ask for: more than nine colours are not told apart. */
export const CLASS_COUNTS = { fewest: 2, most: 9 } as const;

/**
 * How values are cut. `breaks` are inner breaks, strictly ascending, when they are given by hand or locked from another map or year;
 * null computes them by `method`. A locked classification remembers the method it came from.
 */
export interface ClassChoice {
	readonly method: ClassMethod;
	/** 2–9; what `method` is asked for, read only where `breaks` is null. */
	readonly classes: number;
	readonly breaks: readonly number[] | null;
}

/** Values from `from` to `to`, both inside; null is an open end. */
export interface ValueRange {
	readonly from: number | null;
	readonly to: number | null;
}

/** How one map is drawn, whatever it maps. */
export interface MapStyle {
	readonly kind: MapKind;
	/** Null takes what the variable brings: the breaks of the method for a score, five quantiles else. */
	readonly classing: ClassChoice | null;
	/** Id of a palette (`PALETTES`); null takes the colours of the variable's family. */
	readonly palette: string | null;
	/** True turns the palette round. */
	readonly reversed: boolean;
	/** Of the areas, 20–100 %. */
	readonly opacity: number;
	/** Territories outside are drawn as «outside the range», never left out of the counts. */
	readonly range: ValueRange;
	/** Rows of the legend that are drawn in full while the others fade; null for all. */
	readonly only: readonly number[] | null;
}

/** A style that says nothing of its own. */
export const PLAIN_STYLE: MapStyle = {
	kind: 'choropleth',
	classing: null,
	palette: null,
	reversed: false,
	opacity: 100,
	range: { from: null, to: null },
	only: null
};
