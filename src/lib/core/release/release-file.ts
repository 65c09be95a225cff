import type { Release } from './snapshot.ts';

/** Size and hash of one file of a release. */
export interface BuiltFile {
	readonly bytes: number;
	readonly sha256: string;
}

/** What `release.json` says: the release and every file of it that is JSON. */
export interface ReleaseFile extends Release {
	readonly files: Readonly<Record<string, BuiltFile>>;
}

/**
 * True for an id that a release may have: `2026.11-1a2b3c4d` as the data build names it, `2026.11-r20261205-e12-1a2b3c4d` with the date of
 * its register and the number of accepted facts, each left out where there are none. Nothing else is a folder of a release, and nothing in
 * it needs escaping in an address.
 */
export const isReleaseId = (text: string): boolean => /^\d{4}\.\d{2}-(r\d{8}-)?(e\d{1,6}-)?[0-9a-f]{8}$/.test(text);

/** The id of a release over one of the data: its version, the ISO date of the register, the number of accepted facts, eight hexadecimal digits of its content. */
export function publishedReleaseId(
	data: string,
	{ asOf, accepted }: { readonly asOf: string | null; readonly accepted: number },
	hash: string
): string {
	const register = asOf === null ? '' : `r${asOf.replaceAll('-', '')}-`;
	const facts = accepted === 0 ? '' : `e${accepted}-`;
	return `${data}-${register}${facts}${hash}`;
}
