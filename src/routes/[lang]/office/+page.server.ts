import { may } from '#lib/core/account/actor.ts';
import { KINDS, type SubmissionKind } from '#lib/core/submission/submission.ts';
import { currentApp } from '#lib/server/app.ts';
import { listSubmissions } from '#lib/server/db/living/submissions.ts';
import { signedIn } from './guard.server.ts';
import type { PageServerLoad } from './$types';

/** Where what the public sends is handled. */
const SECTION = { idea: 'ideas', need: 'needs', project: 'projects', feedback: 'feedback', claim: 'claims' } as const satisfies Record<
	SubmissionKind,
	string
>;

/** What waits for a first look, by kind, in the regions of who is signed in. */
export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	if (!may(account, 'moderate')) return { waiting: [] };
	const { living } = currentApp();
	const waiting = KINDS.map(async (kind) => {
		const { total } = await listSubmissions(living, account, { kind, status: 'received', limit: 1 });
		return { section: SECTION[kind], total };
	});
	return { waiting: await Promise.all(waiting) };
};
