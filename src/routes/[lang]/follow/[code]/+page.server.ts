import { error, fail, redirect } from '@sveltejs/kit';
import { standingOf } from '#lib/core/reservation/reservation.ts';
import { mayMove } from '#lib/core/submission/submission.ts';
import { readTrackingCode } from '#lib/core/submission/tracking-code.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { track, withdraw } from '#lib/server/db/living/submissions.ts';
import { namesIn } from '#lib/server/names.ts';
import type { Actions, PageServerLoad } from './$types';

/** What became of a submission, for who holds its code. Trying codes is limited. */
export const load: PageServerLoad = async ({ params, url, getClientAddress }) => {
	const { living, limits, releases } = currentApp();
	const words = await wordsAsked(params.lang);
	const code = readTrackingCode(params.code);
	const seconds = await limits.tracking.wait(getClientAddress());
	if (seconds > 0) error(429, words.t('send.issue.too-often', { minutes: Math.ceil(seconds / 60) }));
	const found = code === null ? null : await track(living, code);
	if (!found) {
		await limits.tracking.take(getClientAddress());
		redirect(303, `/${params.lang}/follow?unknown=${encodeURIComponent(params.code.slice(0, 40))}`);
	}
	const { submission, steps } = found;
	const names = await namesIn(releases.current, words);
	const named = (table: 'territory' | 'chain', id: string | null): string | null => (id === null ? null : names.name(table, id));
	return {
		code: code!,
		isNew: url.searchParams.has('new'),
		kind: submission.kind,
		status: submission.kind === 'project' ? standingOf(submission, living.now()) : submission.status,
		place: [named('territory', submission.commune), named('territory', submission.province)].filter((name) => name !== null),
		chain: named('chain', submission.chain),
		sentOn: submission.createdAt.slice(0, 10),
		keepUntil: submission.keepUntil,
		steps: steps.map(({ at, status, note }) => ({ on: at.slice(0, 10), status, note })),
		mayWithdraw: mayMove(submission.kind, submission.status, 'withdrawn')
	};
};

export const actions: Actions = {
	withdraw: async ({ params }) => {
		const code = readTrackingCode(params.code);
		if (code === null || !(await withdraw(currentApp().living, code))) return fail(409);
		redirect(303, `/${params.lang}/follow/${code}`);
	}
};
