import { error } from '@sveltejs/kit';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import { territoriesOf } from '#lib/core/release/snapshot.ts';
import { isLanguage } from '#lib/core/text/text.ts';
import { legendText } from '#lib/i18n/legend.ts';
import { isolated } from '#lib/i18n/locales.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { mapSvg } from '#lib/drawing/map-svg.ts';
import { formatView } from '#lib/view/address.ts';
import { paintedOf } from '#lib/view/screen.ts';
import { askedView } from '../server/asked.server.ts';
import { symbolsFor } from '../server/cooperatives.server.ts';
import { declaredFor } from '../server/declared.server.ts';
import { answerFor } from '../server/documents.server.ts';
import { hotSpotsFor } from '../server/hot-spots.server.ts';
import type { RequestHandler } from './$types';

/** The map of a view as SVG, at the address of its page with `/map.svg`: for browsers without WebGL or scripts, previews and print. */
export const GET: RequestHandler = async ({ params, url }) => {
	const language = params.lang;
	if (!isLanguage(language)) error(404, 'language');
	const words = await wordsOf(language);
	const { view, release, atlas, documents } = await askedView(url.searchParams, words);
	const symbols = await symbolsFor(release, atlas, view, words);
	const parts = {
		layer: symbols,
		declared: await declaredFor(release, atlas, view, words),
		documents: answerFor(atlas, view, documents),
		hotSpots: await hotSpotsFor(release, view)
	};
	const { scene } = paintedOf(atlas, view, parts)!;
	const legend = legendText(words, scene.legend, { ...atlas, ...documents, release: release.release });
	const provinces = await release.shapes('provinces');
	const nameOf = (code: string): string => words.of(atlas.territory(code)!.name);
	const subject = [legend.title, legend.unit, legend.year].filter((part) => part !== null).join(' · ');
	const svg = mapSvg({
		topology: view.level === 'commune' ? await release.shapes('communes') : provinces,
		frame: provinces,
		context: await release.shapes('context'),
		scene,
		names: nameOf,
		labelAt: (code) => atlas.territory(code)?.label ?? null,
		regions: territoriesOf(release.snapshot.levels.region).map(({ code }) => code),
		towns: (await release.towns()).filter(({ rank }) => rank === 1).map(({ name, position }) => ({ name: words.of(name), position })),
		language,
		theme: themeOf(url.searchParams.get('theme')),
		selected: view.territory,
		title: subject,
		description: words.t('map.described', { subject: legend.title, count: scene.codes.length }),
		// A page that shows the picture says the rest itself.
		legend: url.searchParams.get('only') === 'map' ? null : legend.rows,
		symbolText: legend.symbols,
		points: view.points,
		// Each part keeps its own direction: Latin names stand inside Arabic lines.
		source: [legend.source, words.t('map.attribution'), release.release.id].map((part) => isolated(language, part)).join(' · '),
		linkTo: (code) => `/${language}?${formatView({ ...view, territory: code, release: release.release.id })}`
	});
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'public, max-age=300' } });
};

const themeOf = (asked: string | null): Theme => (asked === 'dark' ? 'dark' : 'light');
