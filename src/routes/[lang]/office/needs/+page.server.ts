import { isNeedKind } from '#lib/core/need/kinds.ts';
import { STATUSES } from '#lib/core/submission/submission.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { listNeeds } from '#lib/server/db/living/needs.ts';
import { namesIn } from '#lib/server/names.ts';
import { allowedIn } from '../guard.server.ts';
import type { PageServerLoad } from './$types';

const PAGE = 50;

/** Declared needs in the regions of who is signed in, by what the address asks for; what it cannot ask for asks for nothing. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'moderate');
	const { living, releases } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const names = await namesIn(releases.current, words);
	const asked = (name: string): string => event.url.searchParams.get(name) ?? '';
	const status = STATUSES.need.find((one) => one === asked('status')) ?? '';
	const need = isNeedKind(asked('need')) ? asked('need') : '';
	const from = Math.max(0, Math.trunc(Number(asked('from'))) || 0);
	const { items, total } = await listNeeds(living, account, {
		status: status || undefined,
		need: isNeedKind(need) ? need : undefined,
		limit: PAGE,
		offset: from
	});
	const at = (offset: number): string => `?${new URLSearchParams({ status, need, from: String(offset) })}`;
	return {
		status,
		need,
		statuses: STATUSES.need,
		total,
		items: items.map(({ id, createdAt, need: kind, province, region, chain, urgency, status: stands, words: text }) => ({
			...{ id, need: kind, urgency, status: stands, words: text },
			on: createdAt.slice(0, 10),
			place: names.name('territory', province ?? region) ?? region,
			chain: chain === null ? null : names.name('chain', chain)
		})),
		newer: from > 0 ? at(Math.max(0, from - PAGE)) : null,
		older: from + PAGE < total ? at(from + PAGE) : null
	};
};
