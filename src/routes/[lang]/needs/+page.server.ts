import { redirect } from '@sveltejs/kit';
import { NEED_KINDS } from '#lib/core/need/kinds.ts';
import { languageOf } from '#lib/core/text/text.ts';
import { formatPublished } from '#lib/i18n/dates.ts';
import { shownText } from '#lib/i18n/shown.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { addressOf } from '#lib/view/address.ts';
import { kindOf } from '#lib/view/needs.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { askedNeeds, needsQuery } from './asked-needs.server.ts';
import { needsMap } from './needs-map.server.ts';
import type { PageServerLoad } from './$types';

/** Declared needs by territory and kind, as they may be told. A plain form is led to its short address. */
export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
	const language = languageOf(params.lang);
	const words = await wordsOf(language);
	const asked = await askedNeeds(url.searchParams);
	const { region, declared, counts, issues, release } = asked;
	const query = needsQuery(region?.code ?? null, declared);
	const path = `/${language}/needs`;
	if ([...url.searchParams.values()].includes('') && issues.length === 0) redirect(303, path + query);
	// What the office decides is seen at once.
	setHeaders({ 'cache-control': 'no-store' });
	const told = (code: string | null, need: string | null): string => shownText(words, counts.count(code, need));
	const row = (code: string | null, name: string) => ({
		code: code ?? '',
		name,
		cells: NEED_KINDS.map((need) => told(code, need)),
		total: told(code, null)
	});
	return {
		query: url.search,
		region: region?.code ?? null,
		declared,
		issues,
		isEmpty: counts.count(null, null).most === 0,
		regions: asked.regions.map(({ code, name }) => ({ code, name: words.of(name) })),
		rows: asked.rows.map(({ code, name }) => row(code, words.of(name))),
		// Of a region its own line closes the table, of the regions the nation.
		sum: region ? row(region.code, words.of(region.name)) : row(null, words.t('needs.nation')),
		legend: needsMap(asked, words).legend.symbols!,
		date: formatPublished(language, currentApp().living.now().toISOString().slice(0, 10)),
		release: { id: release.release.id, date: release.release.date },
		addresses: {
			declare: `${path}/declare`,
			csv: `${path}/table.csv${query}`,
			picture: `${path}/map.svg?need=${declared}${region ? `&at=${region.code}` : ''}`,
			map: addressOf(`/${language}`, { ...DEFAULT_VIEW, lens: 'needs', declared }),
			json: `/api/v1/needs?level=${region ? 'province' : 'region'}${kindOf(declared) === null ? '' : `&need=${declared}`}`
		}
	};
};
