import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ranking } from '#lib/core/composite/rank.ts';
import { AGGREGATORS, PILLARS, type Aggregator, type PillarWeights } from './method.ts';
import { STATUSES, type Status } from './outcome.ts';
import { registerRoom, shrinkRates } from './room.ts';
import { roundedParts } from './rounding.ts';
import { SYNTHETIC_CHAINS, SYNTHETIC_INDICATORS, SYNTHETIC_METHOD, syntheticTable, type SyntheticRow } from './scenarios/synthetic.ts';
import { createScorer, type Scorer } from './scorer.ts';
import { checkWeights, shares } from './weights.ts';

const cell = fc.option(fc.double({ min: -20, max: 120, noNaN: true }), { freq: 6 });
const known = fc.double({ min: 0, max: 100, noNaN: true });
const values = (arbitrary: fc.Arbitrary<number | null>): fc.Arbitrary<Record<string, number | null>> =>
	fc.record({
		...Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, arbitrary])),
		market_people: fc.integer({ min: 1, max: 900000 })
	});
const strength = fc.double({ min: 0.05, max: 1, noNaN: true });
const row: fc.Arbitrary<SyntheticRow> = fc.record({
	values: values(cell),
	evidence: fc.record({ crop: fc.option(strength), service: fc.option(strength) }),
	closed: fc.record({ crop: fc.boolean(), service: fc.constant(false) })
});
const fullRow: fc.Arbitrary<SyntheticRow> = fc.record({
	values: values(known),
	evidence: fc.record({ crop: strength, service: strength })
});
const rowsOf = (arbitrary: fc.Arbitrary<SyntheticRow>): fc.Arbitrary<Record<string, SyntheticRow>> =>
	fc.array(arbitrary, { minLength: 2, maxLength: 9 }).map((list) => Object.fromEntries(list.map((item, i) => [`T${i}`, item])));
const weights: fc.Arbitrary<PillarWeights> = fc
	.tuple(
		...PILLARS.map(() =>
			fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 5, arbitrary: fc.double({ min: 1e-6, max: 5, noNaN: true }) })
		)
	)
	.filter((list) => list[0]! + list[1]! > 0.01)
	.map(([need, potential, room, access]) => ({ need: need!, potential: potential!, room: room!, access: access! }));
const aggregator = fc.constantFrom(...AGGREGATORS);
const chain = fc.constantFrom('crop', 'service');

const EQUAL: PillarWeights = SYNTHETIC_METHOD.presets.balanced;
const scorerOf = (rows: Record<string, SyntheticRow>, goalposts = {}): Scorer =>
	createScorer(SYNTHETIC_METHOD, syntheticTable(rows, goalposts), SYNTHETIC_CHAINS);
const scoreOf = (scorer: Scorer, id: string, code: string, by: PillarWeights = EQUAL, how: Aggregator = 'geometric'): number | null =>
	scorer.explain(id, code, by, how).score;
const statusOf = (scorer: Scorer, id: string, i: number): Status => STATUSES[scorer.scores(id, EQUAL, 'geometric').status[i]!]!;
const close = (a: number | null, b: number | null): void => {
	if (a === null || b === null) expect(a).toBe(b);
	else expect(Math.abs(a - b)).toBeLessThan(1e-9);
};
const withValue = (item: SyntheticRow, id: string, value: number | null): SyntheticRow => ({
	...item,
	values: { ...item.values, [id]: value }
});

const POSITIVE = ['jobless', 'vulnerable', 'souk', 'youth', 'selfEmployed', 'market_people'];
const NEGATIVE = ['schooling', 'road', 'town'];

test('P01 raising a positive indicator, or lowering a negative one, never lowers the score', () => {
	fc.assert(
		fc.property(
			rowsOf(row),
			chain,
			weights,
			aggregator,
			fc.constantFrom(...POSITIVE, ...NEGATIVE),
			fc.double({ min: 0, max: 50, noNaN: true }),
			(rows, id, by, how, indicator, step) => {
				const value = rows.T0!.values[indicator];
				fc.pre(value !== null && value !== undefined);
				const better = withValue(rows.T0!, indicator, value + (POSITIVE.includes(indicator) ? step : -step));
				const before = scoreOf(scorerOf(rows), id, 'T0', by, how);
				const after = scoreOf(scorerOf({ ...rows, T0: better }), id, 'T0', by, how);
				if (before === null) return;
				expect(after! - before).toBeGreaterThan(-1e-9);
			}
		)
	);
});

test('P02 a place at least as good on every indicator and no more crowded never scores lower', () => {
	fc.assert(
		fc.property(fullRow, fullRow, chain, weights, aggregator, (a, b, id, by, how) => {
			const best = (indicator: string): number => {
				const pair = [a.values[indicator]!, b.values[indicator]!];
				return NEGATIVE.includes(indicator) || indicator === 'presence' ? Math.min(...pair) : Math.max(...pair);
			};
			const dominant: SyntheticRow = {
				values: Object.fromEntries(SYNTHETIC_INDICATORS.map((indicator) => [indicator, best(indicator)])),
				evidence: { crop: Math.max(a.evidence.crop!, b.evidence.crop!), service: Math.max(a.evidence.service!, b.evidence.service!) }
			};
			const scorer = scorerOf({ A: dominant, B: b });
			expect(scoreOf(scorer, id, 'A', by, how)! - scoreOf(scorer, id, 'B', by, how)!).toBeGreaterThan(-1e-9);
		})
	);
});

test('P03 changing the unit of an indicator together with its goalposts changes no score', () => {
	fc.assert(
		fc.property(
			rowsOf(row),
			chain,
			fc.double({ min: 0.1, max: 50, noNaN: true }),
			fc.double({ min: -100, max: 100, noNaN: true }),
			(rows, id, factor, shift) => {
				const converted = Object.fromEntries(
					Object.entries(rows).map(([code, item]) => {
						const value = item.values.jobless ?? null;
						return [code, withValue(item, 'jobless', value === null ? null : value * factor + shift)];
					})
				);
				const before = scorerOf(rows);
				const after = scorerOf(converted, { jobless: { lo: shift, hi: 100 * factor + shift } });
				for (const code of Object.keys(rows)) close(scoreOf(before, id, code), scoreOf(after, id, code));
			}
		)
	);
});

test('P04 shuffling territories, indicators or rows changes no score, rank or contribution', () => {
	fc.assert(
		fc.property(rowsOf(row), chain, weights, aggregator, (rows, id, by, how) => {
			const shuffled = Object.fromEntries(
				Object.entries(rows)
					.reverse()
					.map(([code, item]) => [code, { ...item, values: Object.fromEntries(Object.entries(item.values).reverse()) }])
			);
			const one = scorerOf(rows);
			const other = scorerOf(shuffled);
			for (const code of Object.keys(rows)) expect(other.explain(id, code, by, how)).toEqual(one.explain(id, code, by, how));
		})
	);
});

describe('P05 weights', () => {
	test('have no scale: (1,2,1,1) and (0.2,0.4,0.2,0.2) give identical scores', () => {
		fc.assert(
			fc.property(rowsOf(row), chain, weights, aggregator, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (rows, id, by, how, factor) => {
				const scaled = Object.fromEntries(PILLARS.map((pillar) => [pillar, by[pillar] * factor])) as unknown as PillarWeights;
				const scorer = scorerOf(rows);
				for (const code of Object.keys(rows)) close(scoreOf(scorer, id, code, by, how), scoreOf(scorer, id, code, scaled, how));
			})
		);
	});

	test('of zero take a pillar out, even when it is unknown', () => {
		fc.assert(
			fc.property(fullRow, aggregator, (item, how) => {
				const without = withValue(withValue(withValue(item, 'jobless', null), 'vulnerable', null), 'schooling', null);
				const by = { need: 0, potential: 1, room: 1, access: 1 };
				close(scoreOf(scorerOf({ A: item }), 'crop', 'A', by, how), scoreOf(scorerOf({ A: without }), 'crop', 'A', by, how));
				expect(scoreOf(scorerOf({ A: without }), 'crop', 'A', EQUAL, how)).toBeNull();
			})
		);
	});

	test.each([
		[[-1, 1, 1, 1], 'need', '-1'],
		[[1, NaN, 1, 1], 'potential', 'NaN'],
		[[0, 0, 0, 0], 'above 0', '0,0,0,0'],
		[[1, 1], '4 numbers', 'got 2'],
		[[1, 1, Infinity, 1], 'room', 'Infinity']
	])('%j are refused with a sentence that names the value', (numbers, what, value) => {
		const checked = checkWeights(numbers as number[]);
		expect(checked.ok).toBe(false);
		if (checked.ok) return;
		expect(checked.issue).toContain(what);
		expect(checked.issue).toContain(value);
	});

	test('add to 1 as shares, at any scale', () => {
		const { need, potential, room, access } = shares({ need: 1e-300, potential: 1e308, room: 1e308, access: 0 });
		expect(need + potential + room + access).toBeCloseTo(1, 12);
	});
});

test('P06 adding or removing a territory changes no other score', () => {
	fc.assert(
		fc.property(rowsOf(row), row, chain, weights, aggregator, (rows, added, id, by, how) => {
			const before = scorerOf(rows);
			const after = scorerOf({ ...rows, X: added });
			for (const code of Object.keys(rows)) close(scoreOf(before, id, code, by, how), scoreOf(after, id, code, by, how));
		})
	);
});

describe('P07 unknown is not zero', () => {
	test('replacing an unknown need by zero changes the score or the status', () => {
		fc.assert(
			fc.property(fullRow, (item) => {
				const unknown = scorerOf({ A: withValue(item, 'schooling', null) }).explain('crop', 'A', EQUAL, 'geometric');
				const zero = scorerOf({ A: withValue(item, 'schooling', 0) }).explain('crop', 'A', EQUAL, 'geometric');
				fc.pre(item.values.jobless !== 100 || item.values.vulnerable !== 100);
				fc.pre(Math.max(item.values.jobless!, item.values.vulnerable!) < 99);
				expect(zero.score).not.toBe(unknown.score);
			})
		);
	});

	test('a core pillar without enough weight gives no score, and says which', () => {
		fc.assert(
			fc.property(fullRow, aggregator, (item, how) => {
				const poor = withValue(withValue(item, 'jobless', null), 'vulnerable', null); // 0.4 of the weight is left
				const explained = scorerOf({ A: poor }).explain('crop', 'A', EQUAL, how);
				expect(explained).toMatchObject({ score: null, rank: null, status: 'insufficient', missingPillars: ['need'] });
			})
		);
	});

	test('a resource chain nobody documented here has no score: «not documented», never a middle value', () => {
		fc.assert(
			fc.property(fullRow, (item) => {
				const explained = scorerOf({ A: { ...item, evidence: { crop: null, service: null } } }).explain('crop', 'A', EQUAL, 'geometric');
				expect(explained).toMatchObject({ score: null, rank: null, status: 'not-documented' });
			})
		);
	});
});

test('P08 a structural zero is «ineligible», neither a score of 0 nor missing data', () => {
	fc.assert(
		fc.property(fullRow, (item) => {
			const scorer = scorerOf({ A: { ...item, closed: { crop: true } }, B: item });
			expect(statusOf(scorer, 'crop', 0)).toBe('ineligible');
			expect(statusOf(scorer, 'crop', 1)).toBe('scored');
			expect(scorer.explain('crop', 'A', EQUAL, 'geometric')).toMatchObject({ score: null, gate: 'no-coast' });
		})
	);
});

test('P09 an indicator without a scale is dropped and listed, its weight goes to its siblings, nothing becomes NaN', () => {
	fc.assert(
		fc.property(rowsOf(fullRow), chain, aggregator, (rows, id, how) => {
			const scorer = scorerOf(rows, { jobless: { lo: 7, hi: 7 } });
			expect(scorer.dropped).toEqual(['jobless']);
			const without = Object.fromEntries(Object.entries(rows).map(([code, item]) => [code, withValue(item, 'jobless', null)]));
			for (const code of Object.keys(rows)) {
				const score = scoreOf(scorer, id, code, EQUAL, how);
				expect(Number.isFinite(score)).toBe(true);
				close(score, scoreOf(scorerOf(without), id, code, EQUAL, how));
			}
		})
	);
});

test('P10 harmonic ≤ geometric ≤ arithmetic for the same pillars and weights', () => {
	fc.assert(
		fc.property(rowsOf(row), chain, weights, (rows, id, by) => {
			const scorer = scorerOf(rows);
			for (const code of Object.keys(rows)) {
				const [arithmetic, geometric, harmonic] = (['arithmetic', 'geometric', 'harmonic'] as const).map((how) =>
					scoreOf(scorer, id, code, by, how)
				);
				if (geometric === null) continue;
				expect(geometric! - harmonic!).toBeGreaterThan(-1e-9);
				expect(arithmetic! - geometric!).toBeGreaterThan(-1e-9);
			}
		})
	);
});

describe('P11 contributions', () => {
	test('of pillars and of the indicators inside them add up to score − reference', () => {
		fc.assert(
			fc.property(rowsOf(row), chain, weights, aggregator, (rows, id, by, how) => {
				const scorer = scorerOf(rows);
				for (const code of Object.keys(rows)) {
					const { score, reference, pillars } = scorer.explain(id, code, by, how);
					if (score === null) continue;
					const total = pillars.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0);
					expect(Math.abs(total - (score - reference!))).toBeLessThan(1e-9);
					for (const { contribution, terms } of pillars) {
						if (contribution === null) continue;
						const parts = terms.reduce((sum, term) => sum + (term.contribution ?? 0), 0);
						expect(Math.abs(parts - contribution)).toBeLessThan(1e-7);
					}
				}
			})
		);
	});

	test('still add up after rounding for display', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 12 }), (parts) => {
				const total = parts.reduce((sum, part) => sum + part, 0);
				const shown = roundedParts(parts, 1).reduce((sum, part) => sum + part, 0);
				expect(Math.abs(shown - Math.round(total * 10) / 10)).toBeLessThan(1e-9);
			})
		);
	});
});

test('P12 pillars stay in 0–1 and scores in (0, 100], also for extreme inputs', () => {
	const extreme = fc.constantFrom(1e308, -1e308, -0, 1e-300, 0, 100);
	fc.assert(
		fc.property(
			fc.record({ values: values(extreme), evidence: fc.record({ crop: strength, service: strength }) }),
			chain,
			aggregator,
			(item, id, how) => {
				const scorer = scorerOf({ A: item });
				for (const x of scorer.pillars(id, 0)) expect(x >= 0 && x <= 1).toBe(true);
				const score = scoreOf(scorer, id, 'A', EQUAL, how)!;
				expect(score > 0 && score <= 100 + 1e-9).toBe(true);
			}
		)
	);
});

test('P13 ties share the smallest rank, the next rank is skipped, the list is then ordered by code', () => {
	fc.assert(
		fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 6 })), { minLength: 1, maxLength: 40 }), (list) => {
			const scores = Float64Array.from(list, (score, i) => (score === null ? NaN : score * 10 + (i % 2) * 1e-10));
			const { rank, order } = ranking(scores);
			list.forEach((score, i) => {
				const better = list.filter((other) => other !== null && score !== null && other > score).length;
				expect(rank[i]).toBe(score === null ? 0 : better + 1);
			});
			const expected = list.flatMap((score, i) => (score === null ? [] : [i])).sort((a, b) => list[b]! - list[a]! || a - b);
			expect([...order]).toEqual(expected);
		})
	);
});

const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 500 })), { minLength: 2, maxLength: 15 });

describe('P20 shrunk rates', () => {
	test('lie between the raw rate and the national rate, nearer to the raw one where the base is larger', () => {
		fc.assert(
			fc.property(counts, (rows) => {
				fc.pre(rows.some(([count]) => count > 0));
				const { national, rate } = shrinkRates(
					rows.map(([count]) => count),
					rows.map(([, base]) => base)
				);
				rows.forEach(([count, base], i) => {
					const raw = count / base;
					expect(rate[i]! - Math.min(raw, national)).toBeGreaterThan(-1e-9);
					expect(Math.max(raw, national) - rate[i]!).toBeGreaterThan(-1e-9);
				});
				const pull = (i: number): number => Math.abs((rate[i]! - national) / (rows[i]![0] / rows[i]![1] - national));
				for (let i = 1; i < rows.length; i++) {
					if (rows[i]![1] <= rows[0]![1] || ![pull(0), pull(i)].every(Number.isFinite)) continue;
					expect(pull(i) - pull(0)).toBeGreaterThan(-1e-6);
				}
			})
		);
	});

	test('are the national rate everywhere when all counts and bases are equal', () => {
		const { between, national, rate } = shrinkRates([4, 4, 4], [50, 50, 50]);
		expect(between).toBe(0);
		expect([...rate]).toEqual([national, national, national]);
	});
});

test('P21 one more cooperative in a place never gives it more room', () => {
	fc.assert(
		fc.property(counts, (rows) => {
			fc.pre(rows.reduce((sum, [count]) => sum + count, 0) >= 30);
			const bases = rows.map(([, base]) => base);
			const before = registerRoom(
				rows.map(([count]) => count),
				bases
			)[0]!;
			const after = registerRoom(
				rows.map(([count], i) => count + (i === 0 ? 1 : 0)),
				bases
			)[0]!;
			expect(after - before).toBeLessThan(1e-9);
		})
	);
});

test('room is unknown, not 0.5, when the nation has fewer than 30 cooperatives of the chain', () => {
	expect([...registerRoom([10, 19], [100, 100])]).toEqual([NaN, NaN]);
});
