import type { Goalpost } from '#lib/core/composite/goalposts.ts';
import type { Level, Territory } from '#lib/core/territory/territory.ts';

/** How sure the evidence of one place for one chain is: `weak` means only regional, toponym or recalled rows. */
export const EVIDENCE_QUALITY = ['none', 'weak', 'own'] as const;
export type EvidenceQuality = (typeof EVIDENCE_QUALITY)[number];

/** Why a chain may not be placed somewhere; index 0 means the gate is open. */
export const GATES = [
	'open',
	'no-coast',
	'outside-argan-area',
	'not-licensed-area',
	'no-town',
	'no-inland-evidence',
	'out-of-scope'
] as const;
export type Gate = (typeof GATES)[number];

/**
 * What the presence of a chain is expected in proportion to (method §2.4, D): people, or people weighed by how strongly the resource of the
 * chain is documented where they live.
 */
export const EXPECTATION_BASES = ['people', 'documented-people'] as const;
export type ExpectationBase = (typeof EXPECTATION_BASES)[number];

/** Cooperatives of one chain as a register counts them, with the base they are compared on; NaN where unknown. */
export interface RegisterCounts {
	/** What the bases are made of. */
	readonly base: ExpectationBase;
	readonly counts: Float64Array;
	readonly bases: Float64Array;
}

/**
 * Everything the score of one level needs, one column per indicator or chain, one row per territory.
 * Columns are Float64Array with NaN for unknown: the only place where unknown is not null, so that a pass
 * over 1,503 communes stays in typed memory. `valueAt` turns NaN back into null.
 */
export interface LevelTable {
	readonly level: Level;
	/** Ordered by code. */
	readonly territories: readonly Territory[];
	/** Raw values per indicator id. */
	readonly values: Readonly<Record<string, Float64Array>>;
	/** Published value of the nation per indicator id, where one exists; missing ids are unknown. */
	readonly national: Readonly<Record<string, number>>;
	/** Reference year per indicator id, for age. */
	readonly years: Readonly<Record<string, number>>;
	/** Indicators whose values at this level come from the level above. */
	readonly inherited: ReadonlySet<string>;
	readonly goalposts: Readonly<Record<string, Goalpost>>;
	/** Evidence strength 0–1 per chain id; NaN where nothing is documented. */
	readonly evidence: Readonly<Record<string, Float64Array>>;
	/** Index into EVIDENCE_QUALITY per chain id. */
	readonly evidenceQuality: Readonly<Record<string, Uint8Array>>;
	/** Index into GATES per chain id. */
	readonly gates: Readonly<Record<string, Uint8Array>>;
	/** Per chain id; a chain that has counts takes its room from them, the others from the proxy. */
	readonly register?: Readonly<Record<string, RegisterCounts>>;
	/** Room 0–1 per chain id where it is already known, as around a point; NaN where it cannot be told. Goes before `register`. */
	readonly room?: Readonly<Record<string, Float64Array>>;
	/** Per chain of `room`, the cooperatives it was told from; NaN where nobody counted. */
	readonly roomCounts?: Readonly<Record<string, Float64Array>>;
}

/** The value at `index`, or null when it is unknown or the column does not exist. */
export function valueAt(column: Float64Array | undefined, index: number): number | null {
	const value = column?.[index];
	return value === undefined || Number.isNaN(value) ? null : value;
}
