import { describe, expect, it } from 'vitest';
import { quantile } from '#lib/core/statistics/quantile.ts';
import { bandsOf, topOf } from './bands.ts';
import { robustness } from './robustness.ts';
import { peerRanks } from './peers.ts';
import { ranking } from '#lib/core/composite/rank.ts';
import { SYNTHETIC_METHOD } from '#lib/core/scoring/scenarios/synthetic.ts';

const rule = SYNTHETIC_METHOD.uncertainty;

describe('intervals of drawn ranks', () => {
	it('are type-7 quantiles rounded outwards, with the share of draws in the top and at the first rank', () => {
		const draws = [
			[1, 2, 3],
			[1, 3, 2],
			[2, 1, 3],
			[1, 2, 3]
		];
		const bands = bandsOf(
			{ places: Uint16Array.of(4, 7, 9), ranks: Uint16Array.from(draws.flat()), draws: 4, nominal: Uint16Array.of(1, 2, 3), among: null },
			rule
		);
		expect(bands.places[0]).toEqual({
			place: 4,
			nominal: 1,
			median: quantile([1, 1, 2, 1], 0.5),
			low: 1,
			high: 2,
			smallest: 1,
			largest: 2,
			top: 0.75,
			first: 0.75,
			robustness: 'fragile',
			tied: 1,
			among: null
		});
		expect(bands.places.map(({ tied }) => tied)).toEqual([1, 2, 1]);
	});

	it('call up to a tenth of the ranked robust, more than three tenths fragile', () => {
		expect(robustness(7.5, 75, rule)).toBe('robust');
		expect(robustness(8, 75, rule)).toBe('sensitive');
		expect(robustness(22.5, 75, rule)).toBe('sensitive');
		expect(robustness(23, 75, rule)).toBe('fragile');
	});

	it('count at least one place as the top', () => {
		expect([1, 3, 4, 5, 75].map((ranked) => topOf(ranked, 0.25))).toEqual([1, 1, 1, 2, 19]);
	});
});

describe('ranks among peers', () => {
	it('start at 1 in every group, and ties of the whole list stay ties', () => {
		const scores = Float64Array.of(50, 70, 60, 60, 10, 70);
		const group = Uint16Array.of(0, 1, 0, 0, 1, 1);
		expect(Array.from(peerRanks(ranking(scores), { group, of: Uint16Array.of(3, 3, 3, 3, 3, 3) }))).toEqual([3, 1, 1, 1, 3, 1]);
	});
});
