import { fail, redirect } from '@sveltejs/kit';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { listAccounts } from '#lib/server/db/living/accounts.ts';
import { listProposals } from '#lib/server/db/living/proposals.ts';
import { registerNote } from '#lib/server/db/living/register.ts';
import { allowedIn } from '../guard.server.ts';
import { sentenceOf } from './faults.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The release shown, what could take its place, and who proposed what. */
export const load: PageServerLoad = async (event) => {
	await allowedIn(event, 'propose-release');
	const { living, releases, publication } = currentApp();
	const { evidence, corrections, fresh, byHand } = await publication.entering();
	const names = new Map((await listAccounts(living)).map(({ id, name }) => [id, name]));
	const { release } = releases.current;
	return {
		current: release.id,
		newer: (release.base ?? release.id) === releases.built ? null : releases.built,
		countsRegister: release.register !== undefined,
		register: await registerNote(living),
		facts: { all: evidence.length + corrections.length, fresh, byHand },
		today: living.now().toISOString().slice(0, 10),
		proposals: (await listProposals(living)).map(({ id, kind, release: proposed, asOf, status, proposedBy, proposedAt, decidedBy }) => ({
			id,
			kind,
			release: proposed,
			asOf: asOf ?? '',
			status,
			by: names.get(proposedBy) ?? proposedBy,
			on: proposedAt.slice(0, 10),
			decidedBy: decidedBy === null ? null : (names.get(decidedBy) ?? decidedBy)
		})),
		releases: (await releases.list()).map(({ id, date, register }) => ({
			id,
			date,
			room: register ? ('register' as const) : ('proxy' as const)
		}))
	};
};

export const actions: Actions = {
	propose: async (event) => {
		const actor = await allowedIn(event, 'propose-release');
		const words = await wordsAsked(event.params.lang);
		const asOf = String((await event.request.formData()).get('asOf') ?? '').slice(0, 10);
		const { living, publication } = currentApp();
		// Only a register has a date: without one the form does not ask.
		if (asOf !== '' && !isDateUntil(asOf, living.now().toISOString().slice(0, 10)))
			return fail(422, { issue: words.t('releases.fault.bad-date'), asOf });
		let id: string;
		try {
			id = await publication.propose(actor, asOf === '' ? null : asOf);
		} catch (thrown) {
			return fail(422, { issue: sentenceOf(thrown, words), asOf });
		}
		redirect(303, `/${event.params.lang}/office/releases/${id}`);
	},
	return: async (event) => {
		const actor = await allowedIn(event, 'propose-release');
		const words = await wordsAsked(event.params.lang);
		const release = String((await event.request.formData()).get('release') ?? '').slice(0, 64);
		let id: string;
		try {
			id = await currentApp().publication.proposeReturn(actor, release);
		} catch (thrown) {
			return fail(422, { issue: sentenceOf(thrown, words), asOf: '' });
		}
		redirect(303, `/${event.params.lang}/office/releases/${id}`);
	}
};

const isDateUntil = (text: string, today: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && text <= today;
