import { fail, redirect } from '@sveltejs/kit';
import { wordsAsked } from '#lib/i18n/words.ts';
import { hashPassword, PASSWORD } from '#lib/server/account/password.ts';
import { currentApp } from '#lib/server/app.ts';
import { acceptInvitation, invitedAccount } from '#lib/server/db/living/accounts.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whom an invitation is for; null when it is of no use any more. */
export const load: PageServerLoad = async ({ params }) => ({
	email: (await invitedAccount(currentApp().living, params.token))?.email ?? null,
	least: PASSWORD.least
});

export const actions: Actions = {
	default: async ({ params, request }) => {
		const { t } = await wordsAsked(params.lang);
		const form = await request.formData();
		const [password, again] = [String(form.get('password') ?? ''), String(form.get('again') ?? '')];
		if (password.length < PASSWORD.least) return fail(422, { issue: t('office.password.short') });
		if (password.length > PASSWORD.most) return fail(422, { issue: t('office.password.long') });
		if (password !== again) return fail(422, { issue: t('office.password.differs') });
		const { living } = currentApp();
		// Nobody without an invitation makes the server hash.
		if (!(await invitedAccount(living, params.token))) return fail(410, { issue: t('office.invitation.gone') });
		await acceptInvitation(living, params.token, await hashPassword(password));
		redirect(303, `/${params.lang}/office/sign-in`);
	}
};
