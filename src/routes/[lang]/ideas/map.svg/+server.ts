import { error } from '@sveltejs/kit';
import { boundsOf } from '#lib/core/geo/bounds.ts';
import { isLanguage } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { mapSvg } from '#lib/drawing/map-svg.ts';
import { askedBoard } from '../asked-board.server.ts';
import { boardMap } from '../board-map.server.ts';
import type { RequestHandler } from './$types';

/** The picture stands beside a list, at half its natural width. */
const ENLARGED = 2;

/** Ideas by province as SVG, without legend: the page tells it beside the picture. */
export const GET: RequestHandler = async ({ params, url }) => {
	const language = params.lang;
	if (!isLanguage(language)) error(404, 'language');
	const words = await wordsOf(language);
	const { release, regions, provinces, filter, found } = await askedBoard(url.searchParams);
	const topology = await release.shapes('provinces');
	const territories = new Map([...regions, ...provinces].map((territory) => [territory.code, territory]));
	// A province is shown in its region: alone it would be a shape without surroundings.
	const closer = provinces.find(({ code }) => code === filter.territory)?.parent ?? filter.territory;
	const svg = mapSvg({
		topology,
		context: await release.shapes('context'),
		scene: boardMap(provinces, found, words),
		names: (code) => (territories.has(code) ? words.of(territories.get(code)!.name) : code),
		labelAt: (code) => territories.get(code)?.label ?? null,
		regions: (closer === null ? regions : provinces.filter(({ parent }) => parent === closer)).map(({ code }) => code),
		towns: [],
		language,
		theme: url.searchParams.get('theme') === 'dark' ? 'dark' : 'light',
		selected: filter.territory,
		within: closer === null ? null : boundsOf(topology, 'regions', closer),
		title: words.t('ideas.map.title'),
		description: words.t('ideas.count', { count: found.length }),
		legend: null,
		enlarged: ENLARGED,
		source: ''
	});
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-store' } });
};
