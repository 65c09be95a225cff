/** The two functions of shpjs that are used; the library ships no types. */
declare module 'shpjs' {
	import type { Geometry } from '#lib/core/geo/geometry.ts';

	/** Shapes of a `.shp` in the coordinates of the file; null for a record without one. */
	export function parseShp(shp: Uint8Array): (Geometry | null)[];
	/** Records of a `.dbf`, its texts in the encoding named. */
	export function parseDbf(dbf: Uint8Array, encoding?: string): Record<string, unknown>[];
}
