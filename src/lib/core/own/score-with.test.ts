import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenRow, SYNTHETIC_CHAINS, SYNTHETIC_METHOD, syntheticTable } from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import { scoreWith, type OwnNeed } from './score-with.ts';

const PLACES = [10, 25, 40, 55, 70, 85];
const table = () => syntheticTable(Object.fromEntries(PLACES.map((x, i) => [`T${i}`, evenRow(x, 0.5)])));
const name = { ar: 'x', fr: 'x', en: 'x' };
const own = (values: readonly number[], direction: OwnNeed['direction'] = 'higher'): OwnNeed => ({
	id: 'own:d:c1',
	name,
	values: Float64Array.from(values),
	direction,
	year: 2026
});
const WEIGHTS = SYNTHETIC_METHOD.presets.planner;
const scoresOf = (scorer: Scorer): number[] => [...scorer.scores('crop', WEIGHTS, 'geometric').score];
const plain = (): Scorer => createScorer(SYNTHETIC_METHOD, table(), SYNTHETIC_CHAINS);
function scorerWith(need: OwnNeed): Scorer {
	const made = scoreWith(SYNTHETIC_METHOD, table(), need);
	if (!made.ok) throw new Error(made.issue);
	return createScorer(made.value.method, made.value.table, SYNTHETIC_CHAINS);
}
const needOf = (scorer: Scorer): number[] => PLACES.map((_, i) => scorer.pillars('crop', i)[0]);

test('a column equal to an indicator ranks places as that indicator does, and the other way round', () => {
	const order = (values: number[]): number[] => values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
	expect(order(needOf(scorerWith(own(PLACES))))).toEqual([0, 1, 2, 3, 4, 5]);
	const [same, turned] = [needOf(scorerWith(own(PLACES))), needOf(scorerWith(own(PLACES, 'lower')))];
	expect(same[5]! - same[0]!).toBeGreaterThan(turned[5]! - turned[0]!);
});

test('more of what is need never lowers a score, whatever the column', () => {
	const column = fc.array(fc.double({ min: -50, max: 500, noNaN: true }), { minLength: 6, maxLength: 6 });
	fc.assert(
		fc.property(column, fc.nat(5), (values, at) => {
			const made = scoreWith(SYNTHETIC_METHOD, table(), own(values));
			if (!made.ok) return;
			// The scale stays where it was: it is the place that moves.
			const raised = Float64Array.from(values, (value, i) => (i === at ? value + 30 : value));
			const moved = { ...made.value.table, values: { ...made.value.table.values, 'own:d:c1': raised } };
			const [before, after] = [made.value.table, moved].map((one) => scoresOf(createScorer(made.value.method, one, SYNTHETIC_CHAINS)));
			expect(after![at]!).toBeGreaterThanOrEqual(before![at]! - 1e-9);
		})
	);
});

test('without the column every score is exactly what it was', () => {
	const before = scoresOf(plain());
	scorerWith(own([5, 1, 4, 2, 3, 6]));
	expect(scoresOf(plain())).toEqual(before);
	expect(scoresOf(scorerWith(own([5, 1, 4, 2, 3, 6])))).not.toEqual(before);
});

test('a place whose figure is unknown gives its weight to the other indicators: its need stays', () => {
	const [, ...known] = PLACES;
	const need = needOf(scorerWith(own([NaN, ...known])));
	expect(need[0]).toBeCloseTo(needOf(plain())[0]!, 12);
});

test('weighs as the median indicator of need, on a scale that outliers do not stretch', () => {
	const made = scoreWith(SYNTHETIC_METHOD, table(), own([0, 1, 2, 3, 4, 1000]));
	// Indicators of 0.3, 0.3 and 0.4: the median one has 0.3 of 1.3.
	expect(made).toMatchObject({ ok: true, value: { share: expect.closeTo(0.3 / 1.3, 12) } });
	if (made.ok) expect(made.value.table.goalposts['own:d:c1']!.hi).toBeLessThan(1000);
});

test('a column without a scale is refused', () => {
	expect(scoreWith(SYNTHETIC_METHOD, table(), own([7, 7, 7, 7, 7, 7]))).toEqual({ ok: false, issue: 'all-equal' });
	expect(scoreWith(SYNTHETIC_METHOD, table(), own([7, NaN, NaN, NaN, NaN, NaN]))).toEqual({ ok: false, issue: 'nothing-known' });
});
