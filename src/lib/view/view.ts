import type { PointStyle } from '#lib/core/cartography/scene.ts';
import { isNeedKind, type NeedKind } from '#lib/core/need/kinds.ts';
import type { EvidenceFilter, EvidenceQuestion } from '#lib/core/potential/question.ts';
import type { Aggregator, PillarWeights, Preset } from '#lib/core/scoring/method.ts';
import type { Level } from '#lib/core/territory/territory.ts';

/** What the map shows; one at a time. */
export const LENSES = ['zones', 'needs', 'potentials', 'cooperatives'] as const;
export type Lens = (typeof LENSES)[number];

/** True when `value` names a lens. */
export const isLens = (value: unknown): value is Lens => LENSES.includes(value as Lens);

/** What the zones lens colours: the score, the type as advice, or where scores lie together; the last also for an indicator of need. */
export const ASPECTS = ['score', 'types', 'hot-spots'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Declared needs of one kind, or all of them together. */
export type Declared = NeedKind | 'all';

/** Whether a word of a form or an address says which declared needs to show. */
export const isDeclared = (word: string): word is Declared => word === 'all' || isNeedKind(word);

/** Weights of the pillars: a named preset of the method, or four numbers of the reader's own. */
export type ViewWeights = { readonly kind: 'preset'; readonly preset: Preset } | { readonly kind: 'own'; readonly weights: PillarWeights };

/** What is on screen, as a value. The URL is its only store; `formatView` and `parseView` are inverse to each other. */
export interface View {
	readonly lens: Lens;
	/** Of the zones lens, and of an indicator in the needs lens. */
	readonly aspect: Aspect;
	/** Id of a value chain. */
	readonly chain: string;
	readonly level: Level;
	readonly weights: ViewWeights;
	readonly aggregator: Aggregator;
	/** Code of the selected territory of this level; null when none is. */
	readonly territory: string | null;
	/** Indicator of the needs lens; null for the composite. */
	readonly indicator: string | null;
	/** True when the potentials lens asks for every chain; `chain` is then only remembered. */
	readonly allChains: boolean;
	/** Kind of documents the potentials lens counts. */
	readonly evidence: EvidenceFilter;
	/** Id of the product the potentials lens asks for, whatever the chain and the kind of document; null for any. */
	readonly product: string | null;
	/** How the cooperatives lens draws named places. */
	readonly points: PointStyle;
	/** Which declared needs the needs lens shows as symbols; null for none. */
	readonly declared: Declared | null;
	/** Release the link was made with; null means «whatever is current». */
	readonly release: string | null;
	/** True when the table twin is open instead of the picture. */
	readonly table: boolean;
}

/** What a page shows when its link says nothing. Food processing is scored in every province, so the first picture is whole. */
export const DEFAULT_VIEW: View = {
	lens: 'zones',
	aspect: 'score',
	chain: 'food-processing',
	level: 'province',
	weights: { kind: 'preset', preset: 'balanced' },
	aggregator: 'geometric',
	territory: null,
	indicator: null,
	allChains: false,
	evidence: 'all',
	product: null,
	points: 'symbols',
	declared: null,
	release: null,
	table: false
};

/** True when symbols with a legend of their own lie over the areas. */
export const hasSymbols = ({ lens, declared }: View): boolean => lens === 'cooperatives' || (lens === 'needs' && declared !== null);

/** What the potentials lens asks of the documents. */
export const questionOf = ({ chain, allChains, evidence, product }: View): EvidenceQuestion =>
	product === null ? { chain: allChains ? null : chain, filter: evidence, product } : { chain: null, filter: 'all', product };

/** The pillar weights a view scores with, given the presets of the method. */
export function weightsOf(view: Pick<View, 'weights'>, presets: Readonly<Record<Preset, PillarWeights>>): PillarWeights {
	return view.weights.kind === 'preset' ? presets[view.weights.preset] : view.weights.weights;
}
