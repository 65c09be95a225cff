import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Account } from '#lib/core/account/account.ts';
import { may } from '#lib/core/account/actor.ts';
import { IN_PROGRESS, lapsesOn } from '#lib/core/reservation/reservation.ts';
import { movesFrom, type StatusOf } from '#lib/core/submission/submission.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { findProject, moveProject, noteNews, type OfficeProject } from '#lib/server/db/living/projects.ts';
import { MoveError, readContact, stepsOf } from '#lib/server/db/living/submissions.ts';
import { namesIn } from '#lib/server/names.ts';
import { fieldOf } from '../../../send/sent.server.ts';
import { allowedIn } from '../../guard.server.ts';
import { sheetNames } from '../sheet-names.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the office may decide; only the sender takes a reservation back. */
const PLAIN = ['reserved', 'founding', 'created', 'lapsed', 'rejected', 'received'] as const satisfies readonly StatusOf<'project'>[];
type Plain = (typeof PLAIN)[number];

/** Longest words to a sender. */
const MOST = 1_000;

type Asked = Pick<RequestEvent, 'params' | 'locals' | 'url' | 'request'>;

const wordsFor = ({ params }: Pick<RequestEvent, 'params'>) => wordsAsked(params['lang']);

/** A project with all that helps to decide, except who sent it: that is asked for apart. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'moderate');
	const { living, releases } = currentApp();
	const words = await wordsFor(event);
	const project = await projectAsked(account, event);
	const names = await namesIn(releases.current, words);
	const sheets = await sheetNames(releases.current, words);
	const moves = movesFrom('project', project.status);
	const isInProgress = IN_PROGRESS.some((one) => one === project.status);
	return {
		project: {
			...project,
			on: project.createdAt.slice(0, 10),
			sheet: sheets(project.model),
			place: [project.commune, project.province].flatMap((code) => (code === null ? [] : (names.name('territory', code) ?? []))),
			chainName: project.chain === null ? null : names.name('chain', project.chain),
			lapses: isInProgress ? lapsesOn(project.updatedAt) : null
		},
		steps: (await stepsOf(living, project.id)).map(({ at, status, note }) => ({ on: at.slice(0, 10), status, note })),
		moves: PLAIN.filter((to) => moves.includes(to)),
		mayTellNews: isInProgress,
		mayReadContact: may(account, 'read-contact')
	};
};

/** The project of an address. Throws 404 when there is none in the regions of `account`. */
async function projectAsked(account: Account, event: Pick<RequestEvent, 'params'>): Promise<OfficeProject> {
	const found = await findProject(currentApp().living, account, event.params['id']!);
	if (found) return found;
	error(404, (await wordsFor(event)).t('office-needs.unknown'));
}

/** Moves the project of an address, or keeps news of it, and leads back to it; what cannot be done is said beside what was typed. */
async function decide(event: Asked, to: Plain | 'news') {
	const account = await allowedIn(event, 'moderate');
	const { t } = await wordsFor(event);
	const { id } = await projectAsked(account, event);
	const note = fieldOf(await event.request.formData(), 'note').slice(0, MOST);
	const { living } = currentApp();
	const conflict = () => fail(409, { note, issue: t('office-needs.issue.conflict') });
	try {
		const isDone =
			to === 'news'
				? await noteNews(living, account, id, note || null)
				: await moveProject(living, account, { id, to, note: note || null });
		if (!isDone) return conflict();
	} catch (thrown) {
		if (thrown instanceof MoveError) return conflict();
		throw thrown;
	}
	redirect(303, `/${event.params['lang']}/office/projects/${id}`);
}

export const actions: Actions = {
	reserved: (event) => decide(event, 'reserved'),
	founding: (event) => decide(event, 'founding'),
	created: (event) => decide(event, 'created'),
	lapsed: (event) => decide(event, 'lapsed'),
	rejected: (event) => decide(event, 'rejected'),
	received: (event) => decide(event, 'received'),
	news: (event) => decide(event, 'news'),
	contact: async (event) => {
		const account = await allowedIn(event, 'read-contact');
		const { id } = await projectAsked(account, event);
		return { contact: (await readContact(currentApp().living, account, id)) ?? ('none' as const) };
	}
};
