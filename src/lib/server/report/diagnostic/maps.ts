import { sceneOfNeed, sceneOfScores } from '#lib/core/cartography/scenes.ts';
import type { Scene } from '#lib/core/cartography/scene.ts';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import { boundsOf, type Bounds } from '#lib/core/geo/bounds.ts';
import type { MapBlock, MapId, Report } from '#lib/i18n/diagnostic/report.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '../../release.ts';
import { kilometresPerUnit, MAP_SIZE, mapSvg } from '#lib/drawing/map-svg.ts';
import type { MapPicture } from './document.ts';

/** Labels, symbols and hatches are drawn larger: the pictures stand at half a page. */
const ENLARGED = 1.7;

/** What the maps of a diagnostic paint: where it lies among the regions, the need of the provinces, and its first sector. */
export async function scenesOf(release: OpenedRelease, { sectors }: Diagnostic): Promise<ReadonlyMap<MapId, Scene>> {
	const [regions, provinces] = await Promise.all([release.scorer('region'), release.scorer('province')]);
	const codes = (scorer: typeof regions): string[] => scorer.table.territories.map(({ code }) => code);
	const scenes = new Map<MapId, Scene>([
		['place', sceneOfNeed('region', codes(regions), regions.model.shared.need)],
		['need', sceneOfNeed('province', codes(provinces), provinces.model.shared.need)]
	]);
	const first = sectors.find(({ score }) => score !== null);
	if (first) scenes.set(`score-${first.chain}`, sceneOfChain(release, provinces, first.chain));
	return scenes;
}

function sceneOfChain({ snapshot }: OpenedRelease, scorer: Awaited<ReturnType<OpenedRelease['scorer']>>, chain: string): Scene {
	const { presets, scoreBreaks } = snapshot.method;
	const codes = scorer.table.territories.map(({ code }) => code);
	return sceneOfScores('province', codes, chain, scorer.scores(chain, presets.balanced, 'geometric'), scoreBreaks);
}

/** The picture of every map block of a report, in its language. */
export async function picturesOf(
	release: OpenedRelease,
	diagnostic: Diagnostic,
	{ report, scenes }: { readonly report: Report; readonly scenes: ReadonlyMap<MapId, Scene> },
	words: Words,
	theme: Theme = 'light'
): Promise<ReadonlyMap<MapId, MapPicture>> {
	const pictures = mapsIn(report).map(async (block): Promise<[MapId, MapPicture]> => [
		block.id,
		await pictureOf(release, diagnostic, { block, scene: scenes.get(block.id)! }, words, theme)
	]);
	return new Map(await Promise.all(pictures));
}

/** The map blocks of a report. */
export const mapsIn = ({ chapters }: Report): MapBlock[] =>
	chapters.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'map'));

interface Drawn {
	readonly scene: Scene;
	/** What the report says of the map. */
	readonly block: MapBlock;
}

/** One map: of provinces framed on the region, of regions the whole country. */
export async function pictureOf(
	release: OpenedRelease,
	{ territory }: Diagnostic,
	{ scene, block: { title, description } }: Drawn,
	words: Words,
	theme: Theme
): Promise<MapPicture> {
	const [topology, context, regions, provinces] = await Promise.all([
		release.shapes('provinces'),
		release.shapes('context'),
		release.scorer('region'),
		release.scorer('province')
	]);
	const territories = new Map([...regions.table.territories, ...provinces.table.territories].map((one) => [one.code, one]));
	const region = territory.level === 'region' ? territory.code : territory.parent!;
	const within: Bounds | null = scene.level === 'region' ? null : boundsOf(topology, 'regions', region);
	const named =
		scene.level === 'region' ? regions.table.territories : provinces.table.territories.filter(({ parent }) => parent === region);
	const svg = mapSvg({
		topology,
		context,
		scene,
		names: (code) => words.of(territories.get(code)!.name),
		labelAt: (code) => territories.get(code)?.label ?? null,
		regions: named.map(({ code }) => code),
		towns: [],
		language: words.language,
		theme,
		selected: territory.code,
		title,
		description,
		legend: null,
		enlarged: ENLARGED,
		within,
		source: ''
	});
	return { svg, ...MAP_SIZE, kmPerUnit: kilometresPerUnit(within) };
}
