/** The numbers that the rules of a diagnostic use, as `data/method/<version>/parameters.csv` states them with unit, source and date. */
export interface DiagnosticRules {
	/** Share of the ranks that stands out at either end, 0–1. */
	readonly quarter: number;
	/** Differences up to this share of the range of a level read as «alike», 0–1. */
	readonly alikeShare: number;
	/** How many look-alikes a province and a region have. */
	readonly alikeProvinces: number;
	readonly alikeRegions: number;
	/** Figures older than this many years at the date of the release are stale. */
	readonly staleYears: number;
	/** Share of a level that must have a figure before one is ranked, 0–1. */
	readonly leastCoverage: number;
	/** Probability of the top quarter from which a sector is called likely, 0–1. */
	readonly likely: number;
	/** Share of a level with evidence from which a sector is called widely documented, 0–1. */
	readonly widelyDocumented: number;
	/** How many findings of one rule, first sectors, and traits are told. */
	readonly listed: number;
	readonly firstSectors: number;
	readonly traits: number;
	/** Two figures differ by at most this share of the larger one when they are told as a shared trait, 0–1. */
	readonly traitGap: number;
}
