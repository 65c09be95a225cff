import { FEEDBACK_TYPES, isFeedbackType } from '#lib/core/feedback/feedback.ts';
import { isFeedbackStatus } from '#lib/core/feedback/tally.ts';
import { STATUSES } from '#lib/core/submission/submission.ts';
import { type Words, wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { listFeedback, type Feedback } from '#lib/server/db/living/feedback.ts';
import { namesIn } from '#lib/server/names.ts';
import { allowedIn } from '../guard.server.ts';
import { amountOf } from './shown.server.ts';
import type { PageServerLoad } from './$types';

const PAGE = 50;

/** The feedback of the regions of who is signed in: what waits first, unless another status is asked for. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'handle-feedback');
	const { living, releases } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const names = await namesIn(releases.current, words);
	const asked = (name: string): string => event.url.searchParams.get(name) ?? '';
	const status = event.url.searchParams.has('status') ? asked('status') : 'received';
	const type = asked('type');
	const offset = Math.max(0, Math.trunc(Number(asked('from'))) || 0);
	const { items, total } = await listFeedback(living, account, {
		status: isFeedbackStatus(status) ? status : undefined,
		type: isFeedbackType(type) ? type : undefined,
		limit: PAGE,
		offset
	});
	const more = new URLSearchParams({ status, type, from: String(offset + PAGE) });
	return {
		chosen: { status, type },
		statuses: STATUSES.feedback,
		types: FEEDBACK_TYPES,
		total,
		items: items.map((item) => told(item, words, (code) => names.name('territory', code))),
		older: offset + PAGE < total ? `?${more}` : null
	};
};

/** A line of the list. */
function told(
	{ id, createdAt, type, status, seen, territory, value, year }: Feedback,
	words: Words,
	nameOf: (code: string) => string | null
) {
	return {
		id,
		on: createdAt.slice(0, 10),
		type,
		status,
		name: words.of(seen.name),
		place: territory === null ? null : nameOf(territory),
		seen: amountOf(words, seen, seen.value, seen.year),
		proposed: value === null ? null : amountOf(words, { ...seen, unit: null }, value, year)
	};
}
