import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { IndicatorColumn } from './column.ts';
import { normaliseTable, type Scale } from './normalise.ts';

const column = (id: string, values: (number | null)[], direction: 'higher' | 'lower' = 'higher'): IndicatorColumn => ({
	id,
	direction,
	values: Float64Array.from(values, (value) => value ?? NaN)
});
const only = (values: (number | null)[], scale: Scale, direction: 'higher' | 'lower' = 'higher'): (number | null)[] =>
	Array.from(normaliseTable([column('x', values, direction)], scale).columns.x!, (value) => (Number.isNaN(value) ? null : value));

const HUNDRED: Scale = { kind: 'range', lo: 0, hi: 100 };
const GOALPOSTS: Scale = { kind: 'goalposts', goalposts: { x: { lo: 10, hi: 20 } } };
const Z: Scale = { kind: 'z-score', mean: 0, deviation: 1 };
const RANK: Scale = { kind: 'percentile-rank' };

describe('a normalised indicator', () => {
	it('stands between frozen goalposts, whatever the others do, and is clamped', () => {
		expect(only([5, 10, 15, 30], GOALPOSTS)).toEqual([0, 0, 0.5, 1]);
		expect(only([15, 11], GOALPOSTS, 'lower')).toEqual([0.5, 0.9]);
	});

	it('fills the wished range from its smallest to its largest value', () => {
		expect(only([2, 4, 6], HUNDRED)).toEqual([0, 50, 100]);
		expect(only([2, 4, 6], { kind: 'range', lo: 1, hi: 3 }, 'lower')).toEqual([3, 2, 1]);
	});

	it('counts sample standard deviations from the mean: 1, 2, 3 have a deviation of 1', () => {
		expect(only([1, 2, 3], Z)).toEqual([-1, 0, 1]);
		expect(only([1, 2, 3], { kind: 'z-score', mean: 10, deviation: 2 }, 'lower')).toEqual([12, 10, 8]);
	});

	it('is the share of the other places that are worse, ties sharing the smallest', () => {
		expect(only([10, 20, 20, 40, 50], RANK)).toEqual([0, 0.25, 0.25, 0.75, 1]);
		expect(only([10, 20, 20, 40, 50], RANK, 'lower')).toEqual([1, 0.5, 0.5, 0.25, 0]);
	});

	it.each([HUNDRED, Z, RANK, GOALPOSTS])('stays unknown where it is unknown ($kind)', (scale) => {
		expect(only([12, null, 14], scale)[1]).toBeNull();
	});

	it.each([HUNDRED, Z, RANK])('is dropped and listed when it tells no place from another ($kind)', (scale) => {
		const { columns, dropped } = normaliseTable(
			[column('flat', [3, 3, null]), column('none', [null, null, null]), column('x', [1, 2, 3])],
			scale
		);
		expect(dropped).toEqual(['flat', 'none']);
		expect(Object.keys(columns)).toEqual(['x']);
	});

	it('is dropped when its goalposts are one, and refused without goalposts', () => {
		expect(normaliseTable([column('x', [1, 2])], { kind: 'goalposts', goalposts: { x: { lo: 5, hi: 5 } } }).dropped).toEqual(['x']);
		expect(() => normaliseTable([column('y', [1])], GOALPOSTS)).toThrow('no goalposts for y');
	});
});

const values = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 30 });

test('P03 a change of unit leaves every normalised value where it was, to rounding', () => {
	fc.assert(
		fc.property(values, fc.double({ min: 0.01, max: 100, noNaN: true }), fc.integer({ min: -50, max: 50 }), (raw, factor, shift) => {
			for (const scale of [HUNDRED, Z, RANK]) {
				const [before, after] = [
					only(raw, scale),
					only(
						raw.map((value) => factor * value + shift),
						scale
					)
				];
				before.forEach((value, i) => expect(after[i]).toBeCloseTo(value!, 6));
			}
		})
	);
});

test('P06 an added place moves nobody between goalposts, and does move others on the scales of the present set', () => {
	const raw = [12, 14, 18];
	expect(only([...raw, 40], GOALPOSTS).slice(0, 3)).toEqual(only(raw, GOALPOSTS));
	for (const scale of [HUNDRED, Z, RANK]) expect(only([...raw, 40], scale).slice(0, 3)).not.toEqual(only(raw, scale));
});

test('the better of two raw values is never the lower normalised one', () => {
	fc.assert(
		fc.property(
			values,
			fc.constantFrom<'higher' | 'lower'>('higher', 'lower'),
			fc.constantFrom(HUNDRED, Z, RANK, GOALPOSTS),
			(raw, way, scale) => {
				const found = only(raw, scale, way);
				const sign = way === 'higher' ? 1 : -1;
				raw.forEach((a, i) => raw.forEach((b, j) => sign * (a - b) > 0 && expect(found[i]!).toBeGreaterThanOrEqual(found[j]!)));
			}
		)
	);
});
