import type { Geometry } from '#lib/core/geo/geometry.ts';
import type { Encoding } from '#lib/core/table/encoding.ts';

/** What a file may be. */
export const OWN_FORMATS = ['csv', 'xlsx', 'geojson', 'topojson', 'shapefile', 'geopackage', 'kml'] as const;
export type OwnFormat = (typeof OWN_FORMATS)[number];

/** One cell: a number where the file says number, else its text; null where it says nothing. Text is never markup. */
export type OwnCell = string | number | null;

/** One column; '' is a name the file leaves out. */
export interface OwnColumn {
	readonly name: string;
	readonly values: readonly OwnCell[];
}

/** What had to be decided while reading, told to the reader. */
export type ReadNote =
	/** A text that is not UTF-8. */
	| { readonly kind: 'encoding'; readonly encoding: Encoding }
	/** Titles above the row of headers were passed over. */
	| { readonly kind: 'header-row'; readonly row: number }
	/** Columns of one name were numbered. */
	| { readonly kind: 'renamed'; readonly count: number }
	/** Formulas: the value kept in the file was taken, nothing was calculated. */
	| { readonly kind: 'formulas'; readonly count: number }
	/** Merged ranges: only their first cell has the value. */
	| { readonly kind: 'merged'; readonly count: number }
	/** Shapes that are not all of one kind. */
	| ({ readonly kind: 'mixed' } & ShapeCounts)
	/** Turned into degrees from this reference system. */
	| { readonly kind: 'projected'; readonly crs: string }
	/** The file names no reference system; its coordinates look like degrees. */
	| { readonly kind: 'assumed-degrees' }
	/** No shape lies in or near Morocco. */
	| { readonly kind: 'far' }
	/** Curves and surfaces that no map here draws: their rows have no shape. */
	| { readonly kind: 'curves'; readonly count: number }
	/** Points were made of two columns of coordinates; so many rows have none. */
	| { readonly kind: 'points'; readonly without: number };

/** How many rows have which kind of shape. */
export interface ShapeCounts {
	readonly points: number;
	readonly lines: number;
	readonly areas: number;
	readonly none: number;
}

/** What a file holds: columns of the same length, and a shape per row where it has shapes. */
export interface OwnTable {
	readonly name: string;
	readonly format: OwnFormat;
	/** The sheet or layer that was read; '' where the file has only one thing in it. */
	readonly part: string;
	/** Sheets or layers to choose from. */
	readonly parts: readonly string[];
	readonly columns: readonly OwnColumn[];
	readonly rows: number;
	/** In degrees (WGS 84), null for a row without one; null for a table without shapes. */
	readonly shapes: readonly (Geometry | null)[] | null;
	readonly notes: readonly ReadNote[];
}

/** What a reader of one format returns: its table but for the name of the file. */
export type ReadTable = Omit<OwnTable, 'name'>;
