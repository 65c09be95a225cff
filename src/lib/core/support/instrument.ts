import type { Text } from '#lib/core/text/text.ts';

/** What kind of help an instrument is. */
export const INSTRUMENT_KINDS = ['grant', 'loan', 'guarantee', 'prize', 'assistance', 'tax', 'public-project'] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

/** Where a project stands. */
export const STAGES = ['idea', 'creation', 'operation', 'growth'] as const;
export type Stage = (typeof STAGES)[number];

/** Whether one can apply today, as far as sources say. */
export type Opening = 'open' | 'unconfirmed' | 'closed';

/** One way to be financed or helped (آلية دعم). Null is «no source says», never «without limit». */
export interface Instrument {
	/** `F01`, `F13a`. */
	readonly id: string;
	readonly name: Text;
	readonly operator: string;
	readonly kind: InstrumentKind;
	readonly purpose: Text;
	readonly who: Text;
	readonly conditions: Text;
	readonly contact: Text;
	readonly territoryText: Text;
	/** What was seen of 2025/26. */
	readonly statusText: Text;
	/** Whether a cooperative may apply. `indirect`: through the State or an association. */
	readonly forCooperatives: 'yes' | 'no' | 'unconfirmed' | 'indirect';
	readonly opening: Opening;
	readonly stages: readonly Stage[];
	/** Oldest cooperative that may apply, years; null without a limit. */
	readonly maxAgeYears: number | null;
	/** Least share of members 0–1; null when not asked. `womenOrYouth` counts both together. */
	readonly minWomenShare: number | null;
	readonly minYouthShare: number | null;
	readonly minWomenOrYouthShare: number | null;
	/** Branches or value chains it serves; null for all. */
	readonly branches: readonly string[] | null;
	readonly chains: readonly string[] | null;
	/** Codes of regions or provinces it serves; null for all. */
	readonly territories: readonly string[] | null;
	/** Which communes: null for both. */
	readonly setting: 'rural' | 'urban' | null;
	/** Investment it takes, MAD. */
	readonly minInvestmentMad: number | null;
	readonly maxInvestmentMad: number | null;
	/** Turnover above which it is closed, MAD. */
	readonly maxTurnoverMad: number | null;
	readonly ceilingMad: number | null;
	/** What the ceiling is per: `project` is the only one that can be computed with. */
	readonly ceilingPer: 'project' | 'hectare' | 'head' | null;
	/** Share of the eligible investment it pays, 0–1; of a range the lower end, `rateHigh` the upper one. */
	readonly rate: number | null;
	readonly rateHigh: number | null;
	/** Yearly interest 0–1 of a loan. */
	readonly interest: number | null;
	/** Least own share 0–1. */
	readonly ownShare: number | null;
	/** True when it pays after the work is done: a bridge is needed until then. */
	readonly isExPost: boolean;
	/** Instruments of one group are not added to each other. */
	readonly group: string | null;
	/** Where it stands in the stack: 1 first (grants), then loans, then guarantees and help. */
	readonly order: number;
	readonly vintage: string;
	readonly confidence: 'high' | 'medium' | 'low';
	readonly url: string | null;
}
