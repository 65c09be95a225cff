import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Account } from '#lib/core/account/account.ts';
import { may, type Deed } from '#lib/core/account/actor.ts';
import { FEASIBILITY, readGate } from '#lib/core/idea/gate.ts';
import { movesFrom } from '#lib/core/submission/submission.ts';
import { languageOf } from '#lib/core/text/text.ts';
import { wordsAsked, wordsOf } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { IdeaError, moveIdea, type IdeaStep } from '#lib/server/db/living/idea-moves.ts';
import { candidatesFor, findIdea, keepGate, type OfficeIdea } from '#lib/server/db/living/ideas.ts';
import { fillSeats, JuryError, juryOf, sendToJury } from '#lib/server/db/living/jury.ts';
import { reservationOfIdea } from '#lib/server/db/living/projects.ts';
import { MoveError, readContact, stepsOf } from '#lib/server/db/living/submissions.ts';
import { namesIn } from '#lib/server/names.ts';
import { fieldOf } from '../../../send/sent.server.ts';
import { allowedIn } from '../../guard.server.ts';
import { communesOf, makeSheet, sheetsFor } from './sheet.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Steps that need nothing but words to the sender; the others have forms of their own, and only the sender takes an idea back. */
const PLAIN = ['received', 'rejected', 'mentored', 'winner', 'created', 'followed-up'] as const;
type PlainStep = (typeof PLAIN)[number];

/** An idea with all that helps to decide, except who sent it: that is asked for apart. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'moderate');
	const { living, releases } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const idea = await ideaAsked(account, event);
	const names = await namesIn(releases.current, words);
	const moves = movesFrom('idea', idea.status);
	const jury = await juryOf(living, idea.id);
	const named = (kind: 'territory' | 'chain', id: string | null): string | null => (id === null ? null : names.name(kind, id));
	const candidates = moves.includes('duplicate') ? await candidatesFor(living, account, idea) : [];
	const original = idea.duplicateOf === null ? null : await findIdea(living, account, idea.duplicateOf);
	return {
		idea: {
			...idea,
			place: [named('territory', idea.commune), named('territory', idea.province), named('territory', idea.region)].filter(Boolean),
			chainName: named('chain', idea.chain),
			on: idea.createdAt.slice(0, 10)
		},
		steps: (await stepsOf(living, idea.id)).map(({ at, status, note }) => ({ on: at.slice(0, 10), status, note })),
		candidates: candidates.map(({ id, texts, similarity, status }) => ({
			...{ id, status, title: texts.title ?? '', pitch: texts.pitch ?? '' },
			percent: Math.round(similarity * 100)
		})),
		original: original && { id: original.id, title: original.texts.title ?? null },
		questions: FEASIBILITY,
		plain: PLAIN.filter((step) => moves.includes(step) && (step !== 'winner' || jury.verdict.kind === 'decided')),
		may: {
			screen: moves.includes('screened'),
			duplicate: moves.includes('duplicate'),
			callJury: moves.includes('pitched'),
			makeSheet: moves.includes('project-sheet'),
			readContact: may(account, 'read-contact')
		},
		jury,
		sheets: moves.includes('project-sheet') ? await sheetsFor(idea, words) : [],
		communes: moves.includes('project-sheet') ? await communesOf(idea, words) : [],
		sheet: idea.sheet && `/${words.language}/projects/${idea.sheet.model}?${sheetQuery(idea)}`,
		reservation: await reservationOfIdea(living, idea.id)
	};
};

function sheetQuery({ sheet, commune }: OfficeIdea): string {
	return new URLSearchParams({ chain: sheet!.chain, ...(commune !== null && { commune }) }).toString();
}

type Asked = Pick<RequestEvent, 'params' | 'locals' | 'url' | 'request'>;

/** The idea of an address. Throws 404 when there is none in the regions of `account`. */
async function ideaAsked(account: Account, { params }: Pick<RequestEvent, 'params'>): Promise<OfficeIdea> {
	const found = await findIdea(currentApp().living, account, params['id']!);
	if (found) return found;
	const { t } = await wordsOf(languageOf(params['lang']!));
	error(404, t('office-ideas.missing'));
}

const noteOf = (form: FormData): string | null => fieldOf(form, 'note').slice(0, 1_000) || null;

/** Does one thing to the idea of an address and leads back to it; what cannot be done is told in one sentence beside what was typed. */
async function done(event: Asked, deed: Deed, act: (account: Account, form: FormData, idea: OfficeIdea) => Promise<boolean>) {
	const account = await allowedIn(event, deed);
	const { t } = await wordsOf(languageOf(event.params['lang']!));
	const idea = await ideaAsked(account, event);
	const form = await event.request.formData();
	try {
		if (!(await act(account, form, idea))) return fail(409, { issue: t('office-ideas.fault.moved'), note: noteOf(form) });
	} catch (thrown) {
		if (thrown instanceof MoveError) return fail(409, { issue: t('office-ideas.fault.moved'), note: noteOf(form) });
		if (thrown instanceof IdeaError || thrown instanceof JuryError)
			return fail(422, { issue: t(`office-ideas.fault.${thrown.fault}`), note: noteOf(form) });
		throw thrown;
	}
	redirect(303, `/${event.params['lang']}/office/ideas/${idea.id}`);
}

/** A step without more than words. */
const stepTo = (text: string): IdeaStep | null => {
	const to = PLAIN.find((one): one is PlainStep => one === text);
	return to === undefined ? null : { to };
};

export const actions: Actions = {
	gate: (event) =>
		done(event, 'moderate', (account, form, { id }) =>
			keepGate(currentApp().living, account, id, readGate(form.getAll('gate').map(String)))
		),
	screen: (event) =>
		done(event, 'moderate', async (account, form, { id }) => {
			const { living } = currentApp();
			const gate = readGate(form.getAll('gate').map(String));
			// What was ticked is kept even when it is not enough.
			await keepGate(living, account, id, gate);
			return moveIdea(living, account, id, { to: 'screened', gate }, noteOf(form));
		}),
	duplicate: (event) =>
		done(event, 'moderate', (account, form, { id }) =>
			moveIdea(currentApp().living, account, id, { to: 'duplicate', of: fieldOf(form, 'of') }, noteOf(form))
		),
	move: (event) =>
		done(event, 'moderate', async (account, form, { id }) => {
			const step = stepTo(fieldOf(form, 'to'));
			return step !== null && moveIdea(currentApp().living, account, id, step, noteOf(form));
		}),
	jury: (event) => done(event, 'assign-jury', (account, form, { id }) => sendToJury(currentApp().living, account, id, noteOf(form))),
	fill: (event) => done(event, 'assign-jury', (account, _, { id }) => fillSeats(currentApp().living, account, id)),
	sheet: (event) => done(event, 'moderate', (account, form, idea) => makeSheet(account, idea, form, noteOf(form))),
	contact: async (event) => {
		const account = await allowedIn(event, 'read-contact');
		const { id } = await ideaAsked(account, event);
		const { living } = currentApp();
		return { contact: (await readContact(living, account, id)) ?? { name: null, phone: null, email: null } };
	}
};
