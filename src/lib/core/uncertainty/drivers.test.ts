import { describe, expect, it } from 'vitest';
import {
	SYNTHETIC_CHAINS,
	SYNTHETIC_INDICATORS,
	SYNTHETIC_METHOD,
	syntheticTable,
	type SyntheticRow
} from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import { rangesOf } from './assumptions.ts';
import { driversOf, namedDrivers } from './drivers.ts';

const place = (values: Readonly<Record<string, number>>, crop: number): SyntheticRow => ({
	values: { ...Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, 50])), presence: 2, ...values },
	evidence: { crop, service: null }
});
const scorer = createScorer(
	SYNTHETIC_METHOD,
	syntheticTable({
		Needy: place({ jobless: 95, vulnerable: 95, schooling: 5 }, 0.3),
		Rich: place({ jobless: 40, vulnerable: 40, schooling: 60 }, 0.97),
		Poor: place({ jobless: 1, vulnerable: 1, schooling: 99, road: 99, souk: 1, town: 99 }, 0.01)
	}),
	SYNTHETIC_CHAINS
);
const question = { chain: 'crop', weights: SYNTHETIC_METHOD.presets.balanced, seed: 7 };

describe('what moves a rank', () => {
	it('is named, the strongest first, and nothing is where the rank never moves', () => {
		const [needy, poor, rich] = driversOf(scorer, question, 512);
		expect(needy!.drivers.length).toBeGreaterThan(0);
		expect(needy!.drivers.map(({ total }) => total)).toEqual(needy!.drivers.map(({ total }) => total).toSorted((a, b) => b - a));
		expect(namedDrivers(needy!.drivers).length).toBeGreaterThan(0);
		expect(namedDrivers(rich!.drivers)).toEqual(namedDrivers(needy!.drivers)); // the two trade places with each other
		expect(poor!.drivers).toEqual([]);
	});

	it('is the only thing that varies when only one thing varies', () => {
		const ranges = {
			...rangesOf(SYNTHETIC_METHOD.uncertainty),
			aggregators: ['geometric'] as const,
			goalpostQuantile: [0.05, 0.05] as const
		};
		const named = driversOf(scorer, { ...question, ranges }, 256).flatMap(({ drivers }) => drivers.map(({ assumption }) => assumption));
		expect(named.every((assumption) => assumption.startsWith('weight-'))).toBe(true);
	});
});
