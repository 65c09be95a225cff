import { error } from '@sveltejs/kit';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import type { Bounds } from '#lib/core/geo/bounds.ts';
import { isLanguage } from '#lib/core/text/text.ts';
import { mapSvg } from '#lib/drawing/map-svg.ts';
import { isOrientation, isPaper, isPngScale, type PngScale } from '#lib/drawing/print/paper.ts';
import type { PrintParts } from '#lib/drawing/print/parts.ts';
import { printPage, type PrintPage } from '#lib/drawing/print/print-page.ts';
import { pageSvg } from '#lib/drawing/print/print-svg.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { mapPdf } from '#lib/server/report/map-pdf.ts';
import { mapPng } from '#lib/server/report/map-png.ts';
import { parseBounds, printLink } from '../export/print-address.ts';
import { LONGEST_TITLE, printParts, type PrintChoice } from '../export/print-parts.ts';
import { askedWorkspace, sheetsFor } from '../server/asked.server.ts';
import type { RequestHandler } from './$types';

/**
 * The map of a workspace on paper, at the address of its page with `/map.svg`, `/map.png` or `/map.pdf`; with `only=map` the drawing without
 * the page. What cannot be used of the query is passed over.
 */
export const GET: RequestHandler = async ({ params, url }) => {
	const { lang: language, format } = params;
	if (!isLanguage(language)) error(404, 'language');
	const write = WRITERS[format];
	if (!write) error(404, 'format');
	const words = await wordsOf(language);
	const asked = await askedWorkspace(url.searchParams, words);
	const { workspace, release, atlas } = asked;
	const isSecond = url.searchParams.get('side') === 'second';
	const sheets = await sheetsFor(asked, isSecond ? { ...workspace, comparison: 'beside' } : { ...workspace, comparison: 'none' }, words);
	const sheet = isSecond ? sheets.second : sheets.first;
	if (!sheet) error(404, 'map');
	const frame = await release.shapes('provinces-detail');
	const { origin, living } = currentApp();
	const date = living.now().toISOString().slice(0, 10);
	const parts = printParts(words, {
		sheet,
		atlas,
		shapes: {
			topology: workspace.level === 'commune' ? await release.shapes('communes') : frame,
			frame,
			context: await release.shapes('context'),
			towns: await release.towns()
		},
		choice: choiceOf(url.searchParams),
		outlined: [...workspace.selection, ...(workspace.territory === null ? [] : [workspace.territory])],
		hasOwnData: false,
		date,
		link: { origin, address: printLink(`/${language}/workspace`, { ...workspace, release: release.release.id }) }
	});
	if (format === 'svg' && url.searchParams.get('only') === 'map') return pictureAlone(parts);
	const { type, body } = await write(printPage(parts), { date, scale: scaleOf(url.searchParams.get('scale')) });
	const name = `furas-${release.release.id}.${format}`;
	return new Response(body, {
		headers: { 'content-type': type, 'content-disposition': `inline; filename="${name}"`, 'cache-control': 'public, max-age=300' }
	});
};

/** The map without title, legend and page, for a page that says the rest itself: what is seen without scripts. */
function pictureAlone({ geometry, scene, names, labelAt, named, language, theme, points, description, titles }: PrintParts): Response {
	const { topology, frame, context, towns } = geometry;
	const svg = mapSvg({
		topology,
		frame,
		context,
		towns,
		scene,
		names,
		labelAt,
		regions: named,
		language,
		theme,
		points,
		description,
		selected: null,
		title: titles[0].text,
		legend: null,
		source: ''
	});
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'public, max-age=300' } });
}

interface Options {
	readonly date: string;
	readonly scale: PngScale;
}
type Written = Promise<{ readonly type: string; readonly body: BodyInit }>;

const WRITERS: Readonly<Record<string, (page: PrintPage, options: Options) => Written>> = {
	svg: async (page) => ({ type: 'image/svg+xml; charset=utf-8', body: pageSvg(page) }),
	png: async (page, { scale }) => ({ type: 'image/png', body: new Uint8Array(await mapPng(page, scale)) }),
	pdf: async (page, { date }) => ({ type: 'application/pdf', body: await mapPdf(page, date) })
};

function choiceOf(search: URLSearchParams): PrintChoice {
	const [paper, orientation] = [search.get('paper'), search.get('orientation')];
	const title = (name: string): string => (search.get(name) ?? '').slice(0, LONGEST_TITLE);
	return {
		paper: isPaper(paper) ? paper : 'a4',
		orientation: isOrientation(orientation) ? orientation : 'portrait',
		theme: themeOf(search.get('theme')),
		titles: { ar: title('title-ar'), fr: title('title-fr') },
		numbered: search.get('numbers') === '1',
		within: boundsOf(search.get('within'))
	};
}

const themeOf = (asked: string | null): Theme => (asked === 'dark' ? 'dark' : 'light');
const boundsOf = (asked: string | null): Bounds | null => (asked === null ? null : parseBounds(asked));

function scaleOf(asked: string | null): PngScale {
	const scale = Number(asked);
	return isPngScale(scale) ? scale : 2;
}
