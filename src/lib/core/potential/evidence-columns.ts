import type { Method } from '#lib/core/scoring/method.ts';
import { EVIDENCE_QUALITY, type LevelTable } from '#lib/core/scoring/table.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Evidence } from './evidence.ts';
import { strengthByPlace, type Strength } from './strength.ts';

/** Per chain id, what the documents say of every place they concern, by code of province or region. */
export type ChainStrengths = ReadonlyMap<string, ReadonlyMap<string, Strength>>;

/**
 * The strength of `evidence` per chain. Context rows, which speak for no chain, are left out. `territories` hold every province and region
 * that a row names.
 */
export function chainStrengths(
	evidence: readonly Evidence[],
	territories: readonly Territory[],
	factors: Method['evidence']
): Map<string, Map<string, Strength>> {
	const regionOf = new Map(territories.map(({ code, level, parent }) => [code, level === 'region' ? code : parent!]));
	const chains = Map.groupBy(
		evidence.filter(({ chain }) => chain !== null),
		({ chain }) => chain!
	);
	return new Map([...chains].map(([chain, rows]) => [chain, strengthByPlace(rows, (code) => regionOf.get(code)!, factors)] as const));
}

/** The columns of evidence of one level, one per chain, in the order of `territories`; a commune has what its province has. */
export function evidenceColumns(
	strengths: ChainStrengths,
	chains: readonly string[],
	territories: readonly Territory[]
): Pick<LevelTable, 'evidence' | 'evidenceQuality'> {
	const strength = (chain: string, { level, code, parent }: Territory): Strength | undefined =>
		strengths.get(chain)?.get(level === 'commune' ? parent! : code);
	const columns = <T>(column: (chain: string) => T): Record<string, T> => Object.fromEntries(chains.map((chain) => [chain, column(chain)]));
	return {
		evidence: columns((chain) => Float64Array.from(territories, (territory) => strength(chain, territory)?.strength ?? NaN)),
		evidenceQuality: columns((chain) =>
			Uint8Array.from(territories, (territory) => EVIDENCE_QUALITY.indexOf(strength(chain, territory)?.quality ?? 'none'))
		)
	};
}
