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
export function topShares(scorer: Scorer, weights: PillarWeights): TopShares {
	const { draws, seed } = scorer.method.uncertainty;
	return new Map(
		scorer.chains.map(({ id }) => {
			const simulation = createSimulation(scorer, { chain: id, weights, aggregator: 'geometric', seed, draws });
			simulation.run(draws);
			const shares = new Float64Array(scorer.table.territories.length).fill(NaN);
			for (const { place, top } of simulation.bands().places) shares[place] = top;
			return [id, shares] as const;
		})
	);
}

/** The probabilities of the provinces as they are kept. */
export function encodeTops(provinces: Scorer): EncodedTops {
	const ofPreset = (preset: TopPreset): Record<string, readonly (number | null)[]> =>
		Object.fromEntries(
			[...topShares(provinces, provinces.method.presets[preset])].map(([chain, shares]) => [
				chain,
				Array.from(shares, (share) => (Number.isNaN(share) ? null : share))
			])
		);
	return {
		provinces: provinces.table.territories.map(({ code }) => code),
		presets: { holder: ofPreset('holder'), balanced: ofPreset('balanced') }
	};
}

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
