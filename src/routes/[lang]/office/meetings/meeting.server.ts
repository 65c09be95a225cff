import { error, type RequestEvent } from '@sveltejs/kit';
import type { Account } from '#lib/core/account/account.ts';
import type { Meeting } from '#lib/core/idea/meeting.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { findMeeting } from '#lib/server/db/living/meetings.ts';
import { allowedIn } from '../guard.server.ts';

/** The meeting of an address and who asks. Throws 404 when there is none in his regions. */
export async function meetingIn(
	event: Pick<RequestEvent, 'locals' | 'params' | 'url'>
): Promise<{ readonly account: Account; readonly meeting: Meeting }> {
	const account = await allowedIn(event, 'hold-meetings');
	const meeting = await findMeeting(currentApp().living, account, event.params['id']!);
	if (meeting) return { account, meeting };
	const lang = event.params['lang'];
	const { t } = await wordsAsked(lang);
	error(404, t('office-ideas.meeting.missing'));
}

/** Where the code of a meeting leads: the form in Arabic, which offers the other languages. */
export const formAddress = ({ origin }: URL, { code }: Meeting): string => `${origin}/ar/ideas/submit?meeting=${code}`;
