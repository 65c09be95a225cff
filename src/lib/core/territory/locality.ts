import type { Text } from '#lib/core/text/text.ts';

/** What ties a place to a commune: a source that names both, or HCP, which counts the commune in a cercle of that name. */
export const LOCALITY_BASES = ['stated', 'cercle'] as const;
export type LocalityBasis = (typeof LOCALITY_BASES)[number];

/** A village, quarter or cercle that people type and that leads to a commune. It is no name of that commune. */
export interface Locality {
	/** As its source writes it; the Latin form stands where it gives no Arabic one. */
	readonly name: Text;
	/** Code of the commune. */
	readonly commune: string;
	readonly basis: LocalityBasis;
	/** The row that says so: id of a cooperative (`C008`), code of an arrondissement, or of a commune for its cercle. */
	readonly origin: string;
}
