import { valueAt, type ExpectationBase, type LevelTable } from '#lib/core/scoring/table.ts';
import type { Chain, ChainType } from '#lib/core/sector/chain.ts';

/**
 * A local market follows its people. A resource chain follows its resource: no hectares, herds or catches ship for every place, so it is
 * the people of a place weighed by how strongly its resource is documented there.
 */
export const baseOfType = (type: ChainType): ExpectationBase => (type === 'local-market' ? 'people' : 'documented-people');

/** The part of a level table that bases are made of. */
export type BaseParts = Pick<LevelTable, 'territories' | 'evidence' | 'gates'>;

/**
 * The base per territory of a level: municipal inhabitants, for `documented-people` × strength of evidence 0–1. NaN where the inhabitants are
 * unknown, where nothing is documented, and where the gate of the chain is closed: nobody expects a chain where it cannot be.
 */
export function baseColumn({ territories, evidence, gates }: BaseParts, chain: Chain['id'], base: ExpectationBase): Float64Array {
	return Float64Array.from(territories, ({ populationMunicipal }, i) => {
		if (populationMunicipal === null || (gates[chain]?.[i] ?? 0) !== 0) return NaN;
		return base === 'people' ? populationMunicipal : populationMunicipal * (valueAt(evidence[chain], i) ?? NaN);
	});
}
