import { fail, redirect } from '@sveltejs/kit';
import { checkNeed, MOST_CHARACTERS, type NeedField, type NeedIssue } from '#lib/core/need/need.ts';
import { type Words, wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { declareNeed } from '#lib/server/db/living/needs.ts';
import type { SentIssues } from '../../send/form.ts';
import { fieldOf, openForm, readSent, typedIn } from '../../send/sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ choices: await openForm(event), most: MOST_CHARACTERS });

export const actions: Actions = {
	default: async (event) => {
		const words = await wordsAsked(event.params.lang);
		const form = await event.request.formData();
		const checked = checkNeed({
			need: fieldOf(form, 'need'),
			declarer: fieldOf(form, 'declarer'),
			urgency: fieldOf(form, 'urgency'),
			words: fieldOf(form, 'words')
		});
		const typed = typedIn(form);
		if (!checked.ok) return fail(422, { typed, issues: issuesOf(checked.issues, words) });
		const sent = await readSent(event, form);
		if (!sent.ok) return fail(sent.status, { typed, issues: sent.issues });
		const { code } = await declareNeed(currentApp().living, null, { ...sent.common, words: checked.words }, checked.details);
		redirect(303, `/${event.params.lang}/follow/${code}?new`);
	}
};

/** One sentence by field that says what to change. */
function issuesOf(issues: Readonly<Partial<Record<NeedField, NeedIssue>>>, { t, n }: Words): SentIssues {
	const said = Object.entries(issues).map(([field, issue]) => [
		field,
		issue === 'too-long' ? t('needs.issue.words.long', { most: n(MOST_CHARACTERS) }) : t(`needs.issue.${field as NeedField}`)
	]);
	return Object.fromEntries(said) as SentIssues;
}
