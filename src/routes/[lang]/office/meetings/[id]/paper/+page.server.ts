import { fail } from '@sveltejs/kit';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { submitIdea } from '#lib/server/db/living/ideas.ts';
import { mayReceive } from '#lib/server/db/living/submissions.ts';
import { ideaSent, needChoices } from '../../../../ideas/idea-sent.server.ts';
import { openForm, readSent, typedIn } from '../../../../send/sent.server.ts';
import { meetingIn } from '../../meeting.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The form for a sheet that was written at a meeting. */
export const load: PageServerLoad = async (event) => {
	const { meeting } = await meetingIn(event);
	const choices = await openForm(event);
	const needs = needChoices(await wordsAsked(event.params.lang));
	return { meeting, needs, choices: { ...choices, chosen: { ...choices.chosen, province: meeting.province ?? choices.chosen.province } } };
};

export const actions: Actions = {
	default: async (event) => {
		const { account, meeting } = await meetingIn(event);
		const words = await wordsAsked(event.params.lang);
		const form = await event.request.formData();
		const typed = typedIn(form);
		const idea = ideaSent(form, words);
		if (!idea.ok) return fail(422, { typed, issues: idea.issues, code: null });
		const sent = await readSent(event, form, { meeting: meeting.code, unlimited: true });
		if (!sent.ok) return fail(sent.status, { typed, issues: sent.issues, code: null });
		if (!mayReceive(account, sent.common.region))
			return fail(422, { typed, issues: { province: words.t('office-ideas.paper.region') }, code: null });
		const { code } = await submitIdea(currentApp().living, account, { ...sent.common, channel: 'paper' }, idea.value);
		return { typed: { province: typed['province'] ?? '', commune: typed['commune'] ?? '' }, issues: {}, code };
	}
};
