import { formatPublished } from '#lib/i18n/dates.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { meetingCounts } from '#lib/server/db/living/meetings.ts';
import { namesIn } from '#lib/server/names.ts';
import { formAddress, meetingIn } from '../meeting.server.ts';
import type { PageServerLoad } from './$types';

/** A meeting: the code to show on the wall, the sheet to print, what has come from it. */
export const load: PageServerLoad = async (event) => {
	const { account, meeting } = await meetingIn(event);
	const { living, releases } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const names = await namesIn(releases.current, words);
	const counts = (await meetingCounts(living, account)).get(meeting.code);
	return {
		meeting: { ...meeting, on: formatPublished(words.language, meeting.date) },
		territory: names.name('territory', meeting.province ?? meeting.region) ?? meeting.region,
		address: formAddress(event.url, meeting),
		counts: counts ?? { scanned: 0, paper: 0, public: 0 }
	};
};
