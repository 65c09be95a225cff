import { error } from '@sveltejs/kit';
import { NEED_KINDS } from '#lib/core/need/kinds.ts';
import { FEWEST_SHOWN } from '#lib/core/need/suppress.ts';
import { isLanguage } from '#lib/core/text/text.ts';
import { formatPublished } from '#lib/i18n/dates.ts';
import { shownText } from '#lib/i18n/shown.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { csvOf, type Cell } from '#lib/server/report/csv.ts';
import { askedNeeds } from '../asked-needs.server.ts';
import type { RequestHandler } from './$types';

/** The table of declared needs for a spreadsheet: one line per territory and kind, with the least and the most it can be. */
export const GET: RequestHandler = async ({ params, url }) => {
	const language = params.lang;
	if (!isLanguage(language)) error(404, 'language');
	const words = await wordsOf(language);
	const { t } = words;
	const { counts, rows, region, release } = await askedNeeds(url.searchParams);
	const day = currentApp().living.now().toISOString().slice(0, 10);
	const places = [...rows, ...(region ? [region] : [])].map(({ code, name }) => ({ code, name: words.of(name) }));
	const nation = region ? [] : [{ code: null, name: t('needs.nation') }];
	const lines = [...places, ...nation].flatMap(({ code, name }) =>
		[...NEED_KINDS, null].map((need): Cell[] => {
			const shown = counts.count(code, need);
			return [code, name, need, t(`needs.kind.${need ?? 'all'}`), shown.least, shown.most, shownText(words, shown)];
		})
	);
	const csv = csvOf([
		[t('needs.table')],
		[`${t('needs.honest')} ${t('needs.rule', { count: words.n(FEWEST_SHOWN) })}`],
		[`${t('needs.asof', { date: formatPublished(language, day) })} · ${release.release.id}`],
		[
			t('needs.csv.place'),
			t('needs.place'),
			t('needs.csv.need'),
			t('needs.filter.need'),
			t('needs.csv.least'),
			t('needs.csv.most'),
			t('needs.csv.told')
		],
		...lines
	]);
	return new Response(csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="furas-needs-${language}-${day}.csv"`,
			'cache-control': 'no-store'
		}
	});
};
