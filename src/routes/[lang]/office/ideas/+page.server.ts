import { isNeedKind } from '#lib/core/need/kinds.ts';
import { STATUSES } from '#lib/core/submission/submission.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { listIdeas, type IdeaFilter } from '#lib/server/db/living/ideas.ts';
import { namesIn } from '#lib/server/names.ts';
import { allowedIn } from '../guard.server.ts';
import type { PageServerLoad } from './$types';

const PAGE = 40;

/** Ideas in the regions of who is signed in, by what the address asks for; what it cannot ask for asks for nothing. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'moderate');
	const { living, releases } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const names = await namesIn(releases.current, words);
	const asked = (name: string): string | undefined => event.url.searchParams.get(name) || undefined;
	const status = STATUSES.idea.find((one) => one === asked('status'));
	const need = asked('need');
	const filter: Omit<IdeaFilter, 'limit'> = {
		status,
		need: need !== undefined && isNeedKind(need) ? need : undefined,
		province: asked('province'),
		chain: asked('chain'),
		meeting: asked('meeting')
	};
	const page = Math.max(1, Math.floor(Number(asked('page'))) || 1);
	const { items, total } = await listIdeas(living, account, { ...filter, limit: PAGE, offset: (page - 1) * PAGE });
	const provinces = await releases.current.bank.territories.list({ level: 'province' });
	const today = living.now().toISOString().slice(0, 10);
	const query = new URLSearchParams(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined));
	return {
		filter: Object.fromEntries(query),
		statuses: STATUSES.idea,
		provinces: provinces
			.filter(({ parent }) => account.regions === 'all' || account.regions.includes(parent ?? ''))
			.map(({ code, name }) => ({ code, name: words.of(name) })),
		chains: releases.current.snapshot.chains.map(({ id, name }) => ({ id, name: words.of(name) })),
		total,
		ideas: items.map(({ id, texts, need: kind, province, region, chain, channel, status: stands, createdAt, followUpDue }) => ({
			...{ id, need: kind, channel, status: stands },
			title: texts.title ?? null,
			place: names.name('territory', province ?? region) ?? region,
			chain: chain === null ? null : names.name('chain', chain),
			on: createdAt.slice(0, 10),
			due: stands === 'created' && followUpDue !== null ? { on: followUpDue, isOver: followUpDue <= today } : null
		})),
		page,
		pages: Math.max(1, Math.ceil(total / PAGE)),
		query: query.toString()
	};
};
