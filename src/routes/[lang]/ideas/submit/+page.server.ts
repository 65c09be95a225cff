import { fail, redirect } from '@sveltejs/kit';
import { readMeetingCode, type Meeting } from '#lib/core/idea/meeting.ts';
import { languageOf } from '#lib/core/text/text.ts';
import { formatPublished } from '#lib/i18n/dates.ts';
import { wordsAsked, wordsOf } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { submitIdea } from '#lib/server/db/living/ideas.ts';
import { meetingOfCode } from '#lib/server/db/living/meetings.ts';
import { openForm, readSent, typedIn } from '../../send/sent.server.ts';
import { ideaSent, needChoices } from '../idea-sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the address says of a meeting. */
type MeetingAsked = { readonly kind: 'none' } | { readonly kind: 'unknown' } | { readonly kind: 'known'; readonly meeting: Meeting };

/** The meeting of an address; `unknown` for a code nobody gave out. */
async function meetingAsked(url: URL): Promise<MeetingAsked> {
	const asked = url.searchParams.get('meeting') ?? '';
	if (asked === '') return { kind: 'none' };
	const code = readMeetingCode(asked);
	const meeting = code === null ? null : await meetingOfCode(currentApp().living, code);
	return meeting ? { kind: 'known', meeting } : { kind: 'unknown' };
}

/** The empty form, and the meeting it was opened at. */
export const load: PageServerLoad = async (event) => {
	const language = languageOf(event.params.lang);
	const asked = await meetingAsked(event.url);
	// A meeting that is made later must not find its code refused from memory.
	if (asked.kind !== 'none') event.setHeaders({ 'cache-control': 'no-store' });
	const { place, date } = asked.kind === 'known' ? asked.meeting : { place: '', date: '' };
	return {
		choices: await openForm(event),
		needs: needChoices(await wordsOf(language)),
		meeting: { kind: asked.kind, place, date: formatPublished(language, date) },
		query: event.url.search
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const words = await wordsAsked(event.params.lang);
		const typed = typedIn(form);
		const idea = ideaSent(form, words);
		if (!idea.ok) return fail(422, { typed, issues: idea.issues });
		const asked = await meetingAsked(event.url);
		const sent = await readSent(event, form, { meeting: asked.kind === 'known' ? asked.meeting.code : null });
		if (!sent.ok) return fail(sent.status, { typed, issues: sent.issues });
		const { code } = await submitIdea(currentApp().living, null, sent.common, idea.value);
		redirect(303, `/${event.params.lang}/follow/${code}?new`);
	}
};
