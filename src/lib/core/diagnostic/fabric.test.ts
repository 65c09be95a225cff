import { describe, expect, it } from 'vitest';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import type { Fabric } from './diagnostic.ts';
import { fabricOf } from './fabric.ts';
import type { DiagnosticInput } from './input.ts';
import { column, contextOf, indicator, published, same, syntheticInput } from './scenarios/synthetic.ts';

const told = (more: Partial<DiagnosticInput>, context = contextOf([], [])): Fabric => fabricOf(syntheticInput('A', more), context);

const named = (id: string): Cooperative => ({
	...{ id, name: same(id), branch: null, activity: null, commune: null, province: 'A', region: 'R', position: null, year: null },
	...{ members: null, womenOnly: null, source: { title: 'A paper', url: null } }
});

describe('the stock', () => {
	it('is the newest published total, and every other count stands beside it', () => {
		const { stock, counts } = told({
			counts: [published('A', '2009', 30), published('A', '2022', 46), published('A', '2021', 5, { measure: 'created' })]
		});
		expect([stock!.count.value, stock!.asOf, stock!.isOld]).toEqual([46, '2022', false]);
		expect(counts.map(({ count }) => count.value)).toEqual([30, 5]);
	});

	it('is null where no source gives a total: unknown is not 0', () => {
		expect(told({ counts: [] }).stock).toBeNull();
		expect(told({ counts: [published('A', '2022', 12, { branch: 'argan' })] }).stock).toBeNull();
		expect(told({ counts: [published('A', '2022', null, { members: 300 })] })).toMatchObject({ stock: null, counts: [] });
		expect(told({ counts: [published('A', '2022', 0)] }).stock!.count.value).toBe(0);
	});

	it('says the date it is of, that it was computed from a share, and where it stands', () => {
		const { stock } = told({ counts: [published('A', '2014-03-31', 46, { measure: 'stock_derived_from_share', womenMembers: 9 })] });
		expect(stock!.count).toMatchObject({
			year: '2014-03-31',
			status: 'derived',
			cell: 'counts/A/all/stock_derived_from_share/2014-03-31#count'
		});
		expect([stock!.isOld, stock!.members, stock!.womenMembers!.value]).toEqual([true, null, 9]);
	});

	it('is old when nobody dated it', () => {
		const { stock } = told({ counts: [published('A', null, 7)] });
		expect([stock!.isOld, stock!.count.cell]).toEqual([true, 'counts/A/all/stock/undated#count']);
	});
});

describe('the national series', () => {
	const series = (...rows: Parameters<typeof published>[]) => told({ nationCounts: rows.map((row) => published(...row)) }).series;

	it('has one point per year in the order of dates: the last of a year', () => {
		const points = series(['MA', '2012-09', 10140], ['MA', '2010', 7804], ['MA', '2012-03-31', 9263], ['MA', '2013 H1', 11354]);
		expect(points.map(({ asOf, count }) => `${asOf} ${count.value}`)).toEqual(['2010 7804', '2012-09 10140', '2013 H1 11354']);
		for (const [index, { at }] of points.entries()) if (index > 0) expect(at).toBeGreaterThan(points[index - 1]!.at);
	});

	it('puts a year alone at its end, and a month inside its year', () => {
		const points = series(['MA', '2010', 1], ['MA', '2011-01', 2], ['MA', '2012-12-31', 3]);
		expect(points.map(({ at }) => Math.floor(at))).toEqual([2010, 2011, 2012]);
		expect(points[0]!.at).toBe(2010.99);
	});

	it('leaves out what has no date, no number, another branch or another measure', () => {
		const rows = series(
			['MA', null, 53856],
			['MA', '2024', null],
			['MA', '2024', 7874, { measure: 'stock_women_only' }],
			['MA', '2024', 106, { branch: 'cannabis' }],
			['MA', '2025', 65315, { members: 788969 }]
		);
		expect(rows.map(({ count, members, womenMembers }) => [count.value, members!.value, womenMembers])).toEqual([[65315, 788969, null]]);
	});
});

describe('the rest of the fabric', () => {
	it('counts the named cooperatives and shows a few as examples', () => {
		const many = Array.from({ length: 11 }, (_, index) => named(`C${index}`));
		const { named: count, examples } = told({ named: many });
		expect([count.value, count.cell]).toEqual([11, 'count(cooperatives?within=A)']);
		expect(examples.map(({ id }) => id)).toEqual(many.slice(0, 8).map(({ id }) => id));
	});

	it('has the census proxy as lines of its own', () => {
		const share = indicator('cooperator_share', { role: 'context', direction: 'neutral' });
		const { lines } = told(
			{},
			contextOf([share, indicator('jobless')], [...column('cooperator_share', [2, 1]), ...column('jobless', [9, 8])])
		);
		expect(lines.map(({ indicator: id, here }) => [id, here.value])).toEqual([['cooperator_share', 2]]);
	});
});
