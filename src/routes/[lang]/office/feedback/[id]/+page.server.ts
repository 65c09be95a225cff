import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Account } from '#lib/core/account/account.ts';
import { may } from '#lib/core/account/actor.ts';
import { parseAbout } from '#lib/core/feedback/about.ts';
import { FACT_KINDS, FACT_SCOPES } from '#lib/core/feedback/check-fact.ts';
import { movesFrom } from '#lib/core/submission/submission.ts';
import { type Words, wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { findFeedback, moveFeedback, type FeedbackFile } from '#lib/server/db/living/feedback.ts';
import { MoveError, readContact } from '#lib/server/db/living/submissions.ts';
import { acceptTyped, factChoices } from '#lib/server/feedback/accept.ts';
import { subjectOf } from '#lib/server/feedback/subject.ts';
import { namesIn } from '#lib/server/names.ts';
import { fieldOf, typedIn } from '../../../send/sent.server.ts';
import { allowedIn } from '../../guard.server.ts';
import { amountOf } from '../shown.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Longest answer to a sender, in characters. */
const LONGEST_NOTE = 1_000;

/** One piece of feedback with all that helps to answer it, except who sent it: that is asked for apart. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'handle-feedback');
	const { living, releases } = currentApp();
	const words = await wordsIn(event.params.lang);
	const file = await fileAsked(account, event);
	const names = await namesIn(releases.current, words);
	const nameOf = (kind: 'territory' | 'chain', id: string | null): string | null => id && (names.name(kind, id) ?? id);
	const about = parseAbout(file.about);
	const now = about && (await subjectOf(releases.current, about));
	const moves = movesFrom('feedback', file.status);
	const choices = await factChoices(releases.current, file, living.now().getUTCFullYear());
	return {
		...toldFile(file, words),
		place: nameOf('territory', file.territory),
		from: [file.commune, file.province, file.region].map((code) => nameOf('territory', code)).filter((name) => name !== null),
		chain: nameOf('chain', file.chain),
		page: now?.page ?? null,
		now: now && (amountOf(words, now.seen, now.seen.value, now.seen.year) ?? words.t('feedback.about.novalue')),
		may: {
			answer: moves.includes('answered'),
			accept: moves.includes('accepted'),
			refuse: moves.includes('rejected'),
			duplicate: moves.includes('duplicate'),
			reopen: moves.includes('received'),
			readContact: may(account, 'read-contact')
		},
		choices: {
			territories: choices.territories.map((code) => ({ code, name: nameOf('territory', code)! })),
			chains: choices.chains.map((id) => ({ id, name: nameOf('chain', id)! })),
			kinds: FACT_KINDS,
			scopes: FACT_SCOPES,
			units: choices.units.map((unit) => ({ id: unit.fr, name: words.of(unit) }))
		},
		proposal: proposalOf(file)
	};
};

/** What was sent, in words. */
function toldFile({ id, status, type, seen, release, createdAt, steps, texts, value, year }: FeedbackFile, words: Words) {
	const { title, where = '', unit } = texts;
	return {
		id,
		status,
		type,
		name: words.of(seen.name),
		seen: amountOf(words, seen, seen.value, seen.year),
		seenIn: release,
		proposed: value === null ? null : [words.n(value, Number.isInteger(value) ? 0 : 2), unit, year].filter(Boolean).join(' · '),
		words: texts['words'] ?? null,
		source: title === undefined ? null : { title, where },
		on: createdAt.slice(0, 10),
		steps: steps.map((step) => ({ on: step.at.slice(0, 10), status: step.status, note: step.note }))
	};
}

/** What the form of the fact begins with: what the sender told, to be read again. */
function proposalOf({ province, region, chain, value, year, texts }: FeedbackFile): Readonly<Record<string, string>> {
	const { title = '', where = '' } = texts;
	return {
		territory: province ?? region,
		chain: chain ?? '',
		value: value === null ? '' : String(value),
		year: year ?? '',
		title,
		url: /^https?:/.test(where) ? where : ''
	};
}

const wordsIn = (lang: string) => wordsAsked(lang);

/** The feedback of an address. Throws 404 when there is none in the regions of `account`. */
async function fileAsked(account: Account, { params }: Pick<RequestEvent, 'params'>): Promise<FeedbackFile> {
	const found = await findFeedback(currentApp().living, account, params['id']!.slice(0, 64));
	if (found) return found;
	const { t } = await wordsIn(params['lang']!);
	error(404, t('office-feedback.none'));
}

type Asked = Pick<RequestEvent, 'params' | 'locals' | 'url' | 'request'>;

/** Moves the feedback of an address and leads back to it; a colleague who was quicker is told. */
async function moved(event: Asked, to: 'answered' | 'rejected' | 'duplicate' | 'received') {
	const account = await allowedIn(event, 'handle-feedback');
	const { t } = await wordsIn(event.params['lang']!);
	const { id } = await fileAsked(account, event);
	const form = await event.request.formData();
	const note = fieldOf(form, 'note').slice(0, LONGEST_NOTE) || null;
	if (to === 'answered' && note === null) return fail(422, { issues: { note: t('office-feedback.note.missing') } });
	const answer = { conflict: t('office-feedback.conflict'), typed: typedIn(form) };
	if (!(await quickest(moveFeedback(currentApp().living, account, { id, to, note })))) return fail(409, answer);
	redirect(303, `/${event.params['lang']}/office/feedback/${id}`);
}

/** The result of a move; false when the pipeline has no such move any more. */
async function quickest<T>(moving: Promise<T>): Promise<T | false> {
	try {
		return await moving;
	} catch (thrown) {
		if (thrown instanceof MoveError) return false;
		throw thrown;
	}
}

export const actions: Actions = {
	answer: (event) => moved(event, 'answered'),
	refuse: (event) => moved(event, 'rejected'),
	duplicate: (event) => moved(event, 'duplicate'),
	reopen: (event) => moved(event, 'received'),
	accept: async (event) => {
		const account = await allowedIn(event, 'handle-feedback');
		const { t } = await wordsIn(event.params.lang);
		const file = await fileAsked(account, event);
		const typed = typedIn(await event.request.formData());
		const { living, releases } = currentApp();
		const acceptance = await quickest(acceptTyped(living, releases.current, account, file, typed));
		if (acceptance === false || acceptance.kind === 'gone') return fail(409, { conflict: t('office-feedback.conflict'), typed });
		if (acceptance.kind === 'issues') {
			const told = Object.entries(acceptance.issues).map(([field, issue]) => [field, t(`office-feedback.issue.${issue}`)]);
			return fail(422, { typed, issues: Object.fromEntries(told) as Record<string, string> });
		}
		redirect(303, `/${event.params.lang}/office/feedback/${file.id}`);
	},
	contact: async (event) => {
		const account = await allowedIn(event, 'read-contact');
		const { id } = await fileAsked(account, event);
		return { contact: (await readContact(currentApp().living, account, id)) ?? ('none' as const) };
	}
};
