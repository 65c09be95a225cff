import { currentApp } from '#lib/server/app.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** The release an address asks for, as far as this server holds it. */
export interface ReleaseAsked {
	readonly release: OpenedRelease;
	/** The release asked for, when it cannot be shown here. */
	readonly stale: string | null;
	/** Id of the current release. */
	readonly current: string;
}

/** Longest id that is repeated to its reader. */
const LONGEST = 64;

/** The release of an address: the one it names when it is held here, otherwise the current one. */
export async function releaseAsked(search: URLSearchParams): Promise<ReleaseAsked> {
	const { releases } = currentApp();
	const wanted = search.get('release') ?? '';
	const found = wanted === '' ? null : await releases.find(wanted);
	const current = releases.current.release.id;
	return { release: found ?? releases.current, stale: wanted !== '' && !found ? wanted.slice(0, LONGEST) : null, current };
}
