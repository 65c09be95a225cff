import { EVIDENCE_GRADES, type EvidenceGrade } from '#lib/core/project/model.ts';
import { isHolder, type Holder } from '#lib/core/recommendation/profile.ts';

/** An amount over `over`, up to `to`. */
export interface Range {
	readonly over: number;
	readonly to: number;
}

/** Capital a sheet needs, in ranges of MAD, smallest first. */
export const INVESTMENTS = ['to-100k', 'to-500k', 'to-1m', 'to-5m', 'over-5m'] as const;
export type Investment = (typeof INVESTMENTS)[number];
export const INVESTMENT_RANGES: Readonly<Record<Investment, Range>> = {
	'to-100k': { over: 0, to: 100_000 },
	'to-500k': { over: 100_000, to: 500_000 },
	'to-1m': { over: 500_000, to: 1_000_000 },
	'to-5m': { over: 1_000_000, to: 5_000_000 },
	'over-5m': { over: 5_000_000, to: Infinity }
};

/** Members of a sheet, in ranges of people, smallest first. */
export const GROUP_SIZES = ['to-10', 'to-25', 'over-25'] as const;
export type GroupSize = (typeof GROUP_SIZES)[number];
export const GROUP_SIZE_RANGES: Readonly<Record<GroupSize, Range>> = {
	'to-10': { over: 0, to: 10 },
	'to-25': { over: 10, to: 25 },
	'over-25': { over: 25, to: Infinity }
};

/** Longest payback that may be asked for, years. */
export const PAYBACKS = [5, 7, 10] as const;
export type Payback = (typeof PAYBACKS)[number];

/** Least grade of evidence that may be asked for; D would be every sheet. */
export const LEAST_GRADES = ['A', 'B', 'C'] as const satisfies readonly EvidenceGrade[];
export type LeastGrade = (typeof LEAST_GRADES)[number];

/** Whether a sheet needs a permit of its own. */
export const PERMITS = ['none', 'needed'] as const;
export type Permit = (typeof PERMITS)[number];

/** What a list may be in order of. Never a rate of return: grades of evidence differ. */
export const PROJECT_SORTS = ['name', 'capital', 'members'] as const;
export type ProjectSort = (typeof PROJECT_SORTS)[number];

/** What the list of project sheets shows, as a value. Null asks for nothing. */
export interface ProjectsView {
	/** Code of a province or a commune. */
	readonly place: string | null;
	/** A value chain, or the code of a branch. */
	readonly sector: string | null;
	readonly holder: Holder | null;
	/** Own money, MAD. */
	readonly money: number | null;
	readonly investment: Investment | null;
	readonly payback: Payback | null;
	readonly permit: Permit | null;
	/** True asks for an instrument that is open today and fits the sheet. */
	readonly funding: boolean;
	readonly grade: LeastGrade | null;
	readonly members: GroupSize | null;
	readonly sort: ProjectSort;
}

/** Everything, by name. */
export const ALL_PROJECTS: ProjectsView = {
	place: null,
	sector: null,
	holder: null,
	money: null,
	investment: null,
	payback: null,
	permit: null,
	funding: false,
	grade: null,
	members: null,
	sort: 'name'
};

/** What can be asked for, in the order it is asked and written. */
export const PROJECT_FILTERS = [
	'place',
	'sector',
	'holder',
	'money',
	'investment',
	'payback',
	'permit',
	'funding',
	'grade',
	'members'
] as const satisfies readonly (keyof ProjectsView)[];
export type ProjectFilter = (typeof PROJECT_FILTERS)[number];

/** What a link may name. */
export interface KnownOfProjects {
	isPlace(code: string): boolean;
	/** True for a value chain and for a branch. */
	isSector(id: string): boolean;
}

/** A view read from a link or a form. Never fails: what it cannot use is in `issues` and asks for nothing. */
export interface ParsedProjects {
	readonly view: ProjectsView;
	readonly issues: readonly (ProjectFilter | 'sort')[];
}

const LONGEST = 32;
/** Most own money that is an answer and not a slip, MAD. */
const MOST_MONEY = 100_000_000;

const oneOf =
	<T extends string>(values: readonly T[]) =>
	(text: string): T | null =>
		values.find((value) => value === text) ?? null;

/** The view of an address, as far as `known` allows. */
export function parseProjects(search: URLSearchParams, known: KnownOfProjects): ParsedProjects {
	const issues: (ProjectFilter | 'sort')[] = [];
	const read = <T>(name: ProjectFilter | 'sort', parse: (text: string) => T | null): T | null => {
		const text = (search.get(name) ?? '').trim();
		if (text === '') return null;
		const value = text.length > LONGEST ? null : parse(text);
		if (value === null) issues.push(name);
		return value;
	};
	const named = (is: (id: string) => boolean) => (text: string) => (is(text) ? text : null);
	const view = {
		place: read('place', named(known.isPlace)),
		sector: read('sector', named(known.isSector)),
		holder: read('holder', (text) => (isHolder(text) ? text : null)),
		money: read('money', moneyOf),
		investment: read('investment', oneOf(INVESTMENTS)),
		payback: read('payback', (text) => PAYBACKS.find((years) => String(years) === text) ?? null),
		permit: read('permit', oneOf(PERMITS)),
		funding: read('funding', (text) => (text === 'open' ? true : null)) ?? false,
		grade: read('grade', oneOf(LEAST_GRADES)),
		members: read('members', oneOf(GROUP_SIZES)),
		sort: read('sort', oneOf(PROJECT_SORTS)) ?? ALL_PROJECTS.sort
	};
	return { view, issues };
}

/** Whole dirhams, written with or without spaces; null when they are none. */
function moneyOf(text: string): number | null {
	const written = text.replaceAll(/[\s\u00a0\u202f]/g, '');
	const value = Number(written);
	return /^\d{1,9}$/.test(written) && value <= MOST_MONEY ? value : null;
}

/** The query of a view, without «?»; what asks for nothing is left out, so the whole list has an empty one. */
export function formatProjects(view: ProjectsView): string {
	const query = new URLSearchParams();
	for (const name of PROJECT_FILTERS) {
		const value = view[name];
		if (value === null || value === false) continue;
		query.set(name, value === true ? 'open' : String(value));
	}
	if (view.sort !== ALL_PROJECTS.sort) query.set('sort', view.sort);
	return query.toString();
}

/** The filters that ask for something, in their order. */
export const activeFilters = (view: ProjectsView): ProjectFilter[] => PROJECT_FILTERS.filter((name) => view[name] !== ALL_PROJECTS[name]);

/** The same view with one filter asking for nothing. */
export const withoutFilter = (view: ProjectsView, name: ProjectFilter): ProjectsView => ({ ...view, [name]: ALL_PROJECTS[name] });

/** Place of a grade, best first. */
export const gradePlace = (grade: EvidenceGrade): number => EVIDENCE_GRADES.indexOf(grade);
