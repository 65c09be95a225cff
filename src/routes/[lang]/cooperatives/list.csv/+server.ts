import { error } from '@sveltejs/kit';
import { isLanguage } from '#lib/core/text/text.ts';
import type { Words } from '#lib/i18n/words.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { csvOf, type Cell } from '#lib/server/report/csv.ts';
import { groupsOf, type DirectoryLine } from '#lib/view/directory-list.ts';
import { askedDirectory } from '../asked-directory.server.ts';
import type { RequestHandler } from './$types';

const COLUMNS = [
	'id',
	'name',
	'women',
	'activity',
	'branch',
	'region',
	'province',
	'commune',
	'year',
	'members',
	'latitude',
	'longitude',
	'source',
	'address'
] as const;

/** The list of a directory for a spreadsheet, in the language of the page. Lines before the table say what it is and is not. */
export const GET: RequestHandler = async ({ params, url }) => {
	const language = params.lang;
	if (!isLanguage(language)) error(404, 'language');
	const words = await wordsOf(language);
	const { t } = words;
	const { release, facts, found } = await askedDirectory(url.searchParams, words);
	const { id, date } = release.release;
	const lines = groupsOf(found, facts, words).flatMap((group) => group.lines);
	const csv = csvOf([
		[`${t('directory.named.title')} · ${t('directory.named.found', { found: words.n(found.length), all: words.n(facts.named.length) })}`],
		[`${t('directory.honest')} ${t('directory.csv.unknown')}`],
		[[t('place.release', { release: id, date }), ...facts.credits.slice(0, 1).map(words.of)].join(' · ')],
		COLUMNS.map((column) => (column === 'branch' ? t('directory.branch') : t(`directory.column.${column}`))),
		...lines.map((line) => cellsOf(line, words))
	]);
	return new Response(csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="furas-cooperatives-${language}-${id}.csv"`,
			'cache-control': 'public, max-age=300'
		}
	});
};

/** The cells of a line, in the order of `COLUMNS`. */
const cellsOf = (line: DirectoryLine, { t }: Words): Cell[] => [
	line.id,
	line.name,
	line.isWomenOnly ? t('directory.yes') : null,
	line.activity,
	line.branch,
	line.region.name,
	line.province?.name ?? null,
	line.commune,
	line.year,
	line.members,
	line.position?.[1] ?? null,
	line.position?.[0] ?? null,
	line.source.title,
	line.source.url
];
