import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import { evenRow, SYNTHETIC_CHAINS, SYNTHETIC_METHOD, syntheticTable } from '#lib/core/scoring/scenarios/synthetic.ts';
import { syntheticCountry } from './scenarios/synthetic-country.ts';
import { modelCoverage, placesFor, rankedSectors, sectorRanking, type SectorRanking } from './sectors.ts';
import { decodeTops, encodeTops, topShares } from './tops.ts';

const CHAINS = ['saffron', 'honey', 'olive', 'milk', 'weaving', 'care'];
const PLACES = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];

/** Some ranking: who has which chains, in which order. */
const rankings: fc.Arbitrary<SectorRanking> = fc.tuple(...PLACES.map(() => fc.uniqueArray(fc.constantFrom(...CHAINS)))).map((lists) => {
	const sectors = (territory: string, chains: readonly string[]) =>
		chains.map((chain, i) => ({ chain, territory, position: i + 1, top: 1 - i / 10, score: 60 - i }));
	return new Map(PLACES.map((place, i) => [place, sectors(place, lists[i]!)]));
});

describe('sectors of a place and places of a sector', () => {
	it('are two ways to say one thing: S is in the first k of T exactly when T is listed for S', () => {
		fc.assert(
			fc.property(rankings, fc.integer({ min: 0, max: 8 }), (ranking, k) => {
				for (const chain of CHAINS) {
					const listed = placesFor(ranking, chain, k).map(({ territory }) => territory);
					const having = PLACES.filter((place) =>
						rankedSectors(ranking, place)
							.slice(0, k)
							.some((sector) => sector.chain === chain)
					);
					expect(listed.toSorted()).toEqual(having);
				}
			})
		);
	});

	it('go by the probability of the top quarter, then by score', () => {
		const scorer = createScorer(
			SYNTHETIC_METHOD,
			syntheticTable({ A: evenRow(80), B: evenRow(50), C: evenRow(20, null) }),
			SYNTHETIC_CHAINS
		);
		const tops = new Map([
			['crop', Float64Array.of(0.2, 0.9, NaN)],
			['service', Float64Array.of(0.2, 0.1, 0.5)]
		]);
		const ranking = sectorRanking(scorer, tops, SYNTHETIC_METHOD.presets.holder);
		const [first, second] = rankedSectors(ranking, 'A');
		expect(first!.top).toBe(second!.top);
		expect(first!.score).toBeGreaterThan(second!.score);
		expect(rankedSectors(ranking, 'B').map(({ chain }) => chain)).toEqual(['crop', 'service']);
		expect(rankedSectors(ranking, 'C')).toMatchObject([{ chain: 'service', position: 1, top: 0.5 }]);
		expect(placesFor(ranking, 'service', 2).map(({ territory }) => territory)).toEqual(['C', 'A', 'B']);
		expect(rankedSectors(ranking, 'nowhere')).toEqual([]);
	});
});

describe('coverage by economic models', () => {
	const ranking: SectorRanking = new Map([
		['A', CHAINS.map((chain, i) => ({ chain, territory: 'A', position: i + 1, top: 0.5, score: 50 }))],
		['B', []]
	]);
	it('counts the first k sectors of every place that lead on to a model, and names the chains without one', () => {
		const coverage = modelCoverage(
			ranking,
			CHAINS.map((id) => ({ id })),
			(chain) => chain !== 'honey' && chain !== 'care',
			5
		);
		expect(coverage).toEqual({ recommended: 5, withModel: 4, share: 0.8, missing: ['honey', 'care'] });
	});
	it('has no share where nothing is recommended', () => {
		expect(modelCoverage(new Map(), [], () => true, 5).share).toBeNull();
	});
});

describe('the probabilities of the top quarter', () => {
	const { provinces } = syntheticCountry();
	it('come back as they were kept, unscored places as unknown', () => {
		const fresh = topShares(provinces, SYNTHETIC_METHOD.presets.holder);
		expect(decodeTops(encodeTops(provinces), 'holder', provinces)).toEqual(fresh);
		expect(fresh.get('crop')![2]).toBeNaN();
	});
	it('of a release that lacks a province are refused', () => {
		expect(() => decodeTops({ ...encodeTops(provinces), provinces: ['p0'] }, 'holder', provinces)).toThrow(/lack p1/);
	});
});
