import { describe, expect, test } from 'vitest';
import { median } from '#lib/core/statistics/quantile.ts';
import { normaliseColumn } from '#lib/core/composite/goalposts.ts';
import { ranking } from '#lib/core/composite/rank.ts';
import { composite } from './aggregate.ts';
import { contributions } from './contributions.ts';
import { flipWeight, type FlipSide } from './flip.ts';
import { PILLARS, type Block, type Pillar } from './method.ts';
import { pillarColumn } from './pillar.ts';
import { registerRoom, room, shrinkRates } from './room.ts';
import example from './scenarios/worked-example.json' with { type: 'json' };
import { typology } from './typology.ts';

const { territories, indicators, weights, method } = example;
type Row = (typeof territories)[number];
const column = (key: keyof Row): Float64Array => Float64Array.from(territories, (row) => (row[key] as number | null) ?? NaN);
const ids = Object.keys(indicators) as (keyof typeof indicators)[];
const columns = Object.fromEntries(
	ids.map((id) => [id, normaliseColumn(column(id), indicators[id], indicators[id].direction as 'higher' | 'lower')])
);

const blocksOf = (pillar: string): Block[] =>
	ids
		.filter((id) => indicators[id].pillar === pillar)
		.map((id) => ({
			id,
			name: { ar: id, fr: id, en: id },
			weight: indicators[id].weight,
			terms: [{ indicator: id, weight: 1, direction: 'higher' }]
		}));

const valuesOf = (pillar: string): (number | null)[] => {
	const { value, coverage } = pillarColumn(blocksOf(pillar), columns, territories.length);
	return Array.from(value, (x, i) => (coverage[i]! + 1e-12 >= method.minimumCoverage ? x : null));
};
const [need, potential, access] = ['need', 'potential', 'access'].map(valuesOf) as [
	(number | null)[],
	(number | null)[],
	(number | null)[]
];
const rooms = registerRoom(column('cooperatives'), column('base'));
const pillarsOf = (i: number): Record<Pillar, number | null> => ({
	need: need[i]!,
	potential: potential[i]!,
	room: rooms[i]!,
	access: access[i]!
});
const rule = { floor: method.floor, riskStrength: method.lambda };
const scoreOf = (i: number, aggregator: 'geometric' | 'arithmetic'): number | null =>
	composite(pillarsOf(i), territories[i]!.risk, weights, { ...rule, aggregator });
const scores = territories.map((_, i) => scoreOf(i, 'geometric'));
const index = (id: string): number => territories.findIndex((row) => row.id === id);

describe.each(territories.map(({ id }, i) => ({ id: id as keyof typeof example.expected, i })))(
	'$id of the worked example',
	({ id, i }) => {
		const expected = example.expected[id];

		test('has the pillars computed by hand, null where less than 60 % of the weight is known', () => {
			for (const pillar of ['need', 'potential', 'room', 'access'] as const) {
				const value = pillarsOf(i)[pillar];
				if (expected[pillar] === null) expect(value).toBeNull();
				else expect(value).toBeCloseTo(expected[pillar], 3);
			}
		});

		test('has the score of the method sheet, and none where a required pillar is missing', () => {
			if (expected.score === null) return expect(scores[i]).toBeNull();
			expect(scores[i]).toBeCloseTo(expected.score, 4);
			expect(scoreOf(i, 'arithmetic')).toBeCloseTo(expected.arithmetic, 2);
		});

		test('has the rank and the type of the method sheet', () => {
			const { rank } = ranking(Float64Array.from(scores, (score) => score ?? NaN));
			expect(rank[i] || null).toBe(expected.rank);
			if (expected.type) expect(typology(need[i]!, potential[i]!, rooms[i]!, { potential: 0.6, room: 0.5, need: 0.5 })).toBe(expected.type);
		});
	}
);

test('counts are shrunk by empirical Bayes before they become room', () => {
	const { national, between, rate } = shrinkRates(column('cooperatives'), column('base'));
	expect(national).toBeCloseTo(example.nationalRate, 6);
	expect(between).toBeCloseTo(example.between, 6);
	expect(rate[0]).toBeCloseTo(0.103324, 6);
	expect(rate[0]! / national).toBeCloseTo(0.49921, 5);
	expect(room(rate[0]! / national)).toBeCloseTo(0.66702, 5);
});

const scored = territories.map((_, i) => i).filter((i) => scores[i] !== null);
const medianOf = (values: (number | null)[]): number => median(scored.map((i) => values[i]!))!;
const profile: Record<Pillar, number> = {
	need: medianOf(need),
	potential: medianOf(potential),
	room: medianOf([...rooms]),
	access: medianOf(access)
};
const profileRisk = medianOf(territories.map(({ risk }) => risk));

test('contributions against the median profile are those of the method sheet and add up', () => {
	for (const id of ['T4', 'T2'] as const) {
		const i = index(id);
		const compared = PILLARS.map((pillar) => ({
			pillar,
			weight: weights[pillar],
			value: pillarsOf(i)[pillar]!,
			reference: profile[pillar]
		}));
		const split = contributions(compared, { value: territories[i]!.risk, reference: profileRisk }, { ...rule, aggregator: 'geometric' });
		const expected = example.contributions[id];
		expect(split.reference).toBeCloseTo(example.medianProfileScore, 4);
		for (const pillar of PILLARS) expect(split.pillars.get(pillar)).toBeCloseTo(expected[pillar], 2);
		expect(split.risk).toBeCloseTo(expected.risk, 2);
		const sum = [...split.pillars.values()].reduce((total, points) => total + points, split.risk);
		expect(sum).toBeCloseTo(split.score - split.reference, 9);
		expect(sum).toBeCloseTo(expected.sum, 2);
	}
});

test('T1 overtakes T4 where the method sheet says', () => {
	const side = (id: string): FlipSide => ({
		values: pillarsOf(index(id)) as Record<Pillar, number>,
		malus: 1 - method.lambda * territories[index(id)]!.risk!
	});
	const flips = example.flips['T1 over T4'];
	expect(flipWeight('room', side('T1'), side('T4'), weights)).toBeCloseTo(flips.room, 3);
	expect(flipWeight('potential', side('T1'), side('T4'), weights)).toBeCloseTo(flips.potential, 3);
});
