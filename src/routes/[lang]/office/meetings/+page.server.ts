import { fail, redirect } from '@sveltejs/kit';
import { covers } from '#lib/core/account/actor.ts';
import { readMeeting } from '#lib/core/idea/meeting.ts';
import { formatPublished } from '#lib/i18n/dates.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { createMeeting, listMeetings, meetingCounts } from '#lib/server/db/living/meetings.ts';
import { namesIn } from '#lib/server/names.ts';
import { fieldOf } from '../../send/sent.server.ts';
import { allowedIn } from '../guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

const NONE = { scanned: 0, paper: 0, public: 0 } as const;

/** Meetings in the regions of who is signed in, with what came from each, and the regions and provinces a new one may have. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'hold-meetings');
	const { living, releases } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const names = await namesIn(releases.current, words);
	const counts = await meetingCounts(living, account);
	const territories = await releases.current.bank.territories.list();
	const named = ({ code, name }: (typeof territories)[number]) => ({ code, name: words.of(name) });
	return {
		meetings: (await listMeetings(living, account)).map(({ id, code, region, province, date, place }) => ({
			...{ id, code, place },
			date: formatPublished(words.language, date),
			territory: names.name('territory', province ?? region) ?? region,
			counts: counts.get(code) ?? NONE
		})),
		regions: territories
			.filter(({ level, code }) => level === 'region' && covers(account, code))
			.map((region) => ({
				...named(region),
				provinces: territories.filter(({ level, parent }) => level === 'province' && parent === region.code).map(named)
			}))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const account = await allowedIn(event, 'hold-meetings');
		const { t } = await wordsAsked(event.params.lang);
		const form = await event.request.formData();
		const typed = { date: fieldOf(form, 'date'), place: fieldOf(form, 'place').slice(0, 400), territory: fieldOf(form, 'territory') };
		const read = readMeeting(typed);
		if (!read.ok)
			return fail(422, { typed, field: read.issue === 'date' ? 'date' : 'place', issue: t(`office-ideas.meeting.${read.issue}`) });
		const found = await currentApp().releases.current.bank.territories.find(typed.territory);
		const refused = () => fail(422, { typed, field: 'territory', issue: t('office-ideas.meeting.territory') });
		if (!found || found.level === 'commune') return refused();
		const region = found.level === 'region' ? found.code : found.parent!;
		const province = found.level === 'province' ? found.code : null;
		const meeting = await createMeeting(currentApp().living, account, { region, province, ...read.value });
		if (!meeting) return refused();
		redirect(303, `/${event.params.lang}/office/meetings/${meeting.id}`);
	}
};
