import type { Account } from '#lib/core/account/account.ts';
import type { Living } from '../db/living/schema.ts';
import { resumeSession } from '../db/living/sessions.ts';
import { cookieName } from './cookie.ts';

/** Who a request comes from, and the token to send back when the session has rotated. */
export interface Visit {
	readonly account: Account | null;
	readonly renewed: string | null;
	/** True when a token came that no longer opens anything: the browser may forget it. */
	readonly stale: boolean;
}

const NOBODY: Visit = { account: null, renewed: null, stale: false };

/** The visit of a request, read from its cookies. */
export async function visitOf(living: Living, token: string | null): Promise<Visit> {
	if (token === null || token === '') return NOBODY;
	const resumed = await resumeSession(living, token);
	return resumed ? { account: resumed.account, renewed: resumed.renewed, stale: false } : { ...NOBODY, stale: true };
}

/** The session token among the cookies of a request; null when there is none. */
export function sessionToken(cookies: string | null, secure: boolean): string | null {
	const name = `${cookieName(secure)}=`;
	const found = cookies?.split(';').find((cookie) => cookie.trim().startsWith(name));
	return found ? found.trim().slice(name.length) : null;
}
