import { REGISTER } from '#lib/core/scoring/model.ts';
import type { LevelTable, RegisterCounts } from '#lib/core/scoring/table.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import { baseColumn, baseOfType } from './expectation.ts';

/** Cooperatives per chain id, one number per territory of a level in the order of its table; NaN where nobody counted. */
export type ChainCounts = Readonly<Record<string, ArrayLike<number>>>;

/**
 * The table with the counts of a register, in the place of any it had. `year` is the year of the register. Throws on a chain that is not
 * among `chains`, on a count for every territory but one, and on a count below 0.
 */
export function countedTable(table: LevelTable, chains: readonly Chain[], counts: ChainCounts, year: number): LevelTable {
	const types = new Map(chains.map(({ id, type }) => [id, type]));
	const size = table.territories.length;
	const register = Object.entries(counts).map(([chain, column]): [string, RegisterCounts] => {
		const type = types.get(chain);
		if (!type) throw new Error(`unknown chain ${chain}`);
		if (column.length !== size) throw new Error(`${chain} is counted in ${column.length} places of ${size} at level ${table.level}`);
		const whole = Float64Array.from(column);
		if (whole.some((count) => count < 0)) throw new Error(`${chain} has a count below 0 at level ${table.level}`);
		const base = baseOfType(type);
		return [chain, { base, counts: whole, bases: baseColumn(table, chain, base) }];
	});
	return { ...table, years: { ...table.years, [REGISTER]: year }, register: Object.fromEntries(register) };
}
