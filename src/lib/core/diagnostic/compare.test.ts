import { describe, expect, it } from 'vitest';
import { diagnosticOf } from './assemble.ts';
import { comparisonOf, verdictsOf, type ComparedRow, type Comparison } from './compare.ts';
import type { Diagnostic } from './diagnostic.ts';
import { linesWhere } from './lines.ts';
import { codeOf, column, contextOf, figure, indicator, published, syntheticInput } from './scenarios/synthetic.ts';

const INDICATORS = [
	indicator('jobless'),
	indicator('schooling', { direction: 'lower' }),
	indicator('souks', { role: 'context', isCount: true }),
	indicator('survey')
];
const VALUES = [
	...column('jobless', [20.1, 24.2, 20.1]),
	...column('schooling', [96, 95]),
	...column('souks', [8, 13, 20]),
	...[figure('survey', 'A', 5, { year: '2014' }), figure('survey', 'B', 4)]
];

/** The diagnostics of the first provinces with these figures as their needs. */
const diagnostics = (count: number): Diagnostic[] =>
	Array.from({ length: count }, (_, index) => ({
		...diagnosticOf(syntheticInput(codeOf(index))),
		needs: linesWhere(contextOf(INDICATORS, VALUES, { code: codeOf(index) }), () => true)
	}));
const need = ({ needs }: Comparison, id: string): ComparedRow => needs.find((row) => row.id === id)!;

describe('territories side by side', () => {
	const three = comparisonOf(diagnostics(3));

	it('are read against the first: a need is favourable where it is low, a school rate where it is high; ties share the mark', () => {
		expect(need(three, 'jobless').cells.map(({ verdict }) => verdict)).toEqual(['best', 'worst', 'best']);
		expect(need(three, 'jobless').cells.map(({ difference }) => difference)).toEqual([null, expect.closeTo(4.1), 0]);
		expect(need(three, 'schooling').cells.map(({ verdict }) => verdict)).toEqual(['best', 'worst', null]);
	});

	it('keep a gap where one has no figure', () => {
		const [, , last] = need(three, 'schooling').cells;
		expect(last).toEqual({ datum: null, verdict: null, difference: null, isStale: false });
	});

	it('are not compared by figures of different years, and an old one stays marked as old', () => {
		const row = need(three, 'survey');
		expect(row.isMixed).toBe(true);
		expect(row.cells.map(({ verdict, difference }) => verdict ?? difference)).toEqual([null, null, null]);
		expect(row.cells.map(({ isStale }) => isStale)).toEqual([true, false, false]);
	});

	it('are neither good nor bad by a count: it differs, and nobody is marked', () => {
		expect(need(three, 'souks').cells.map(({ difference }) => difference)).toEqual([null, 5, 12]);
		for (const row of [need(three, 'souks'), ...three.facts, three.fabric[0]!]) {
			expect(row.cells.map(({ verdict }) => verdict)).toEqual([null, null, null]);
		}
	});

	it('say that a total of cooperatives is not published rather than zero', () => {
		const [a, b] = diagnostics(2);
		const counted = diagnosticOf(syntheticInput('A', { counts: [published('A', '2024', 46)] }));
		const [stock] = comparisonOf([{ ...a!, fabric: counted.fabric }, b!]).fabric;
		expect(stock!.cells.map(({ datum }) => datum?.value ?? null)).toEqual([46, null]);
	});

	it('show the chains that one of them at least is scored for, the likeliest first, with the difference in points', () => {
		const first = comparisonOf(diagnostics(8)).sectors;
		const likeliest = first.map(({ cells }) => Math.max(...cells.map(({ line }) => line.top?.value ?? -1)));
		expect(likeliest).toEqual(likeliest.toSorted((a, b) => b - a));
		for (const { cells } of first) {
			const [own] = cells;
			expect(cells.some(({ line }) => line.score !== null)).toBe(true);
			for (const { line, difference } of cells.slice(1)) {
				expect(difference).toBe(line.score && own!.line.score ? line.score.value - own!.line.score.value : null);
			}
		}
	});

	it('may be one or none', () => {
		expect(comparisonOf(diagnostics(1)).needs.flatMap(({ cells }) => cells.map(({ verdict }) => verdict))).toEqual([
			null,
			null,
			null,
			null
		]);
		expect(comparisonOf([]).sectors).toEqual([]);
	});
});

describe('the most and the least favourable', () => {
	it.each([
		[[1, 2, 3], 'higher', ['worst', null, 'best']],
		[[1, 2, 3], 'lower', ['best', null, 'worst']],
		[[1, 1], 'higher', [null, null]],
		[[1, null], 'higher', [null, null]],
		[[1, null, 2], 'higher', ['worst', null, 'best']],
		[[1, 2], null, [null, null]]
	] as const)('of %j, favourable where %s, are %j', (values, favour, expected) => {
		expect(verdictsOf(values, favour)).toEqual(expected);
	});
});
