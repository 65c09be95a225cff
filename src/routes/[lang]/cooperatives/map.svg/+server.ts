import { error } from '@sveltejs/kit';
import { boundsOf } from '#lib/core/geo/bounds.ts';
import { isLanguage } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { mapSvg } from '#lib/drawing/map-svg.ts';
import { directoryMap, mostAtOnePoint } from '#lib/view/directory-map.ts';
import { askedDirectory, countedProvinces } from '../asked-directory.server.ts';
import type { RequestHandler } from './$types';

/** The picture stands beside a list, at half its natural width. */
const ENLARGED = 2;

/** The map of a directory as SVG, without legend: the page tells it beside the picture. */
export const GET: RequestHandler = async ({ params, url }) => {
	const language = params.lang;
	if (!isLanguage(language)) error(404, 'language');
	const words = await wordsOf(language);
	const { release, facts, found, directory } = await askedDirectory(url.searchParams, words);
	const topology = await release.shapes('provinces');
	const territories = new Map([...facts.regions, ...facts.provinces].map((territory) => [territory.code, territory]));
	// A province is shown in its region: alone it would be a shape without surroundings.
	const closer = facts.provinces.find(({ code }) => code === directory.territory)?.parent ?? directory.territory;
	const codes = facts.provinces.map(({ code }) => code);
	const scene = directoryMap(codes, await countedProvinces(release), found, words);
	const [counted, uncounted] = scene.legend.rows.map(({ count }) => words.n(count));
	const svg = mapSvg({
		topology,
		context: await release.shapes('context'),
		scene,
		names: (code) => (territories.has(code) ? words.of(territories.get(code)!.name) : code),
		labelAt: (code) => territories.get(code)?.label ?? null,
		regions: closer === null ? facts.regions.map(({ code }) => code) : codes.filter((code) => territories.get(code)?.parent === closer),
		towns: [],
		language,
		theme: url.searchParams.get('theme') === 'dark' ? 'dark' : 'light',
		selected: directory.territory,
		within: closer === null ? null : boundsOf(topology, 'regions', closer),
		title: words.t('directory.map.title'),
		description: words.t('directory.map.described', {
			located: words.n(found.filter(({ position }) => position !== null).length),
			found: words.n(found.length),
			counted: counted!,
			uncounted: uncounted!
		}),
		legend: null,
		enlarged: ENLARGED,
		isOfPoints: true,
		most: mostAtOnePoint(facts.named),
		source: ''
	});
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'public, max-age=300' } });
};
