import type { Aggregator, PillarWeights, Preset } from '#lib/core/scoring/method.ts';
import type { Level } from '#lib/core/territory/territory.ts';

/** What the map shows; one at a time. */
export const LENSES = ['zones', 'needs', 'potentials', 'cooperatives'] as const;
export type Lens = (typeof LENSES)[number];

/** True when `value` names a lens. */
export const isLens = (value: unknown): value is Lens => LENSES.includes(value as Lens);

/** Weights of the pillars: a named preset of the method, or four numbers of the reader's own. */
export type ViewWeights = { readonly kind: 'preset'; readonly preset: Preset } | { readonly kind: 'own'; readonly weights: PillarWeights };

/** What is on screen, as a value. The URL is its only store; `formatView` and `parseView` are inverse to each other. */
export interface View {
	readonly lens: Lens;
	/** Id of a value chain. */
	readonly chain: string;
	readonly level: Level;
	readonly weights: ViewWeights;
	readonly aggregator: Aggregator;
	/** Code of the selected territory of this level; null when none is. */
	readonly territory: string | null;
	/** Indicator of the needs lens; null for the composite. */
	readonly indicator: string | null;
	/** Release the link was made with; null means «whatever is current». */
	readonly release: string | null;
	/** True when the table twin is open instead of the picture. */
	readonly table: boolean;
}

/** What a page shows when its link says nothing. Food processing is scored in every province, so the first picture is whole. */
export const DEFAULT_VIEW: View = {
	lens: 'zones',
	chain: 'food-processing',
	level: 'province',
	weights: { kind: 'preset', preset: 'balanced' },
	aggregator: 'geometric',
	territory: null,
	indicator: null,
	release: null,
	table: false
};

/** The pillar weights a view scores with, given the presets of the method. */
export function weightsOf(view: View, presets: Readonly<Record<Preset, PillarWeights>>): PillarWeights {
	return view.weights.kind === 'preset' ? presets[view.weights.preset] : view.weights.weights;
}
