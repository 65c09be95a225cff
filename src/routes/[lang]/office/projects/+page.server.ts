import { IN_PROGRESS, lapsesOn } from '#lib/core/reservation/reservation.ts';
import { STATUSES } from '#lib/core/submission/submission.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { listProjects } from '#lib/server/db/living/projects.ts';
import { namesIn } from '#lib/server/names.ts';
import { allowedIn } from '../guard.server.ts';
import { sheetNames } from './sheet-names.server.ts';
import type { PageServerLoad } from './$types';

const PAGE = 50;

/** Projects in progress in the regions of who is signed in, by where they stand today. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'moderate');
	const { living, releases } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const names = await namesIn(releases.current, words);
	const sheets = await sheetNames(releases.current, words);
	const asked = (name: string): string => event.url.searchParams.get(name) ?? '';
	const status = STATUSES.project.find((one) => one === asked('status')) ?? '';
	const from = Math.max(0, Math.trunc(Number(asked('from'))) || 0);
	const { items, total } = await listProjects(living, account, { status: status || undefined, limit: PAGE, offset: from });
	const at = (offset: number): string => `?${new URLSearchParams({ status, from: String(offset) })}`;
	return {
		status,
		statuses: STATUSES.project,
		total,
		items: items.map(({ id, model, chain, commune, province, members, planned, standing, createdAt, updatedAt }) => ({
			...{ id, members, planned, standing },
			on: createdAt.slice(0, 10),
			sheet: sheets(model),
			chain: chain === null ? null : names.name('chain', chain),
			place: [commune, province].flatMap((code) => (code === null ? [] : (names.name('territory', code) ?? []))),
			lapses: IN_PROGRESS.some((one) => one === standing) ? lapsesOn(updatedAt) : null
		})),
		newer: from > 0 ? at(Math.max(0, from - PAGE)) : null,
		older: from + PAGE < total ? at(from + PAGE) : null
	};
};
