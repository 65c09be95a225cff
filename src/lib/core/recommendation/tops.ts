import { finished, type Steps } from '#lib/core/release/steps.ts';
import type { PillarWeights, Preset } from '#lib/core/scoring/method.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { createSimulation } from '#lib/core/uncertainty/simulation.ts';

/** Probability 0–1 that a place is in the top quarter of a chain: per chain, by the index of the place in its table; NaN without a score. */
export type TopShares = ReadonlyMap<string, Float64Array>;

/** Presets whose probabilities are computed once for a release, because 31 chains × 1,000 draws take a third of a second. */
export const TOP_PRESETS = ['holder', 'balanced'] as const satisfies readonly Preset[];
export type TopPreset = (typeof TOP_PRESETS)[number];

/** `tops.json` of a release: probabilities of the provinces, per preset and chain, in the order of `provinces`; null without a score. */
export interface EncodedTops {
	readonly provinces: readonly string[];
	readonly presets: Readonly<Record<TopPreset, Readonly<Record<string, readonly (number | null)[]>>>>;
}

/** The probabilities of every chain of a scorer, with the draws and the seed of the method. */
export const topShares = (scorer: Scorer, weights: PillarWeights): TopShares => finished(drawnShares(scorer, weights));

/** The same, chain by chain. */
function* drawnShares(scorer: Scorer, weights: PillarWeights): Steps<TopShares> {
	const { draws, seed } = scorer.method.uncertainty;
	const shares = new Map<string, Float64Array>();
	for (const { id } of scorer.chains) {
		const simulation = createSimulation(scorer, { chain: id, weights, aggregator: 'geometric', seed, draws });
		simulation.run(draws);
		const column = new Float64Array(scorer.table.territories.length).fill(NaN);
		for (const { place, top } of simulation.bands().places) column[place] = top;
		shares.set(id, column);
		yield;
	}
	return shares;
}

/** The probabilities of the provinces as they are kept, chain by chain. */
export function* topsInSteps(provinces: Scorer): Steps<EncodedTops> {
	const presets = {} as Record<TopPreset, Record<string, readonly (number | null)[]>>;
	for (const preset of TOP_PRESETS) {
		const shares = yield* drawnShares(provinces, provinces.method.presets[preset]);
		const encoded = [...shares].map(
			([chain, column]) => [chain, Array.from(column, (share) => (Number.isNaN(share) ? null : share))] as const
		);
		presets[preset] = Object.fromEntries(encoded);
	}
	return { provinces: provinces.table.territories.map(({ code }) => code), presets };
}

/** The same at one go. */
export const encodeTops = (provinces: Scorer): EncodedTops => finished(topsInSteps(provinces));

/** The probabilities of one preset as they were kept, in the order of the table of `provinces`. Throws when it has a province they lack. */
export function decodeTops({ provinces: kept, presets }: EncodedTops, preset: TopPreset, provinces: Scorer): TopShares {
	const place = new Map(kept.map((code, index) => [code, index]));
	const order = provinces.table.territories.map(({ code }) => {
		const index = place.get(code);
		if (index === undefined) throw new Error(`The probabilities of the release lack ${code}.`);
		return index;
	});
	return new Map(
		Object.entries(presets[preset]).map(([chain, shares]) => [chain, Float64Array.from(order, (index) => shares[index] ?? NaN)])
	);
}
