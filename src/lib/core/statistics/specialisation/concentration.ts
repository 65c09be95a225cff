import { totalsOf, type CountTable } from './count-table.ts';

/** Herfindahl–Hirschman index of some parts (0 or more): Σ of squared shares, from 1/n to 1 when one part is all. Null when a part is unknown (NaN) or all are 0. */
export function herfindahl(parts: ArrayLike<number>): number | null {
	const all = Array.from(parts);
	const total = all.reduce((sum, part) => sum + part, 0);
	return total > 0 ? all.reduce((sum, part) => sum + (part / total) ** 2, 0) : null;
}

/**
 * Krugman’s index of each territory (1991): Σ over the sectors of |its share − the share in all others together|; 0 has the same make-up, 2
 * nothing in common. NaN for a territory with an unknown count, without anything, or when all others together have nothing.
 */
export function krugmanIndices(table: CountTable): Float64Array {
	const { sectors, counts } = table;
	const { ofTerritory, ofSector, all } = totalsOf(table);
	return ofTerritory.map((own, t) => {
		const others = all - own;
		if (!(own > 0) || !(others > 0)) return NaN;
		let sum = 0;
		for (let s = 0; s < sectors; s++) {
			const count = counts[t * sectors + s]!;
			sum += Math.abs(count / own - (ofSector[s]! - count) / others);
		}
		return sum;
	});
}
