/** A view of the workspace that the reader named; the address has nothing of the reader's own data. */
export interface Bookmark {
	readonly name: string;
	/** Path, query and camera. */
	readonly address: string;
}

const KEY = 'furas.workspace.bookmarks';
/** More are not kept: the oldest goes. */
export const MOST_BOOKMARKS = 50;
export const LONGEST_NAME = 80;

/** The bookmarks of this device, the newest first; none where the browser keeps nothing, or what it kept cannot be read. */
export function keptBookmarks(): readonly Bookmark[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		return Array.isArray(kept) ? kept.filter(isBookmark) : [];
	} catch {
		return [];
	}
}

/** Keeps bookmarks on this device; false where the browser does not let it. */
export function keepBookmarks(bookmarks: readonly Bookmark[]): boolean {
	try {
		localStorage.setItem(KEY, JSON.stringify(bookmarks.slice(0, MOST_BOOKMARKS)));
		return true;
	} catch {
		return false;
	}
}

/** Only addresses of the workspace itself are followed: what a page stored may have been changed by hand. */
const isBookmark = (value: unknown): value is Bookmark =>
	typeof value === 'object' &&
	value !== null &&
	'name' in value &&
	'address' in value &&
	typeof value.name === 'string' &&
	typeof value.address === 'string' &&
	/^\/(ar|fr|en)\/workspace([?#]|$)/.test(value.address);
