import { error } from '@sveltejs/kit';
import { isLanguage } from '#lib/core/text/text.ts';
import { statusKey } from '#lib/i18n/submission-words.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { namesIn } from '#lib/server/names.ts';
import { csvOf } from '#lib/server/report/csv.ts';
import { askedBoard } from '../asked-board.server.ts';
import type { RequestHandler } from './$types';

const COLUMNS = ['title', 'pitch', 'need', 'chain', 'region', 'province', 'stage', 'status', 'month'] as const;

/** The ideas of the board for a spreadsheet, in the language of the page: what anybody may read, and no name. */
export const GET: RequestHandler = async ({ params, url }) => {
	const language = params.lang;
	if (!isLanguage(language)) error(404, 'language');
	const words = await wordsOf(language);
	const { t } = words;
	const { release, found, all } = await askedBoard(url.searchParams);
	const { name } = await namesIn(release, words);
	const today = currentApp().living.now().toISOString().slice(0, 10);
	const csv = csvOf([
		[`${t('ideas.title')} · ${t('ideas.found', { found: found.length, all: all.length })}`],
		[t('ideas.honest')],
		[`${t('app.name')} · ${today}`],
		COLUMNS.map((column) => t(`ideas.column.${column}`)),
		...found.map((idea) => [
			idea.title,
			idea.pitch,
			t(`needs.kind.${idea.need}`),
			idea.chain === null ? null : name('chain', idea.chain),
			name('territory', idea.region),
			idea.province === null ? null : name('territory', idea.province),
			t(`ideas.stage.${idea.stage}`),
			t(statusKey('idea', idea.status)),
			idea.month
		])
	]);
	return new Response(csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="furas-ideas-${language}-${today}.csv"`,
			'cache-control': 'no-store'
		}
	});
};
