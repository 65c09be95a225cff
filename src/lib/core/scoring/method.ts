import type { EvidenceBasis, EvidenceKind, EvidenceScope } from '#lib/core/potential/evidence.ts';
import type { Text } from '#lib/core/text/text.ts';

/** The four pillars of the score, in the order of `weights=N,P,G,A`. */
export const PILLARS = ['need', 'potential', 'room', 'access'] as const;
export type Pillar = (typeof PILLARS)[number];

/** One weight per pillar, any scale; `checkWeights` says what is refused. */
export type PillarWeights = Readonly<Record<Pillar, number>>;

/** How pillars become one score. Geometric is the default: need without potential is not promising. */
export const AGGREGATORS = ['geometric', 'arithmetic', 'harmonic'] as const;
export type Aggregator = (typeof AGGREGATORS)[number];

/** True when `value` names an aggregator. */
export const isAggregator = (value: unknown): value is Aggregator => AGGREGATORS.includes(value as Aggregator);

export const PRESETS = ['balanced', 'planner', 'holder'] as const;
export type Preset = (typeof PRESETS)[number];

/** True when `value` names a weight preset. */
export const isPreset = (value: unknown): value is Preset => PRESETS.includes(value as Preset);

/** One term of a pillar: an indicator, its share inside its block, and which way it counts. */
export interface Term {
	readonly indicator: string;
	/** Share inside its block, 0–1. */
	readonly weight: number;
	/** `lower`: a lower raw value gives a higher normalised one. */
	readonly direction: 'higher' | 'lower';
}

/** A group of terms that measure one thing; a missing term gives its weight to its siblings in the block. */
export interface Block {
	readonly id: string;
	readonly name: Text;
	/** Share of the pillar, 0–1. */
	readonly weight: number;
	readonly terms: readonly Term[];
}

/** How the potential of one chain is mixed; the shares add to 1. */
export interface PotentialMix {
	readonly evidence: number;
	readonly humanBase: number;
	readonly market: number;
	/** Further indicators with their own share (digital services). */
	readonly terms: readonly Term[];
}

/** What is varied to see how sure a rank is, how far, and how its spread is named (method §1, §3). */
export interface UncertaintyRule {
	/** Draws of a published interval, and the seed they start from. */
	readonly draws: number;
	readonly seed: number;
	/** Every pillar weight is multiplied by a number in this range, then all are renormalised. */
	readonly weightFactor: readonly [lo: number, hi: number];
	/** Quantile of the low goalpost; the high one mirrors it. */
	readonly goalpostQuantile: readonly [lo: number, hi: number];
	readonly riskStrength: readonly [lo: number, hi: number];
	/** Quantiles of the ranks drawn that are shown as an interval. */
	readonly interval: readonly [lo: number, hi: number];
	/** Widest interval of a robust rank, and narrowest of a fragile one, as shares of the ranked. */
	readonly robustWidth: number;
	readonly fragileWidth: number;
	/** Share of the ranked that counts as the top. */
	readonly topShare: number;
}

/** When a scored place is called promising (method §3). */
export interface PromisingRule {
	/** Least probability of being in the top. */
	readonly probability: number;
	/** Least room, asked only where room comes from a register. */
	readonly room: number;
}

/** Every number the rules of the score use, as `data/method/<version>/` states them with unit, source and date. */
export interface Method {
	readonly version: string;
	/** Release date of the method, ISO; ages of figures are counted from the release date of the data. */
	readonly date: string;
	readonly floor: number;
	readonly minimumCoverage: number;
	readonly riskStrength: number;
	readonly presets: Readonly<Record<Preset, PillarWeights>>;
	readonly need: readonly Block[];
	readonly access: readonly Block[];
	readonly humanBase: readonly Term[];
	/** Mix per chain id; `resource` and `local-market` are the defaults of the two chain types. */
	readonly potential: Readonly<Record<string, PotentialMix>>;
	/** Share of the weight of Need that a local-market chain gives to Access. */
	readonly localMarketNeedShift: number;
	readonly evidence: {
		readonly kind: Readonly<Record<EvidenceKind, number>>;
		readonly scope: Readonly<Record<EvidenceScope, number>>;
		readonly basis: Readonly<Record<EvidenceBasis, number>>;
	};
	readonly room: { readonly indicator: string; readonly lowest: number; readonly highest: number };
	/** Market reach: people weigh 0.5^(d/halfDistanceKm), nothing beyond cutKm. */
	readonly market: { readonly halfDistanceKm: number; readonly cutKm: number };
	/** A town: a commune with at least this many urban inhabitants. */
	readonly townPopulation: number;
	readonly goalpostQuantiles: readonly [number, number];
	/** Fixed class breaks of a score; classes are (lo, hi]. */
	readonly scoreBreaks: readonly number[];
	readonly typology: { readonly potential: number; readonly room: number; readonly need: number };
	readonly uncertainty: UncertaintyRule;
	readonly promising: PromisingRule;
	readonly confidence: {
		readonly coverage: number;
		readonly age: number;
		readonly granularity: number;
		readonly halfLifeYears: number;
		readonly inheritedGranularity: number;
		readonly gradeA: number;
		readonly gradeB: number;
	};
}
