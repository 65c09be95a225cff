import { redirect } from '@sveltejs/kit';
import { byNeed, byTerritory, guarded } from '#lib/core/idea/board.ts';
import { radiusOf, sampleValues } from '#lib/core/cartography/symbols.ts';
import { NEED_KINDS } from '#lib/core/need/kinds.ts';
import { languageOf } from '#lib/core/text/text.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { formatPublished } from '#lib/i18n/dates.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { type Words, wordsOf } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { waitingByRegion } from '#lib/server/db/living/ideas.ts';
import { namesIn } from '#lib/server/names.ts';
import { publicNeeds } from '#lib/server/needs.ts';
import { askedBoard, BOARD_STATUSES, boardQuery, type AskedBoard } from './asked-board.server.ts';
import type { PageServerLoad } from './$types';

/** Ideas on one page of the list. */
const PAGE = 24;

/** The board: ideas that may be read, their places and the needs they answer. What is filtered is a plain form; a sent one is led to its short address. */
export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
	const language = languageOf(params.lang);
	const words = await wordsOf(language);
	const board = await askedBoard(url.searchParams);
	const path = `/${language}/ideas`;
	if ([...url.searchParams.values()].includes('') && board.ignored.length === 0) redirect(303, path + boardQuery(board.filter));
	// What people send appears at once.
	setHeaders({ 'cache-control': 'no-store' });
	const { release, filter, found, all, regions, provinces } = board;
	const names = await namesIn(release, words);
	const pages = Math.max(1, Math.ceil(found.length / PAGE));
	const page = Math.min(pages, Math.max(1, Math.floor(Number(url.searchParams.get('page'))) || 1));
	const needs = await publicNeeds(currentApp().living, release);
	const waiting = await waitingByRegion(currentApp().living);
	const byProvince = byTerritory(found, 'province');
	const byRegion = byTerritory(found, 'region');
	const largest = Math.max(0, ...byProvince.values());
	return {
		query: url.search,
		filter,
		ignored: board.ignored,
		choices: choicesOf(board, words),
		found: found.length,
		all: all.length,
		ideas: found.slice((page - 1) * PAGE, page * PAGE).map(({ id, title, pitch, need, stage, status, language: written, ...idea }) => ({
			...{ id, title, pitch, need, stage, status, language: written },
			place: names.name('territory', idea.province ?? idea.region) ?? idea.region,
			chain: idea.chain === null ? null : names.name('chain', idea.chain),
			month: formatPublished(language, idea.month),
			sheet: idea.sheet && `/${language}/projects/${idea.sheet.model}?chain=${idea.sheet.chain}`
		})),
		page,
		pages,
		against: byNeed(found).map(({ need, count }) => ({ need, count, declared: needs.count(filter.territory, need) })),
		places: regions
			.map((region) => ({
				...placed(region, byRegion, words),
				provinces: provinces
					.filter(({ parent, code }) => parent === region.code && byProvince.has(code))
					.map((one) => placed(one, byProvince, words))
			}))
			.filter(({ count }) => count > 0),
		waiting: regions.map((region) => ({ name: words.of(region.name), count: guarded(waiting.get(region.code) ?? 0) })),
		samples: largest === 0 ? [] : sampleValues(largest).map((value) => ({ value, radius: radiusOf(value, largest) })),
		addresses: {
			clear: boardQuery(filter) === '' ? null : path,
			csv: `${path}/board.csv${boardQuery(filter)}`,
			json: `/api/v1/ideas/board${boardQuery(filter)}`,
			picture: `${path}/map.svg${boardQuery(filter, { as: 'board' })}`,
			previous: page === 1 ? null : path + boardQuery(filter, { page: String(page - 1) }),
			next: page === pages ? null : path + boardQuery(filter, { page: String(page + 1) })
		}
	};
};

const placed = ({ code, name }: Territory, counts: ReadonlyMap<string, number>, words: Words) => ({
	code,
	name: words.of(name),
	count: counts.get(code) ?? 0
});

/** What the filters offer: places, needs, the chains that some idea names, and where an idea may stand. */
function choicesOf({ regions, provinces, release, all }: AskedBoard, words: Words) {
	const { compare } = new Intl.Collator(LOCALES[words.language]);
	const named = ({ code, name }: Territory) => ({ code, name: words.of(name) });
	const chains = new Set(all.map(({ chain }) => chain));
	return {
		places: regions.map((region) => ({
			...named(region),
			provinces: provinces
				.filter(({ parent }) => parent === region.code)
				.map(named)
				.sort((a, b) => compare(a.name, b.name))
		})),
		needs: NEED_KINDS,
		chains: release.snapshot.chains
			.filter(({ id }) => chains.has(id))
			.map(({ id, name }) => ({ id, name: words.of(name) }))
			.sort((a, b) => compare(a.name, b.name)),
		statuses: BOARD_STATUSES
	};
}
