import type { Locality } from '#lib/core/territory/locality.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { searchKey } from '#lib/core/text/search-key.ts';
import { communesLike, communesNamed, OFFERED, type PlaceCandidate, type Within } from './commune-name.ts';
import { westernDigits } from './digits.ts';
import { scopeOf, scopesOf, type Scope, type Scopes } from './place-scope.ts';
import { spellingsOf, type PlaceBasis, type Spellings } from './place-spellings.ts';
import { warning, type RowProblem } from './problem.ts';

export type { PlaceCandidate } from './commune-name.ts';

/** All that finds a place, built once for the territories of a release. */
export interface PlaceIndex {
	readonly scopes: Scopes;
	readonly spellings: Spellings;
	readonly codes: ReadonlyMap<string, string>;
	readonly provinceOf: ReadonlyMap<string, string>;
	readonly provincesOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The places a row tells, in its own words. */
export interface ToldPlace {
	readonly communeCode: string | null;
	readonly commune: string | null;
	readonly province: string | null;
	readonly region: string | null;
}

/** Where a row belongs. */
export interface PlaceMatch {
	/** `none` when the row tells no place; `unmatched` when what it tells is not found. */
	readonly outcome: 'matched' | 'ambiguous' | 'unmatched' | 'none';
	/** Codes of what is sure, also where the commune is not; null where nothing is told or sure. */
	readonly commune: string | null;
	readonly province: string | null;
	readonly region: string | null;
	/** What found it; null when it was not found. */
	readonly by: PlaceBasis | null;
	/** 0–1; 0 when it was not found. */
	readonly score: number;
	/** Communes to choose from, best first; empty when it was found. */
	readonly candidates: readonly PlaceCandidate[];
	readonly problems: readonly RowProblem[];
}

/** The index of these territories and of the places that lead to a commune. */
export function placeIndex(territories: readonly Territory[], localities: readonly Locality[] = []): PlaceIndex {
	const communes = territories.filter(({ level }) => level === 'commune');
	const scopes = scopesOf(territories);
	return {
		scopes,
		spellings: spellingsOf(communes, localities),
		codes: codesOf(communes),
		provinceOf: new Map(communes.map(({ code, parent }) => [code, parent!])),
		provincesOf: new Map(
			[...Map.groupBy(scopes.regionOf, ([, region]) => region)].map(([region, of]) => [region, new Set(of.map(([code]) => code))])
		)
	};
}

/** The key of a commune code, with or without dots and leading zeros; parts keep their own zeros when there are no dots. */
export const codeKeys = (code: string): string[] => [code.replaceAll('.', '').replace(/^0+/, ''), code.split('.').map(Number).join('.')];

/** A key that two communes share finds neither. */
function codesOf(communes: readonly Territory[]): Map<string, string> {
	const known = new Map<string, string>();
	const shared = new Set<string>();
	for (const { code } of communes) {
		for (const key of codeKeys(code)) {
			if (known.has(key)) shared.add(key);
			known.set(key, code);
		}
	}
	for (const key of shared) known.delete(key);
	return known;
}

function communeOfCode({ codes }: PlaceIndex, text: string): string | null {
	// «4.4910109E7»-like spoils of spreadsheets are beyond repair; «44910109.0» is not.
	const [plain, dotted] = codeKeys(
		westernDigits(text)
			.replace(/\s/g, '')
			.replace(/^(\d{7,9})[.,]0$/, '$1')
	);
	return codes.get(dotted!) ?? codes.get(plain!) ?? null;
}

/**
 * The place a row tells: by the code of its commune, else by its name inside the province or region it names. A name that several
 * communes bear there is never guessed, and no commune outside a named province is ever taken.
 */
export function matchPlace(index: PlaceIndex, told: ToldPlace): PlaceMatch {
	const scope = scopeOf(index.scopes, told.province, told.region);
	const coded = told.communeCode === null ? null : communeOfCode(index, told.communeCode);
	const named = told.commune === null ? null : byName(index, told.commune, scope);
	if (coded !== null) return byCode(index, coded, named, scope);
	const unknown = told.communeCode === null ? [] : [warning('code-unknown', 'communeCode', told.communeCode)];
	const found = named ?? (unknown.length > 0 ? notFound(scope, []) : above(scope, told));
	return unknown.length > 0 ? { ...found, problems: [...unknown, ...found.problems] } : found;
}

/** One key for all rows that tell the same place, so that one decision serves them all. Empty when they tell none. */
export const placeTextKey = ({ communeCode, commune, province, region }: ToldPlace): string => {
	const texts = [communeCode, commune, province, region];
	return texts.every((text) => text === null) ? '' : texts.map((text) => searchKey(text ?? '')).join(' | ');
};

/** The place that somebody decided on; the commune must be one of the index. */
export function decidedPlace(index: PlaceIndex, commune: string): PlaceMatch {
	const nowhere: Scope = { province: null, region: null, unknown: false, problems: [] };
	return found(index, { code: commune, by: 'decision', score: 1 }, nowhere);
}

/** What is sure of a place whose commune is not found. */
const notFound = (scope: Scope, candidates: readonly PlaceCandidate[], problems: readonly RowProblem[] = []): PlaceMatch => ({
	outcome: 'unmatched',
	commune: null,
	province: scope.province,
	region: scope.region,
	by: null,
	score: 0,
	candidates,
	problems: [...scope.problems, ...problems]
});

/** A place told without a commune. */
function above(scope: Scope, { province, region }: ToldPlace): PlaceMatch {
	if (province === null && region === null) return { ...notFound(scope, []), outcome: 'none' };
	if (scope.unknown) return notFound(scope, []);
	if (scope.province !== null) return { ...notFound(scope, []), outcome: 'matched', by: 'province', score: 1 };
	return { ...notFound(scope, [], [warning('region-only', 'region', scope.region!)]), outcome: 'matched', by: 'region', score: 1 };
}

function found(index: PlaceIndex, { code, by, score }: PlaceCandidate, scope: Scope, problems: readonly RowProblem[] = []): PlaceMatch {
	const province = index.provinceOf.get(code)!;
	const region = index.scopes.regionOf.get(province)!;
	return { outcome: 'matched', commune: code, province, region, by, score, candidates: [], problems: [...scope.problems, ...problems] };
}

function byName(index: PlaceIndex, text: string, scope: Scope): PlaceMatch {
	const within = withinOf(index, scope);
	const named = communesNamed(index.spellings, text, within);
	const [only] = named;
	if (only !== undefined && named.length === 1 && !scope.unknown) return found(index, only, scope);
	if (named.length > 0) {
		return { ...notFound(scope, named.slice(0, OFFERED), [warning('commune-ambiguous', 'commune', text)]), outcome: 'ambiguous' };
	}
	const like = communesLike(index.spellings, text, within);
	const elsewhere = within.province === null && within.provinces === null ? [] : communesNamed(index.spellings, text, NATION);
	if (elsewhere.length === 0) return notFound(scope, like, [warning('commune-unknown', 'commune', text)]);
	const offered = [...like, ...elsewhere.map((candidate) => ({ ...candidate, score: candidate.score * ELSEWHERE }))].slice(0, OFFERED);
	return notFound(scope, offered, [warning('commune-elsewhere', 'commune', text, elsewhere[0]!.code)]);
}

const NATION: Within = { province: null, provinces: null };

/** A commune of that name in another province is worth less than one that is like it in the province named. */
const ELSEWHERE = 0.5;

const withinOf = ({ provincesOf }: PlaceIndex, { province, region }: Scope): Within => ({
	province,
	provinces: region === null ? null : provincesOf.get(region)!
});

function byCode(index: PlaceIndex, code: string, named: PlaceMatch | null, scope: Scope): PlaceMatch {
	if (!lies(index, code, scope)) return contradicted(code, named, scope, scope.province ?? scope.region);
	if (named === null || named.commune === code) return found(index, byItself(code), scope);
	if (named.commune !== null) return contradicted(code, named, scope, named.commune);
	const expected = named.candidates.some((candidate) => candidate.code === code);
	return found(index, byItself(code), scope, expected ? [] : [warning('code-differs', 'communeCode', code)]);
}

const byItself = (code: string): PlaceCandidate => ({ code, by: 'code', score: 1 });

/** A code that stands against the province named, or against the name of another commune: somebody has to look. */
function contradicted(code: string, named: PlaceMatch | null, scope: Scope, other: string | null): PlaceMatch {
	const byName = named?.commune ? [{ code: named.commune, by: named.by!, score: named.score }] : (named?.candidates ?? []);
	const offered = [byItself(code), ...byName.filter((candidate) => candidate.code !== code)].slice(0, OFFERED);
	return { ...notFound(scope, offered, [warning('code-differs', 'communeCode', code, other)]), outcome: 'ambiguous' };
}

function lies(index: PlaceIndex, code: string, { province, region }: Scope): boolean {
	const own = index.provinceOf.get(code)!;
	if (province !== null) return own === province;
	return region === null || index.scopes.regionOf.get(own) === region;
}
