import { SESSION_RULES } from '../db/living/sessions.ts';

/** How the session travels: no script reads it, no foreign page sends it along with more than a click on a link. */
export interface CookieManner {
	readonly path: '/';
	readonly httpOnly: true;
	readonly sameSite: 'lax';
	readonly secure: boolean;
	readonly maxAge: number;
}

/** The `__Host-` name binds the cookie to this host; browsers take it over TLS only. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-furas' : 'furas');

export const cookieManner = (secure: boolean): CookieManner => ({
	path: '/',
	httpOnly: true,
	sameSite: 'lax',
	secure,
	maxAge: SESSION_RULES.longest / 1000
});
