import type { Block } from './method.ts';

/** One pillar over a level: raw mean 0–1 (NaN when nothing is available) and the share of its weight that is available. */
export interface PillarColumn {
	readonly value: Float64Array;
	readonly coverage: Float64Array;
}

/** Normalised columns by term id; a term whose column is absent has been dropped. */
export type Columns = Readonly<Record<string, Float64Array>>;

/**
 * Weighted arithmetic mean inside a pillar: terms inside a block, then blocks inside the pillar.
 * A missing term gives its weight to its siblings in the block, an empty block gives its weight to the other blocks.
 * `coverage` counts the weight that was really there, 0–1.
 */
export function pillarColumn(blocks: readonly Block[], columns: Columns, size: number): PillarColumn {
	const sum = new Float64Array(size);
	const weight = new Float64Array(size);
	const coverage = new Float64Array(size);
	let total = 0;
	for (const block of blocks) {
		const terms = block.terms.filter(({ indicator }) => columns[indicator]);
		if (terms.length === 0) continue;
		total += block.weight;
		const [only] = terms;
		if (terms.length === 1) addTerm(block.weight, columns[only!.indicator]!, { sum, weight, coverage });
		else addBlock(block.weight, terms, columns, { sum, weight, coverage });
	}
	const value = new Float64Array(size);
	for (let i = 0; i < size; i++) {
		value[i] = sum[i]! / weight[i]!; // 0/0 is NaN: nothing known
		coverage[i] = total > 0 ? coverage[i]! / total : 0;
	}
	return { value, coverage };
}

interface Sums {
	readonly sum: Float64Array;
	readonly weight: Float64Array;
	readonly coverage: Float64Array;
}

/** A block of one term, which most are: its mean is the term itself. */
function addTerm(blockWeight: number, column: Float64Array, { sum, weight, coverage }: Sums): void {
	for (let i = 0; i < column.length; i++) {
		const n = column[i]!;
		if (n !== n) continue; // NaN: unknown
		sum[i]! += blockWeight * n;
		weight[i]! += blockWeight;
		coverage[i]! += blockWeight;
	}
}

function addBlock(blockWeight: number, terms: Block['terms'], columns: Columns, { sum, weight, coverage }: Sums): void {
	const size = sum.length;
	const known = new Float64Array(size);
	const weighted = new Float64Array(size);
	for (const term of terms) {
		const column = columns[term.indicator]!;
		for (let i = 0; i < size; i++) {
			const n = column[i]!;
			if (n !== n) continue; // NaN: unknown
			known[i]! += term.weight;
			weighted[i]! += term.weight * n;
		}
	}
	const all = terms.reduce((total, term) => total + term.weight, 0);
	for (let i = 0; i < size; i++) {
		if (known[i] === 0) continue;
		sum[i]! += (blockWeight * weighted[i]!) / known[i]!;
		weight[i]! += blockWeight;
		coverage[i]! += (blockWeight * known[i]!) / all;
	}
}

/** The column with NaN where less than `minimum` (0–1) of the weight of its terms is known. */
export function coveredColumn({ value, coverage }: PillarColumn, minimum: number): Float64Array {
	const result = value.slice();
	for (let i = 0; i < result.length; i++) if (coverage[i]! + 1e-12 < minimum) result[i] = NaN;
	return result;
}

/** Shares by term id, one number 0–1 per territory. */
export type Shares = ReadonlyMap<string, Float64Array>;

const sharesCache = new WeakMap<Columns, Map<readonly Block[], Shares>>();

/**
 * The share each term really has in the pillar of every territory, after renormalisation; 0 where the term is missing. A dropped term
 * has no column. Computed once for the same columns and blocks.
 */
export function effectiveShares(blocks: readonly Block[], columns: Columns, size: number): Shares {
	const known = sharesCache.get(columns) ?? new Map<readonly Block[], Shares>();
	sharesCache.set(columns, known);
	const shares = known.get(blocks) ?? shareColumns(blocks, columns, size);
	known.set(blocks, shares);
	return shares;
}

function shareColumns(blocks: readonly Block[], columns: Columns, size: number): Shares {
	const total = new Float64Array(size);
	const parts = blocks.map((block) => {
		const terms = block.terms.filter(({ indicator }) => columns[indicator]);
		const known = new Float64Array(size);
		for (const { indicator, weight } of terms) {
			const column = columns[indicator]!;
			for (let i = 0; i < size; i++) if (column[i] === column[i]) known[i]! += weight;
		}
		for (let i = 0; i < size; i++) if (known[i]! > 0) total[i]! += block.weight;
		return { block, terms, known };
	});
	const shares = new Map<string, Float64Array>();
	for (const { block, terms, known } of parts) {
		for (const { indicator, weight } of terms) {
			const column = columns[indicator]!;
			const share = new Float64Array(size);
			for (let i = 0; i < size; i++) if (column[i] === column[i]) share[i] = ((block.weight / total[i]!) * weight) / known[i]!;
			shares.set(indicator, share);
		}
	}
	return shares;
}
