import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import type { Branch } from '#lib/core/sector/chain.ts';
import { searchKey } from '#lib/core/text/search-key.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import type { Words } from '#lib/i18n/words.ts';
import { UNSTATED, type Directory } from './directory.ts';

/** Where things are and what they are called: regions and provinces by code, and every branch. */
export interface Places {
	readonly regions: readonly Territory[];
	readonly provinces: readonly Territory[];
	readonly branches: readonly Branch[];
}

/** A territory of a line, in one language. */
export interface NamedPlace {
	readonly code: string;
	readonly name: string;
}

/** One named cooperative as the list tells it; null for what its source does not say. */
export interface DirectoryLine extends Pick<Cooperative, 'id' | 'commune' | 'year' | 'members' | 'position' | 'source'> {
	readonly name: string;
	readonly isWomenOnly: boolean;
	readonly activity: string | null;
	readonly branch: string | null;
	readonly region: NamedPlace;
	readonly province: NamedPlace | null;
}

/** The lines of one region, by province, then by name: never by size. */
export interface DirectoryGroup extends NamedPlace {
	readonly lines: readonly DirectoryLine[];
}

/** The cooperatives that pass every filter, in the order of the facts. */
export function cooperativesOf(named: readonly Cooperative[], places: Places, directory: Directory): Cooperative[] {
	const asked = searchKey(directory.search)
		.split(' ')
		.filter((word) => word !== '');
	const territories = byCode([...places.regions, ...places.provinces]);
	return named.filter(
		(one) =>
			isIn(directory.territory, one.region, one.province) &&
			isOfBranch(one, directory.branch) &&
			(!directory.womenOnly || one.womenOnly === true) &&
			hasWords(one, asked, territories)
	);
}

/** True for what is in the territory of a code, and everywhere when there is none. A region has what is in its provinces. */
export const isIn = (territory: string | null, region: string, province: string | null): boolean =>
	territory === null || territory === region || territory === province;

const isOfBranch = ({ branch }: Cooperative, asked: string | null): boolean => asked === null || (branch ?? UNSTATED) === asked;

const byCode = (territories: readonly Territory[]): ReadonlyMap<string, Territory> =>
	new Map(territories.map((territory) => [territory.code, territory]));

/** True when every word is somewhere in names, activity and places, in any language and spelling. */
function hasWords(one: Cooperative, words: readonly string[], territories: ReadonlyMap<string, Territory>): boolean {
	if (words.length === 0) return true;
	const places = [one.region, one.province ?? ''].flatMap((code) => territories.get(code) ?? []);
	const texts = [one.name, ...(one.activity ? [one.activity] : []), ...places.map(({ name }) => name)].flatMap(({ ar, fr, en }) => [
		ar,
		fr,
		en
	]);
	const key = searchKey([...texts, one.commune ?? '', ...places.flatMap(({ aliases }) => aliases)].join(' '));
	return words.every((word) => key.includes(word));
}

/** `found` in the language of `words`, a group per region that has any, in the order of the regions. */
export function groupsOf(found: readonly Cooperative[], places: Places, words: Words): DirectoryGroup[] {
	const { compare } = new Intl.Collator(LOCALES[words.language]);
	const lines = found.map((one) => lineOf(one, places, words));
	return places.regions.flatMap(({ code, name }) => {
		const here = lines.filter(({ region }) => region.code === code);
		// Those whose source names no province come last.
		here.sort(
			(a, b) =>
				Number(a.province === null) - Number(b.province === null) ||
				compare(a.province?.name ?? '', b.province?.name ?? '') ||
				compare(a.name, b.name)
		);
		return here.length === 0 ? [] : [{ code, name: words.of(name), lines: here }];
	});
}

function lineOf(one: Cooperative, { regions, provinces, branches }: Places, words: Words): DirectoryLine {
	const { id, commune, year, members, position, source } = one;
	const placeOf = (territories: readonly Territory[], code: string): NamedPlace => {
		const territory = territories.find((known) => known.code === code);
		return { code, name: territory ? words.of(territory.name) : code };
	};
	const branch = branches.find(({ code }) => code === one.branch);
	return {
		id,
		commune,
		year,
		members,
		position,
		source,
		name: words.of(one.name),
		isWomenOnly: one.womenOnly === true,
		activity: one.activity && words.of(one.activity),
		branch: branch ? words.of(branch.name) : null,
		region: placeOf(regions, one.region),
		province: one.province === null ? null : placeOf(provinces, one.province)
	};
}

/** How many of some cooperatives have what a source may leave out. */
export interface KnownOf {
	readonly all: number;
	readonly located: number;
	readonly withYear: number;
	readonly withMembers: number;
	readonly womenOnly: number;
	/** Those whose source names no province. */
	readonly withoutProvince: number;
}

/** What the sources say of `found`, counted. */
export function knownOf(found: readonly Cooperative[]): KnownOf {
	const count = (is: (one: Cooperative) => boolean): number => found.filter(is).length;
	return {
		all: found.length,
		located: count(({ position }) => position !== null),
		withYear: count(({ year }) => year !== null),
		withMembers: count(({ members }) => members !== null),
		womenOnly: count(({ womenOnly }) => womenOnly === true),
		withoutProvince: count(({ province }) => province === null)
	};
}

/** A branch that may be asked for, with how many named cooperatives it has. */
export interface BranchChoice {
	readonly code: string;
	/** Null for those whose source names no branch. */
	readonly name: string | null;
	readonly count: number;
}

/** Branches that have a named cooperative, in the order of the nomenclature, then those without a branch, and the one that is asked for in any case. */
export function branchChoices(named: readonly Cooperative[], { branches }: Places, words: Words, asked: string | null): BranchChoice[] {
	const count = (code: string | null): number => named.filter(({ branch }) => branch === code).length;
	const choices = branches.map(({ code, name }) => ({ code, name: words.of(name), count: count(code) }));
	return [...choices, { code: UNSTATED, name: null, count: count(null) }].filter((one) => one.count > 0 || one.code === asked);
}
