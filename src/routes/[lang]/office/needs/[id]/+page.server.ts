import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Account } from '#lib/core/account/account.ts';
import { may } from '#lib/core/account/actor.ts';
import { movesFrom, type StatusOf } from '#lib/core/submission/submission.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { DuplicateError, findNeed, moveNeed, needsAlike, type OfficeNeed } from '#lib/server/db/living/needs.ts';
import { MoveError, readContact, stepsOf } from '#lib/server/db/living/submissions.ts';
import { namesIn } from '#lib/server/names.ts';
import { fieldOf } from '../../../send/sent.server.ts';
import { allowedIn } from '../../guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Moves that need nothing but words to the sender; a duplicate is said of another need, and only the sender takes one back. */
const PLAIN = ['qualified', 'met', 'rejected', 'received'] as const satisfies readonly StatusOf<'need'>[];
type Plain = (typeof PLAIN)[number];

/** Longest words to a sender. */
const MOST = 1_000;

type Asked = Pick<RequestEvent, 'params' | 'locals' | 'url' | 'request'>;

const wordsFor = ({ params }: Pick<RequestEvent, 'params'>) => wordsAsked(params['lang']);

/** A need with all that helps to decide, except who sent it: that is asked for apart. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'moderate');
	const { living, releases } = currentApp();
	const words = await wordsFor(event);
	const need = await needAsked(account, event);
	const names = await namesIn(releases.current, words);
	const named = (kind: 'territory' | 'chain', id: string | null): string | null => (id === null ? null : names.name(kind, id));
	const moves = movesFrom('need', need.status);
	return {
		need: {
			...need,
			on: need.createdAt.slice(0, 10),
			place: [named('territory', need.commune), named('territory', need.province), named('territory', need.region)].filter(
				(name) => name !== null
			),
			chainName: named('chain', need.chain)
		},
		steps: (await stepsOf(living, need.id)).map(({ at, status, note }) => ({ on: at.slice(0, 10), status, note })),
		moves: PLAIN.filter((to) => moves.includes(to)),
		alike: moves.includes('duplicate')
			? (await needsAlike(living, account, need)).map(({ id, words: text, status, commune, chain, createdAt }) => ({
					...{ id, words: text, status, on: createdAt.slice(0, 10) },
					commune: named('territory', commune),
					chain: named('chain', chain)
				}))
			: null,
		mayReadContact: may(account, 'read-contact')
	};
};

/** The need of an address. Throws 404 when there is none in the regions of `account`. */
async function needAsked(account: Account, event: Pick<RequestEvent, 'params'>): Promise<OfficeNeed> {
	const found = await findNeed(currentApp().living, account, event.params['id']!);
	if (found) return found;
	error(404, (await wordsFor(event)).t('office-needs.unknown'));
}

/** Moves the need of an address and leads back to it; what cannot be done is said beside what was typed. */
async function decide(event: Asked, to: Plain | 'duplicate') {
	const account = await allowedIn(event, 'moderate');
	const { t } = await wordsFor(event);
	const { id } = await needAsked(account, event);
	const form = await event.request.formData();
	const note = fieldOf(form, 'note').slice(0, MOST);
	try {
		await moveNeed(currentApp().living, account, { id, to, note: note || null, duplicateOf: fieldOf(form, 'of') || null });
	} catch (thrown) {
		if (thrown instanceof MoveError) return fail(409, { note, issue: t('office-needs.issue.conflict') });
		if (thrown instanceof DuplicateError) return fail(422, { note, issue: t('office-needs.issue.duplicate') });
		throw thrown;
	}
	redirect(303, `/${event.params['lang']}/office/needs/${id}`);
}

export const actions: Actions = {
	qualified: (event) => decide(event, 'qualified'),
	met: (event) => decide(event, 'met'),
	rejected: (event) => decide(event, 'rejected'),
	received: (event) => decide(event, 'received'),
	duplicate: (event) => decide(event, 'duplicate'),
	contact: async (event) => {
		const account = await allowedIn(event, 'read-contact');
		const { id } = await needAsked(account, event);
		return { contact: (await readContact(currentApp().living, account, id)) ?? ('none' as const) };
	}
};
