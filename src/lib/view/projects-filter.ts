import type { EvidenceGrade } from '#lib/core/project/model.ts';
import {
	activeFilters,
	gradePlace,
	GROUP_SIZE_RANGES,
	INVESTMENT_RANGES,
	withoutFilter,
	type ProjectFilter,
	type ProjectSort,
	type ProjectsView,
	type Range
} from './projects.ts';

/** What the filters look at of a sheet. */
export interface ProjectFacts {
	readonly id: string;
	/** Name in the language of the page, which the list is in order of. */
	readonly name: string;
	readonly variantOf: string | null;
	readonly branch: string;
	readonly chains: readonly string[];
	readonly members: number;
	/** Investment and working capital of a full year, and the part of it that the case pays itself, MAD. */
	readonly capital: number;
	readonly own: number;
	/** Years, without a grant; null when it never comes. */
	readonly payback: number | null;
	readonly permits: number;
	readonly grade: EvidenceGrade;
	readonly isPublicInfrastructure: boolean;
	/** Instruments open today that fit the sheet, the place and who asks. */
	readonly openFunding: number;
	/** True when the place asked for may have it; true when none is asked for. */
	readonly fitsPlace: boolean;
}

const isIn = (value: number, { over, to }: Range): boolean => value > over && value <= to;

/** Whether a sheet passes a filter that asks for something. */
const PASSES: Readonly<Record<ProjectFilter, (view: ProjectsView, facts: ProjectFacts) => boolean>> = {
	place: (_, { fitsPlace }) => fitsPlace,
	sector: ({ sector }, { branch, chains }) => sector === null || sector === branch || chains.includes(sector),
	// A new group does not start with what lives on public money; a cooperative may carry it.
	holder: ({ holder }, { isPublicInfrastructure }) => holder === 'cooperative' || !isPublicInfrastructure,
	money: ({ money }, { own }) => money === null || own <= money,
	investment: ({ investment }, { capital }) => investment === null || isIn(capital, INVESTMENT_RANGES[investment]),
	payback: (view, { payback }) => view.payback === null || (payback !== null && payback <= view.payback),
	permit: ({ permit }, { permits }) => permit === null || permits > 0 === (permit === 'needed'),
	funding: (_, { openFunding }) => openFunding > 0,
	grade: (view, { grade }) => view.grade === null || gradePlace(grade) <= gradePlace(view.grade),
	members: (view, { members }) => view.members === null || isIn(members, GROUP_SIZE_RANGES[view.members])
};

/** The sheets that pass every filter of a view, in the order they came in. */
export function projectsShown<T extends ProjectFacts>(view: ProjectsView, all: readonly T[]): T[] {
	const filters = activeFilters(view);
	return all.filter((facts) => filters.every((name) => PASSES[name](view, facts)));
}

/** A filter that can be given up, and how many sheets that would show. */
export interface Loosening {
	readonly filter: ProjectFilter;
	readonly count: number;
}

/** What giving up one filter would show, the most first; empty when no single one helps. */
export function loosenings(view: ProjectsView, all: readonly ProjectFacts[]): Loosening[] {
	return activeFilters(view)
		.map((filter) => ({ filter, count: projectsShown(withoutFilter(view, filter), all).length }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count);
}

const KEYS: Readonly<Record<Exclude<ProjectSort, 'name'>, (facts: ProjectFacts) => number>> = {
	capital: ({ capital }) => capital,
	members: ({ members }) => members
};

/**
 * Sheets in families: a model, then its smaller variants. Families stand in the order of the sort, each by its first sheet in that
 * order; `compare` orders names as the language does.
 */
export function sortedProjects<T extends ProjectFacts>(
	shown: readonly T[],
	sort: ProjectSort,
	compare: (a: string, b: string) => number
): T[] {
	const byName = (a: ProjectFacts, b: ProjectFacts): number => compare(a.name, b.name);
	const by = sort === 'name' ? byName : (a: ProjectFacts, b: ProjectFacts) => KEYS[sort](a) - KEYS[sort](b) || byName(a, b);
	const families = Map.groupBy(shown, ({ id, variantOf }) => variantOf ?? id);
	const first = (family: readonly T[]): T => (sort === 'name' ? family[0]! : family.toSorted(by)[0]!);
	return [...families.values()]
		.map((family) => family.toSorted((a, b) => Number(a.variantOf !== null) - Number(b.variantOf !== null) || by(a, b)))
		.sort((a, b) => by(first(a), first(b)))
		.flat();
}
