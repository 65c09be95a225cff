import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Account } from '#lib/core/account/account.ts';
import { may, type Deed } from '#lib/core/account/actor.ts';
import { wordsAsked } from '#lib/i18n/words.ts';

type Asked = Pick<RequestEvent, 'locals' | 'params' | 'url'>;

/** Who is signed in. Nobody is led to the door, and back here from it. */
export function signedIn({ locals, params, url }: Asked): Account {
	if (locals.account) return locals.account;
	const ended = locals.ended ? '&ended' : '';
	redirect(303, `/${params['lang']}/office/sign-in?to=${encodeURIComponent(url.pathname + url.search)}${ended}`);
}

/** Who is signed in, when the account may do `deed`; every load and every action of the office begins with it. Throws 403 otherwise. */
export async function allowedIn(event: Asked, deed: Deed): Promise<Account> {
	const account = signedIn(event);
	if (may(account, deed)) return account;
	const lang = event.params['lang'];
	const { t } = await wordsAsked(lang);
	error(403, t('office.forbidden'));
}
