import { poissonInterval } from '#lib/core/statistics/poisson-interval.ts';
import { totalsOf, type CountTable, type SpecialisationOutcome } from './count-table.ts';

/** How many times its national share each sector has in each territory. */
export interface LocationQuotients {
	readonly territories: number;
	readonly sectors: number;
	/** Row by row as the counts: 1 is as in the nation; NaN where it cannot be said. */
	readonly quotient: Float64Array;
	/** Sectors counted fewer than `fewestCounted` times in the nation: their column is NaN. */
	readonly tooRare: readonly number[];
}

/**
 * Location quotients, also called revealed comparative advantage (Balassa 1965): (X_ts/X_t)/(X_s/X). NaN for 0/0 (a territory without
 * anything), for a territory with an unknown count, and for a sector counted fewer than `fewestCounted` times in the nation.
 */
export function locationQuotients(table: CountTable, fewestCounted: number): LocationQuotients {
	const { territories, sectors, counts } = table;
	const { ofTerritory, ofSector, all } = totalsOf(table);
	const tooRare = [...ofSector.keys()].filter((s) => ofSector[s]! < fewestCounted);
	const quotient = counts.map((count, cell) => {
		const s = cell % sectors;
		if (!(ofSector[s]! > 0) || ofSector[s]! < fewestCounted) return NaN;
		return count / ofTerritory[Math.floor(cell / sectors)]! / (ofSector[s]! / all);
	});
	return { territories, sectors, quotient, tooRare };
}

/** Observed against expected presence of one sector: one entry per territory, NaN where the base is 0 or unknown. */
export interface PopulationQuotients {
	/** E = D·ΣC/ΣD; over the territories that take part, ΣE = ΣC (rule P19). */
	readonly expected: Float64Array;
	/** C/E with its exact 95 % interval: 1 is as many as its base lets one expect. */
	readonly quotient: Float64Array;
	readonly lo: Float64Array;
	readonly hi: Float64Array;
}

/**
 * How many times as many there are as a base (people, households) lets one expect (method §2.4), with exact Poisson intervals. A territory
 * with a base of 0 or anything unknown takes no part. Refused when fewer than `fewestCounted` are counted in all.
 */
export function populationQuotients(
	counts: ArrayLike<number>,
	bases: ArrayLike<number>,
	fewestCounted: number
): SpecialisationOutcome<PopulationQuotients> {
	const indices = Array.from({ length: counts.length }, (_, t) => t).filter((t) => counts[t]! >= 0 && bases[t]! > 0);
	const counted = indices.reduce((sum, t) => sum + counts[t]!, 0);
	if (!(counted >= fewestCounted)) return { ok: false, reason: 'too-few-counted' };
	const rate = counted / indices.reduce((sum, t) => sum + bases[t]!, 0);
	const column = (): Float64Array => new Float64Array(counts.length).fill(NaN);
	const [expected, quotient, lo, hi] = [column(), column(), column(), column()];
	for (const t of indices) {
		expected[t] = bases[t]! * rate;
		quotient[t] = counts[t]! / expected[t]!;
		const interval = poissonInterval(counts[t]!, expected[t]!);
		lo[t] = interval?.lo ?? NaN;
		hi[t] = interval?.hi ?? NaN;
	}
	return { ok: true, value: { expected, quotient, lo, hi } };
}
