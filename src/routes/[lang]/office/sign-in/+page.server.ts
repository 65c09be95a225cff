import { fail, redirect } from '@sveltejs/kit';
import { wordsAsked } from '#lib/i18n/words.ts';
import { cookieManner, cookieName } from '#lib/server/account/cookie.ts';
import { currentApp } from '#lib/server/app.ts';
import { endSession } from '#lib/server/db/living/sessions.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where to go once signed in: an address of the office, or its first page. */
const after = (lang: string, wanted: string | null): string =>
	wanted !== null && /^\/(ar|fr|en)\/office(?=[/?]|$)[^\\]*$/.test(wanted) ? wanted : `/${lang}/office`;

export const load: PageServerLoad = ({ locals, params, url }) => {
	const to = after(params.lang, url.searchParams.get('to'));
	if (locals.account) redirect(303, to);
	return { to, ended: url.searchParams.has('ended') };
};

export const actions: Actions = {
	in: async ({ cookies, getClientAddress, params, request, url }) => {
		const { t } = await wordsAsked(params.lang);
		const form = await request.formData();
		const [email, password] = [String(form.get('email') ?? '').slice(0, 300), String(form.get('password') ?? '').slice(0, 300)];
		const answer = await currentApp().signIn({ email, password, client: getClientAddress() });
		if (answer.kind === 'wait') return fail(429, { email, issue: t('office.sign-in.wait', { minutes: Math.ceil(answer.seconds / 60) }) });
		if (answer.kind === 'wrong') return fail(401, { email, issue: t('office.sign-in.wrong') });
		const secure = url.protocol === 'https:';
		cookies.set(cookieName(secure), answer.token, cookieManner(secure));
		redirect(303, after(params.lang, url.searchParams.get('to')));
	},
	out: async ({ cookies, params, url }) => {
		const secure = url.protocol === 'https:';
		const token = cookies.get(cookieName(secure));
		if (token !== undefined) await endSession(currentApp().living, token);
		cookies.delete(cookieName(secure), cookieManner(secure));
		redirect(303, `/${params.lang}/office/sign-in`);
	}
};
