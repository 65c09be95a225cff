import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { economicComplexity } from './complexity.ts';
import { herfindahl, krugmanIndices } from './concentration.ts';
import { totalsOf, type CountTable } from './count-table.ts';
import { locationQuotients, populationQuotients } from './location-quotient.ts';
import { relatedness } from './relatedness.ts';

const tableOf = (...rows: readonly (readonly number[])[]): CountTable => ({
	territories: rows.length,
	sectors: rows[0]!.length,
	counts: Float64Array.from(rows.flat())
});
const at = (column: Float64Array, sectors: number, t: number) => [...column.subarray(t * sectors, (t + 1) * sectors)];

describe('location quotients', () => {
	const table = tableOf([30, 10, 0], [10, 30, 20], [0, 0, 0]);

	test('are the share of a sector here over its share in the nation', () => {
		const { quotient } = locationQuotients(table, 1);
		expect(at(quotient, 3, 0)).toEqual([30 / 40 / 0.4, 10 / 40 / 0.4, 0]);
	});
	test('of nothing among nothing do not exist: 0/0 is unknown, not 0', () => {
		expect(at(locationQuotients(table, 1).quotient, 3, 2)).toEqual([NaN, NaN, NaN]);
		expect(at(locationQuotients(tableOf([5, 0], [5, 0]), 0).quotient, 2, 0)).toEqual([1, NaN]);
	});
	test('are not given for a sector counted fewer than 30 times in the nation, and the sector is named', () => {
		const { quotient, tooRare } = locationQuotients(table, 30);
		expect(tooRare).toEqual([2]);
		expect(at(quotient, 3, 1)).toEqual([10 / 60 / 0.4, 30 / 60 / 0.4, NaN]);
	});
	test('leave out a territory with an unknown count, which then is in no total', () => {
		const gap = tableOf([30, 10], [10, 30], [NaN, 500]);
		expect(totalsOf(gap)).toMatchObject({ ofSector: Float64Array.of(40, 40), all: 80 });
		expect(at(locationQuotients(gap, 1).quotient, 2, 2)).toEqual([NaN, NaN]);
	});
	test('weighed by the size of the territories, average 1 in every sector', () => {
		const counts = fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 12 });
		fc.assert(
			fc.property(counts, (rows) => {
				const table = tableOf(...rows);
				const { ofTerritory, ofSector, all } = totalsOf(table);
				const { quotient } = locationQuotients(table, 1);
				for (let s = 0; s < 4; s++) {
					if (ofSector[s] === 0) continue;
					const mean = rows.reduce((sum, _, t) => sum + (ofTerritory[t]! > 0 ? (ofTerritory[t]! / all) * quotient[t * 4 + s]! : 0), 0);
					expect(mean).toBeCloseTo(1, 10);
				}
			})
		);
	});
	test('need as many counts as cells', () => {
		expect(() => totalsOf({ territories: 2, sectors: 2, counts: new Float64Array(3) })).toThrow('3 counts for 2 × 2 cells');
	});
});

describe('population quotients', () => {
	const count = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 80 }) }, { weight: 1, arbitrary: fc.constant(NaN) });
	const base = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 9000 }) }, { weight: 1, arbitrary: fc.constantFrom(0, NaN) });

	test('P19: what is expected adds up to what was counted, over the territories with a base; the others have neither', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(count, base), { minLength: 1, maxLength: 80 }), (rows) => {
				const [counts, bases] = [rows.map(([c]) => c), rows.map(([, d]) => d)];
				const outcome = populationQuotients(counts, bases, 30);
				const taking = rows.map(([c, d]) => c >= 0 && d > 0);
				const counted = counts.reduce((sum, c, t) => sum + (taking[t] ? c : 0), 0);
				expect(outcome.ok).toBe(counted >= 30);
				if (!outcome.ok) return;
				const { expected, quotient, lo, hi } = outcome.value;
				expect(expected.reduce((sum, e) => sum + (Number.isNaN(e) ? 0 : e), 0)).toBeCloseTo(counted, 8);
				taking.forEach((takes, t) => {
					expect(Number.isNaN(expected[t]!)).toBe(!takes);
					expect(Number.isNaN(quotient[t]!)).toBe(!takes);
					if (takes) expect(lo[t]! <= quotient[t]! && quotient[t]! <= hi[t]!).toBe(true);
				});
			})
		);
	});

	test('are refused when the nation has fewer than 30', () => {
		expect(populationQuotients([10, 19], [100, 100], 30)).toEqual({ ok: false, reason: 'too-few-counted' });
	});
});

describe('relatedness', () => {
	/** Sectors 0 and 1 go together, 2 stands alone; sector 3 is a speciality of nobody. */
	const quotients = {
		territories: 4,
		sectors: 4,
		tooRare: [],
		quotient: Float64Array.from([2, 2, 0, 0, 2, 2, 0, 0, 2, 0, 3, 0, 0, 0, 3, 0.5])
	};
	const outcome = relatedness(quotients, 4);
	if (!outcome.ok) throw new Error(outcome.reason);
	const { proximity, density } = outcome.value;

	test('is the smaller of the two conditional shares: the same both ways', () => {
		expect(at(proximity, 4, 0)).toEqual([NaN, 2 / 3, 1 / 3, 0]);
		expect(at(proximity, 4, 1)).toEqual([2 / 3, NaN, 0, 0]);
	});
	test('gives a density without the sector itself: what a place has of all that is related', () => {
		expect(at(density, 4, 0)).toEqual([2 / 3, 1, 1, NaN]);
		expect(at(density, 4, 3)).toEqual([1 / 3, 0, 0, NaN]);
	});
	test('of two sectors nobody has is unknown, not 0', () => {
		const none = relatedness({ territories: 1, sectors: 2, tooRare: [], quotient: Float64Array.of(0, 0) }, 1);
		expect(none.ok && none.value.proximity[1]).toBeNaN();
	});
	test('is refused for fewer territories than asked for', () => {
		expect(relatedness(quotients, 5)).toEqual({ ok: false, reason: 'too-few-territories' });
	});
});

describe('concentration', () => {
	test('is 1 when one part is all, 1/n when all are equal, unknown for nothing', () => {
		expect(herfindahl([0, 7, 0])).toBe(1);
		expect(herfindahl([2, 2, 2, 2])).toBe(0.25);
		expect(herfindahl([0, 0])).toBeNull();
		expect(herfindahl([3, NaN])).toBeNull();
	});
	test('by Krugman is 0 for the make-up of all others, 2 for nothing in common', () => {
		expect([...krugmanIndices(tableOf([1, 2], [2, 4], [3, 6]))]).toEqual([0, 0, 0]);
		expect([...krugmanIndices(tableOf([5, 0], [0, 9]))]).toEqual([2, 2]);
		expect([...krugmanIndices(tableOf([5, 0], [0, 0], [NaN, 1]))]).toEqual([NaN, NaN, NaN]);
	});
});

describe('economic complexity', () => {
	/** Territory t has the first t + 1 specialities: the more it has, the rarer they are. */
	const nested = (size: number) => ({
		territories: size,
		sectors: size,
		tooRare: [],
		quotient: Float64Array.from({ length: size * size }, (_, cell) => (cell % size <= Math.floor(cell / size) ? 1 : 0))
	});

	test('rises with the number and the rarity of specialities, has mean 0 and standard deviation 1', () => {
		const outcome = economicComplexity(nested(30), 30);
		if (!outcome.ok) throw new Error(outcome.reason);
		const { value } = outcome;
		for (let t = 1; t < 30; t++) expect(value[t]).toBeGreaterThan(value[t - 1]!);
		expect(value.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 9);
		expect(value.reduce((sum, one) => sum + one * one, 0) / 30).toBeCloseTo(1, 9);
	});
	test('is an eigenvector: averaging over shared specialities only shrinks it', () => {
		const size = 30;
		const outcome = economicComplexity(nested(size), 30);
		if (!outcome.ok) throw new Error(outcome.reason);
		const averaged = Array.from({ length: size }, (_, t) => {
			let sum = 0;
			for (let s = 0; s <= t; s++) for (let other = s; other < size; other++) sum += outcome.value[other]! / (size - s) / (t + 1);
			return sum;
		});
		const mean = averaged.reduce((sum, one) => sum + one, 0) / size;
		// Up to a constant, which is the first eigenvector: differences shrink by one and the same factor.
		const factor = (averaged[size - 1]! - averaged[0]!) / (outcome.value[size - 1]! - outcome.value[0]!);
		averaged.forEach((one, t) => expect(one - mean).toBeCloseTo(factor * outcome.value[t]!, 7));
	});
	test('is refused for twelve regions, and where groups share no speciality', () => {
		expect(economicComplexity(nested(12), 30)).toEqual({ ok: false, reason: 'too-few-territories' });
		const apart = { territories: 2, sectors: 2, tooRare: [], quotient: Float64Array.of(2, 0, 0, 2) };
		expect(economicComplexity(apart, 2)).toEqual({ ok: false, reason: 'disconnected' });
	});
});
