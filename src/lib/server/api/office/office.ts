import { OpenAPIHono, type Hook } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import type { Account } from '#lib/core/account/account.ts';
import { may, type Deed } from '#lib/core/account/actor.ts';
import { cookieManner, cookieName } from '../../account/cookie.ts';
import { isSameOrigin } from '../../account/same-origin.ts';
import { sessionToken, visitOf } from '../../account/visit.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problem.ts';

/** What a route of the back office finds beside its request. */
export interface OfficeEnv {
	Variables: { account: Account };
}

/** Answers a request that does not fit its schema. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- one answer for every route, whatever its variables
export type Unreadable = Hook<unknown, any, string, Response | undefined>;

export type Office = OpenAPIHono<OfficeEnv>;

/** The part of the API that asks who is there: nobody without a session, nothing kept by a cache, no change from a foreign page. */
export function createOffice({ living }: ApiDeps, unreadable: Unreadable): Office {
	const office = new OpenAPIHono<OfficeEnv>({ defaultHook: unreadable });
	office.use('*', async (c, next) => {
		const { origin, protocol } = new URL(c.req.url);
		const secure = protocol === 'https:';
		if (!isSameOrigin(c.req.raw, origin)) throw new Problem('foreign-origin', `A change has to come from a page of ${origin}.`);
		const { account, renewed } = await visitOf(living, sessionToken(c.req.header('cookie') ?? null, secure));
		if (!account) throw new Problem('not-signed-in', 'Sign in first; a session ends after half an hour of rest.');
		c.set('account', account);
		await next();
		c.header('cache-control', 'no-store');
		if (renewed) setCookie(c, cookieName(secure), renewed, cookieManner(secure));
	});
	return office;
}

/** Who is signed in, when the account may do `deed`. Throws a problem otherwise. */
export function allowed(c: Context<OfficeEnv>, deed: Deed): Account {
	const account = c.get('account');
	if (may(account, deed)) return account;
	throw new Problem('not-allowed', `A ${account.role} may not do this.`);
}
