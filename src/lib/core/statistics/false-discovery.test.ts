import fc from 'fast-check';
import { expect, test } from 'vitest';
import { falseDiscovery } from './false-discovery.ts';

const p = fc.oneof({ weight: 6, arbitrary: fc.double({ min: 0.0001, max: 1, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(NaN) });

test('the fifteen tests of Benjamini & Hochberg (1995): four count at a rate of 5 %', () => {
	const published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
	const { adjusted, significant } = falseDiscovery(published, 0.05);
	expect([...significant]).toEqual([1, 1, 1, 1, ...Array(11).fill(0)]);
	expect(adjusted[0]).toBeCloseTo(0.0015, 12);
	expect(adjusted[3]).toBeCloseTo(0.035625, 12);
});

test('what counts are the k smallest, k the last rank with p ≤ k/m · rate', () => {
	fc.assert(
		fc.property(fc.array(p, { maxLength: 60 }), fc.double({ min: 0.01, max: 0.3, noNaN: true }), (values, rate) => {
			const sorted = values.filter((one) => !Number.isNaN(one)).sort((a, b) => a - b);
			const last = sorted.findLastIndex((one, i) => (one * sorted.length) / (i + 1) <= rate);
			const { significant } = falseDiscovery(values, rate);
			values.forEach((one, i) => expect(significant[i] === 1).toBe(last >= 0 && one <= sorted[last]!));
		})
	);
});

test('unknown is no test: it neither counts nor makes the others stricter', () => {
	const { adjusted, significant } = falseDiscovery([0.01, NaN, 0.04, NaN], 0.05);
	expect([...significant]).toEqual([1, 0, 1, 0]);
	expect(adjusted[1]).toBeNaN();
	expect(adjusted[0]).toBeCloseTo(0.02, 12);
	expect(falseDiscovery([NaN], 0.05).significant[0]).toBe(0);
});
