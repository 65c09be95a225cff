import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLDERS } from '#lib/core/recommendation/profile.ts';
import {
	activeFilters,
	ALL_PROJECTS,
	formatProjects,
	GROUP_SIZES,
	INVESTMENTS,
	LEAST_GRADES,
	parseProjects,
	PAYBACKS,
	PERMITS,
	PROJECT_FILTERS,
	PROJECT_SORTS,
	withoutFilter,
	type ProjectsView
} from './projects.ts';

const known = { isPlace: (code: string) => /^MA-[A-Z]{3}$/.test(code), isSector: (id: string) => ['honey', 'saffron', '01'].includes(id) };
const parse = (query: string) => parseProjects(new URLSearchParams(query), known);
const maybe = <T>(values: readonly T[]) => fc.constantFrom(null, ...values);

const views: fc.Arbitrary<ProjectsView> = fc.record({
	place: maybe(['MA-HAJ', 'MA-TIZ']),
	sector: maybe(['honey', '01']),
	holder: maybe(HOLDERS),
	money: fc.option(fc.integer({ min: 0, max: 100_000_000 })),
	investment: maybe(INVESTMENTS),
	payback: maybe(PAYBACKS),
	permit: maybe(PERMITS),
	funding: fc.boolean(),
	grade: maybe(LEAST_GRADES),
	members: maybe(GROUP_SIZES),
	sort: fc.constantFrom(...PROJECT_SORTS)
});

describe('the address of the list of project sheets', () => {
	it('reads back what it writes', () => {
		fc.assert(
			fc.property(views, (view) => {
				expect(parse(formatProjects(view))).toEqual({ view, issues: [] });
			})
		);
	});

	it('of the whole list is empty, and so is what a form sends without an answer', () => {
		expect(formatProjects(ALL_PROJECTS)).toBe('');
		expect(parse('place=&sector=&holder=&money=&investment=&payback=&permit=&grade=&members=&sort=name')).toEqual({
			view: ALL_PROJECTS,
			issues: []
		});
	});

	it('names what it cannot use and goes on without it', () => {
		const { view, issues } = parse('place=Paris&sector=honey&money=-3&payback=6&grade=D&sort=irr');
		expect(view).toEqual({ ...ALL_PROJECTS, sector: 'honey' });
		expect(issues).toEqual(['place', 'money', 'payback', 'grade', 'sort']);
	});

	it('takes money as people write it', () => {
		expect(parse('money=60%20000').view.money).toBe(60_000);
		expect(parse('money=60%E2%80%AF000').view.money).toBe(60_000);
	});

	it('knows no order by a rate of return', () => {
		expect(PROJECT_SORTS).toEqual(['name', 'capital', 'members']);
	});
});

describe('a filter', () => {
	it('is given up alone: the others go on asking', () => {
		fc.assert(
			fc.property(views, fc.constantFrom(...PROJECT_FILTERS), (view, filter) => {
				const left = activeFilters(withoutFilter(view, filter));
				expect(left).toEqual(activeFilters(view).filter((name) => name !== filter));
			})
		);
	});
});
