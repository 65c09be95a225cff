import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastYear, type Indicator, type IndicatorValue } from '#lib/core/indicator/indicator.ts';
import type { Comparator } from './diagnostic.ts';
import { favourOf, lineOf } from './lines.ts';
import { codeOf, column, contextOf, figure, indicator, same } from './scenarios/synthetic.ts';

const NEED = indicator('need');
const lineAt = (code: string, values: readonly IndicatorValue[], one: Indicator = NEED, comparator?: Comparator) =>
	lineOf(contextOf([one], values, { code, ...(comparator ? { comparator } : {}) }), one);
const rankAt = (code: string, values: readonly IndicatorValue[], one: Indicator = NEED): number | null =>
	lineAt(code, values, one)?.standing?.rank?.value ?? null;

describe('a rank', () => {
	const values = column('need', [10, 40, 20, 30, 5, 1, 2, 3]);

	it('is 1 where a need is greatest, whichever way it is counted', () => {
		expect(rankAt('B', values)).toBe(1);
		expect(rankAt('F', values, indicator('need', { direction: 'lower' }))).toBe(1);
	});

	it('is 1 where what is not a need is most favourable', () => {
		expect(rankAt('B', values, indicator('need', { role: 'potential' }))).toBe(1);
		expect(rankAt('F', values, indicator('need', { role: 'access', direction: 'lower' }))).toBe(1);
	});

	it('is the smallest one for places that are equal, and the next place comes after all of them', () => {
		const tied = column('need', [9, 9, 9, 4, 3, 2, 1, 0]);
		expect(['A', 'B', 'C', 'D'].map((code) => rankAt(code, tied))).toEqual([1, 1, 1, 4]);
	});

	it('is among figures of the same year only', () => {
		const years = values.map((value, index) => (index < 3 ? { ...value, year: '2014' } : value));
		const { standing } = lineAt('D', years)!;
		expect([standing!.rank!.value, standing!.of.value, standing!.highest.value]).toEqual([1, 5, 30]);
	});

	it('is not given to a count, which follows the number of people, and counts are compared with nobody', () => {
		const line = lineAt('B', [...values, figure('need', 'MA', 7)], indicator('need', { isCount: true }))!;
		expect([line.standing, line.beside, line.reading]).toEqual([null, null, null]);
	});

	it('is not given to what is neither good nor bad, which still has its place between lowest and highest', () => {
		const { standing } = lineAt('B', values, indicator('need', { role: 'context', direction: 'neutral' }))!;
		expect([standing!.rank, standing!.lowest.value, standing!.median.value, standing!.highest.value]).toEqual([null, 1, 7.5, 40]);
	});

	it('is not given where fewer than half of the level have a figure, nor among fewer than three', () => {
		expect(lineAt('A', column('need', [1, 2, 3, null]))!.standing).toBeNull();
		expect(rankAt('A', column('need', [1, 2, 3, 4]))).toBe(4);
		const ten = contextOf([NEED], column('need', [1, 2, 3, 4]), { size: 10 });
		expect(lineOf(ten, NEED)!.standing).toBeNull();
		const two = contextOf([NEED], column('need', [1, 2]), { size: 2 });
		expect(lineOf(two, NEED)!.standing).toBeNull();
	});

	it('counts the places before, whatever the figures are', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }), (numbers) => {
				const all = column('need', numbers);
				const ranks = numbers.map((_, index) => rankAt(codeOf(index), all)!);
				ranks.forEach((rank, index) => expect(rank).toBe(1 + numbers.filter((other) => other > numbers[index]!).length));
				expect(Math.min(...ranks)).toBe(1);
			})
		);
	});

	it('marks the first and the last quarter, and nobody where all are equal', () => {
		const lines = values.map((_, index) => lineAt(codeOf(index), values)!.standing!);
		expect(lines.flatMap(({ isFirstQuarter }, index) => (isFirstQuarter ? codeOf(index) : []))).toEqual(['B', 'D']);
		expect(lines.flatMap(({ isLastQuarter }, index) => (isLastQuarter ? codeOf(index) : []))).toEqual(['F', 'G']);
		const equal = lineAt('A', column('need', [5, 5, 5, 5, 5, 5, 5, 5]))!.standing!;
		expect([equal.isFirstQuarter, equal.isLastQuarter]).toEqual([false, false]);
	});
});

describe('a reading beside the comparator', () => {
	const values = column('need', [50, 0, 100, 20, 30, 40, 60, 70]);
	const reading = (nation: number, one: Indicator = NEED, year = '2024') =>
		lineAt('A', [...values, figure('need', 'MA', nation, { year })], one)!.reading;

	it('is worse for more need and better for less; turned round for what is counted the other way, and for potentials', () => {
		expect([reading(40), reading(60)]).toEqual(['worse', 'better']);
		expect([reading(40, indicator('need', { direction: 'lower' })), reading(60, indicator('need', { direction: 'lower' }))]).toEqual([
			'better',
			'worse'
		]);
		expect(reading(40, indicator('need', { role: 'potential' }))).toBe('better');
		expect(reading(40, indicator('need', { role: 'access', direction: 'lower' }))).toBe('worse');
	});

	it('is alike up to 5 % of the range of the level', () => {
		expect([reading(45), reading(44.9), reading(55), reading(55.1)]).toEqual(['alike', 'worse', 'alike', 'better']);
	});

	it('is not given for figures of different years, without a comparator, or without a direction', () => {
		expect(reading(40, NEED, '2014')).toBeNull();
		expect(lineAt('A', values)!.reading).toBeNull();
		expect(reading(40, indicator('need', { role: 'context', direction: 'neutral' }))).toBeNull();
	});

	it('turns round when the two change places', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (here, there) => {
				const read = (a: number, b: number) => lineAt('A', [figure('need', 'A', a), figure('need', 'MA', b)])!.reading;
				const opposite = { better: 'worse', worse: 'better', alike: 'alike' } as const;
				expect(read(there, here)).toBe(opposite[read(here, there)!]);
			})
		);
	});
});

describe('the comparator', () => {
	const group: Comparator = { kind: 'alike', code: null, name: null, members: ['B', 'C', 'D'].map((code) => ({ code, name: same(code) })) };
	const values = column('need', [50, 10, 90, 20]);

	it('shows its own published figure when it is a territory, a region or the nation', () => {
		const region: Comparator = { kind: 'region', code: 'MA-03', name: same('MA-03'), members: [] };
		const { beside } = lineAt('A', [...values, figure('need', 'MA-03', 33)], NEED, region)!;
		expect([beside!.value, beside!.cell]).toEqual([33, 'indicators/need/MA-03/2024']);
	});

	it('shows the middle of a group, with the members in its address', () => {
		const { beside } = lineAt('A', values, NEED, group)!;
		expect([beside!.value, beside!.year, beside!.cell]).toEqual([20, '2024', 'median(indicators/need/{B C D})']);
	});

	it('has no middle of two figures, nor of figures of several years', () => {
		expect(lineAt('A', column('need', [50, 10, 90, null]), NEED, group)!.beside).toBeNull();
		const mixed = values.map((value) => (value.territory === 'C' ? { ...value, year: '2014' } : value));
		expect(lineAt('A', mixed, NEED, group)!.beside).toBeNull();
	});
});

describe('a line of an indicator', () => {
	it('is left out where nobody publishes a figure: unknown is not 0', () => {
		expect(lineAt('A', column('need', [null, 1, 2, 3]))).toBeNull();
		expect(lineAt('A', column('need', [0, 1, 2, 3]))!.here.value).toBe(0);
	});

	it('is stale more than five years after the last year of its period', () => {
		const stale = (year: string) => lineAt('A', [figure('need', 'A', 1, { year })])!.isStale;
		expect([stale('2014'), stale('2020'), stale('2021'), stale('2019-2023')]).toEqual([true, true, false, false]);
		expect(['2024', '2019-2023', '2025-Q3'].map(lastYear)).toEqual([2024, 2023, 2025]);
	});

	it('knows which way is favourable, and that a count has none', () => {
		expect(favourOf(NEED)).toBe('lower');
		expect(favourOf(indicator('schooling', { direction: 'lower' }))).toBe('higher');
		expect(favourOf(indicator('people', { isCount: true }))).toBeNull();
	});
});
