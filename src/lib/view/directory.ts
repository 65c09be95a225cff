import { searchKey } from '#lib/core/text/search-key.ts';

/** What the directory of cooperatives shows, as a value. The address is its only store. */
export interface Directory {
	/** Words to look for in names, activities and places; empty for none. */
	readonly search: string;
	/** Code of a region or a province; null for the whole country. */
	readonly territory: string | null;
	/** Code of a branch, or `UNSTATED`; null for any. */
	readonly branch: string | null;
	/** True shows those alone that a source calls women-only. */
	readonly womenOnly: boolean;
	/** Release the link was made with; null means «whatever is current». */
	readonly release: string | null;
}

/** The branch of a cooperative whose source names none. */
export const UNSTATED = 'unstated';

/** The whole directory. */
export const WHOLE_DIRECTORY: Directory = { search: '', territory: null, branch: null, womenOnly: false, release: null };

/** Names of the filters, in the order a link writes them. */
export const DIRECTORY_PARAMETERS = ['q', 'territory', 'branch', 'women', 'release'] as const;
export type DirectoryParameter = (typeof DIRECTORY_PARAMETERS)[number];

/** A filter that could not be used, with what was asked for; never longer than 64 letters. */
export interface DirectoryIssue {
	readonly name: Exclude<DirectoryParameter, 'release'>;
	readonly value: string;
}

/** A directory read from a link. Never fails: a filter it cannot use is in `issues` and left out, the others stay. */
export interface ParsedDirectory {
	readonly directory: Directory;
	readonly issues: readonly DirectoryIssue[];
	/** The release the link asks for, when it cannot be shown here. */
	readonly staleRelease: string | null;
}

/** What a link may name; everything else in it is refused and listed. */
export interface KnownFilters {
	/** True for a region or a province: sources name no commune by code. */
	isTerritory(code: string): boolean;
	isBranch(code: string): boolean;
	isRelease(id: string): boolean;
}

/** Longest text to search for, and longest value that is repeated to the reader. */
export const LONGEST_SEARCH = 64;

/** The directory a link or a plain form asks for, as far as `known` allows. */
export function parseDirectory(search: URLSearchParams, known: KnownFilters): ParsedDirectory {
	const issues: DirectoryIssue[] = [];
	const read = (name: DirectoryIssue['name'], isKnown: (value: string) => boolean): string | null => {
		const value = cleanSearch(search.get(name) ?? '');
		if (value === '' || isKnown(value)) return value === '' ? null : value;
		issues.push({ name, value });
		return null;
	};
	const asked = cleanSearch(search.get('release') ?? '');
	const isHeld = asked !== '' && known.isRelease(asked);
	const directory = {
		search: read('q', (text) => searchKey(text) !== '') ?? '',
		territory: read('territory', known.isTerritory),
		branch: read('branch', (code) => code === UNSTATED || known.isBranch(code)),
		womenOnly: read('women', (text) => text === '1') !== null,
		release: isHeld ? asked : null
	};
	return { directory, issues, staleRelease: asked === '' || isHeld ? null : asked };
}

/** What was typed, on one line, without control characters, at most 64 letters. */
function cleanSearch(text: string): string {
	const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
	return line.slice(0, LONGEST_SEARCH).toWellFormed().trim();
}

/** The query of a directory, without «?»; what is not asked for is left out. Reads back as the same directory. */
export function formatDirectory({ search, territory, branch, womenOnly, release }: Directory): string {
	const said: readonly (readonly [DirectoryParameter, string | null])[] = [
		['q', search === '' ? null : search],
		['territory', territory],
		['branch', branch],
		['women', womenOnly ? '1' : null],
		['release', release]
	];
	return said.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`])).join('&');
}

/** The address of the directory, or of what is made of it, `/ar/cooperatives?territory=MA-03`. */
export function directoryAddress(path: string, directory: Directory): string {
	const query = formatDirectory(directory);
	return query === '' ? path : `${path}?${query}`;
}

/** True when anything is asked for beside a release. */
export const isFiltered = (directory: Directory): boolean => formatDirectory({ ...directory, release: null }) !== '';
