/** Counts by territory and sector. Row by row: the count of sector `s` in territory `t` is `counts[t · sectors + s]`, NaN where unknown. */
export interface CountTable {
	readonly territories: number;
	readonly sectors: number;
	readonly counts: Float64Array;
}

/** Sums of a table. A territory with an unknown count takes no part: its sum is NaN and it is in no other sum. */
export interface Totals {
	readonly ofTerritory: Float64Array;
	readonly ofSector: Float64Array;
	readonly all: number;
}

/** The sums of a table. Throws when its counts are not as many as its cells. */
export function totalsOf({ territories, sectors, counts }: CountTable): Totals {
	if (counts.length !== territories * sectors) throw new Error(`${counts.length} counts for ${territories} × ${sectors} cells.`);
	const ofTerritory = new Float64Array(territories);
	const ofSector = new Float64Array(sectors);
	for (let t = 0; t < territories; t++) {
		const row = counts.subarray(t * sectors, (t + 1) * sectors);
		ofTerritory[t] = row.reduce((sum, count) => sum + count, 0);
		if (!Number.isNaN(ofTerritory[t])) row.forEach((count, s) => (ofSector[s]! += count));
	}
	return { ofTerritory, ofSector, all: ofSector.reduce((sum, count) => sum + count, 0) };
}

/** Why a statistic of specialisation has no answer: too few were counted in all, too few territories are known, or they fall apart in groups that share nothing. */
export const SPECIALISATION_REFUSALS = ['too-few-counted', 'too-few-territories', 'disconnected'] as const;
export type SpecialisationRefusal = (typeof SPECIALISATION_REFUSALS)[number];

/** An answer, or why the data cannot bear one. */
export type SpecialisationOutcome<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: SpecialisationRefusal };
