import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Account } from '#lib/core/account/account.ts';
import { may } from '#lib/core/account/actor.ts';
import { CLAIM_FIELDS, type ClaimField } from '#lib/core/feedback/claim.ts';
import { movesFrom } from '#lib/core/submission/submission.ts';
import { type Words, wordsAsked, wordsOf } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { findClaim, moveClaim, type ClaimFile } from '#lib/server/db/living/claims.ts';
import { MoveError, readContact } from '#lib/server/db/living/submissions.ts';
import { acceptChosen } from '#lib/server/feedback/accept-claim.ts';
import { claimedRecord, entryOf } from '#lib/server/feedback/claim-record.ts';
import { namesIn } from '#lib/server/names.ts';
import { fieldOf } from '../../../send/sent.server.ts';
import { allowedIn } from '../../guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Longest answer to a sender, in characters. */
const LONGEST_NOTE = 1_000;

/** One claim beside the record as it stands today, without who sent it. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'handle-feedback');
	const { living, releases } = currentApp();
	const words = await wordsIn(event.params.lang);
	const file = await claimAsked(account, event);
	const names = await namesIn(releases.current, words);
	const claimed = await claimedRecord({ release: releases.current, living }, file.about, words);
	const moves = movesFrom('claim', file.status);
	return {
		id: file.id,
		status: file.status,
		name: claimed ? words.of(claimed.name) : file.about,
		isThere: claimed !== null,
		origin: entryOf(file.about) === null ? ('cooperative' as const) : ('entry' as const),
		place: names.name('territory', file.province ?? file.region),
		on: file.createdAt.slice(0, 10),
		changes: CLAIM_FIELDS.flatMap((field) => {
			const after = file.changes[field];
			return after === undefined
				? []
				: [{ field, before: shown(field, claimed?.record[field] ?? null, words), after: shown(field, after, words) }];
		}),
		proof: file.proof,
		steps: file.steps.map(({ at, status, note }) => ({ on: at.slice(0, 10), status, note })),
		may: {
			accept: moves.includes('accepted') && claimed !== null,
			refuse: moves.includes('rejected'),
			reopen: moves.includes('received'),
			readContact: may(account, 'read-contact')
		}
	};
};

/** A value of a record in words; null where nothing is known. */
function shown(field: ClaimField, value: string | null, { t }: Words): string | null {
	if (field !== 'status' || value === null) return value;
	return t(`claim.status.${value as 'active' | 'dormant' | 'dissolved'}`);
}

const wordsIn = (lang: string) => wordsAsked(lang);

/** The claim of an address. Throws 404 when there is none in the regions of `account`. */
async function claimAsked(account: Account, { params }: Pick<RequestEvent, 'params'>): Promise<ClaimFile> {
	const found = await findClaim(currentApp().living, account, params['id']!.slice(0, 64));
	if (found) return found;
	const { t } = await wordsIn(params['lang']!);
	error(404, t('office-feedback.none'));
}

const noteOf = (form: FormData): string | null => fieldOf(form, 'note').slice(0, LONGEST_NOTE) || null;

/** Moves the claim of an address and leads back to it; a colleague who was quicker is told. */
async function moved(event: Pick<RequestEvent, 'params' | 'locals' | 'url' | 'request'>, to: 'rejected' | 'received') {
	const account = await allowedIn(event, 'handle-feedback');
	const { t } = await wordsIn(event.params['lang']!);
	const { id } = await claimAsked(account, event);
	const note = noteOf(await event.request.formData());
	try {
		await moveClaim(currentApp().living, account, { id, to, note });
	} catch (thrown) {
		if (thrown instanceof MoveError) return fail(409, { issue: t('office-feedback.conflict'), note });
		throw thrown;
	}
	redirect(303, `/${event.params['lang']}/office/claims/${id}`);
}

const ISSUES = {
	gone: 'office-claims.gone',
	nothing: 'office-claims.nothing',
	'commune-unknown': 'office-claims.commune-unknown'
} as const;

export const actions: Actions = {
	refuse: (event) => moved(event, 'rejected'),
	reopen: (event) => moved(event, 'received'),
	accept: async (event) => {
		const account = await allowedIn(event, 'handle-feedback');
		const { t } = await wordsIn(event.params.lang);
		const file = await claimAsked(account, event);
		const form = await event.request.formData();
		const note = noteOf(form);
		const { living, releases } = currentApp();
		// What is published says whose word it is, in the language facts are kept in.
		const source = { title: (await wordsOf('fr')).t('office-claims.declared'), url: null };
		try {
			const fields = form.getAll('field').map(String);
			const outcome = await acceptChosen({ living, release: releases.current }, account, file, { fields, note, source });
			if (outcome !== 'done') return fail(422, { issue: t(ISSUES[outcome]), note });
		} catch (thrown) {
			if (thrown instanceof MoveError) return fail(409, { issue: t('office-feedback.conflict'), note });
			throw thrown;
		}
		redirect(303, `/${event.params.lang}/office/claims/${file.id}`);
	},
	contact: async (event) => {
		const account = await allowedIn(event, 'read-contact');
		const { id } = await claimAsked(account, event);
		return { contact: (await readContact(currentApp().living, account, id)) ?? ('none' as const) };
	}
};
