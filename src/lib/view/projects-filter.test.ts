import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loosenings, projectsShown, sortedProjects, type ProjectFacts } from './projects-filter.ts';
import { ALL_PROJECTS, type ProjectsView } from './projects.ts';

const compare = (a: string, b: string): number => a.localeCompare(b);

const eggs: ProjectFacts = {
	id: 'M13',
	name: 'Œufs beldi',
	variantOf: null,
	branch: '01',
	chains: ['poultry-eggs'],
	members: 12,
	capital: 720_000,
	own: 72_000,
	payback: 4.3,
	permits: 1,
	grade: 'B',
	isPublicInfrastructure: false,
	openFunding: 3,
	fitsPlace: true
};
const hens: ProjectFacts = {
	...eggs,
	id: 'M13a',
	name: 'Deux cents poules',
	variantOf: 'M13',
	members: 5,
	capital: 60_000,
	own: 6000,
	grade: 'D'
};
const dates: ProjectFacts = {
	...eggs,
	id: 'M07',
	name: 'Dattes',
	chains: ['dates'],
	members: 200,
	capital: 17_571_000,
	own: 1_757_100,
	payback: null,
	isPublicInfrastructure: true,
	openFunding: 0
};
const carpets: ProjectFacts = {
	...eggs,
	id: 'M11',
	name: 'Tapis',
	branch: '02',
	chains: ['weaving'],
	members: 25,
	capital: 543_000,
	permits: 0,
	grade: 'D'
};
const all = [eggs, hens, dates, carpets];
const shown = (asked: Partial<ProjectsView>): string[] => projectsShown({ ...ALL_PROJECTS, ...asked }, all).map(({ id }) => id);

describe('the filters of the project bank', () => {
	it('ask for nothing by themselves', () => {
		expect(shown({})).toEqual(['M13', 'M13a', 'M07', 'M11']);
	});

	it('find a chain and a whole branch', () => {
		expect(shown({ sector: 'dates' })).toEqual(['M07']);
		expect(shown({ sector: '02' })).toEqual(['M11']);
	});

	it('show with little money what it pays the own part of', () => {
		expect(shown({ money: 6000 })).toEqual(['M13a']);
	});

	it('keep what lives on public money for cooperatives that exist', () => {
		expect(shown({ holder: 'youth' })).not.toContain('M07');
		expect(shown({ holder: 'cooperative' })).toContain('M07');
	});

	it('call a payback that never comes long', () => {
		expect(shown({ payback: 10 })).toEqual(['M13', 'M13a', 'M11']);
	});

	it('tell apart what needs a permit', () => {
		expect(shown({ permit: 'none' })).toEqual(['M11']);
		expect(shown({ permit: 'needed' })).toEqual(['M13', 'M13a', 'M07']);
	});

	it('take a grade as the least, funding as open today, and ranges without a gap', () => {
		expect(shown({ grade: 'B' })).toEqual(['M13', 'M07']);
		expect(shown({ funding: true })).toEqual(['M13', 'M13a', 'M11']);
		expect(shown({ investment: 'to-100k' })).toEqual(['M13a']);
		expect(shown({ members: 'to-25' })).toEqual(['M13', 'M11']);
	});

	it('never show more when one more is asked for', () => {
		const asked = fc.record({
			grade: fc.constantFrom(null, 'A' as const, 'B' as const, 'C' as const),
			money: fc.option(fc.integer({ min: 0, max: 2_000_000 })),
			permit: fc.constantFrom(null, 'none' as const, 'needed' as const)
		});
		fc.assert(
			fc.property(asked, (more) => {
				expect(shown({})).toEqual(expect.arrayContaining(shown(more)));
				expect(shown({ ...more, payback: 5 }).length).toBeLessThanOrEqual(shown(more).length);
			})
		);
	});
});

describe('when nothing is found', () => {
	it('the list says which filter to give up, the most helpful first', () => {
		expect(loosenings({ ...ALL_PROJECTS, grade: 'B', permit: 'none', payback: 10 }, all)).toEqual([
			{ filter: 'permit', count: 1 },
			{ filter: 'grade', count: 1 }
		]);
	});

	it('and that none alone helps, by naming none', () => {
		expect(loosenings({ ...ALL_PROJECTS, sector: 'dates', grade: 'A', members: 'to-10' }, all)).toEqual([]);
	});
});

describe('the order of the list', () => {
	it('keeps a variant right after its model', () => {
		expect(sortedProjects(all, 'name', compare).map(({ id }) => id)).toEqual(['M07', 'M13', 'M13a', 'M11']);
	});

	it('by capital places a family by its smallest start', () => {
		expect(sortedProjects(all, 'capital', compare).map(({ id }) => id)).toEqual(['M13', 'M13a', 'M11', 'M07']);
	});

	it('loses no sheet and doubles none', () => {
		const some = fc.subarray(all);
		fc.assert(
			fc.property(some, fc.constantFrom('name' as const, 'capital' as const, 'members' as const), (list, sort) => {
				expect(
					sortedProjects(list, sort, compare)
						.map(({ id }) => id)
						.sort()
				).toEqual(list.map(({ id }) => id).sort());
			})
		);
	});
});
