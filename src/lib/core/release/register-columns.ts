import { baseColumn, type BaseParts } from '#lib/core/saturation/expectation.ts';
import type { ExpectationBase, RegisterCounts } from '#lib/core/scoring/table.ts';

/**
 * Counts of a register as they travel, per chain: what presence is expected in proportion to, and [territory index, cooperatives] where
 * there are any; null where nobody counted. Bases are made again from people and evidence, which travel anyway.
 */
export type EncodedRegister = Readonly<
	Record<string, { readonly base: ExpectationBase; readonly counts: readonly (readonly [number, number | null])[] }>
>;

/** The counts, without the zeros. */
export function encodeRegister(register: Readonly<Record<string, RegisterCounts>>): EncodedRegister {
	const encoded = Object.entries(register).map(([chain, { base, counts }]) => {
		const rows = Array.from(counts, (count, index) => [index, Number.isNaN(count) ? null : count] as const);
		return [chain, { base, counts: rows.filter(([, count]) => count !== 0) }] as const;
	});
	return Object.fromEntries(encoded);
}

/** The counts over the territories of `table`; `decodeRegister(encodeRegister(r), table)` equals `r` where its bases are those of `table`. */
export function decodeRegister(encoded: EncodedRegister, table: BaseParts): Record<string, RegisterCounts> {
	const decoded = Object.entries(encoded).map(([chain, { base, counts: rows }]) => {
		const counts = new Float64Array(table.territories.length);
		for (const [index, count] of rows) counts[index] = count ?? NaN;
		return [chain, { base, counts, bases: baseColumn(table, chain, base) }] as const;
	});
	return Object.fromEntries(decoded);
}
