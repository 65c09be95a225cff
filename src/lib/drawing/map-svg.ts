import { mercatorFit, type Projection } from '#lib/core/cartography/projection.ts';
import type { Legend, PointStyle, Scene } from '#lib/core/cartography/scene.ts';
import { MAP_TOKENS, TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import type { Bounds } from '#lib/core/geo/bounds.ts';
import { distanceKm } from '#lib/core/geo/distance.ts';
import { LEVEL_OBJECTS } from '#lib/core/geo/geography.ts';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import type { Language } from '#lib/core/text/text.ts';
import type { SymbolText } from '#lib/i18n/symbols.ts';
import { fillOf, patternOf } from './map-svg-fills.ts';
import { pathsOf, type TopologyPaths } from './map-svg-paths.ts';
import { legendBox } from './map-svg-legend.ts';
import { hexagonShapes, PIXEL, symbolShapes } from './map-svg-symbols.ts';
import { directionOf, escape, linesOf, placed, type Label } from './map-svg-text.ts';

/** What a picture needs of a scene: what is mapped is said by its title. */
export type Drawing = Omit<Scene, 'legend'> & { readonly legend: Omit<Legend, 'subject'> };

/** The map of a scene as it is to be drawn without WebGL, without JavaScript, or on paper. */
export interface MapPicture {
	/** `provinces.topo.json`, or `communes.topo.json` when communes are shown. */
	readonly topology: PolygonTopology;
	/** Topology with `regions` for the stronger borders; `topology` itself unless communes are shown. */
	readonly frame?: PolygonTopology;
	/** `context.topo.json`. */
	readonly context: PolygonTopology;
	readonly scene: Drawing;
	readonly names: (code: string) => string;
	/** Where names stand, [longitude, latitude]; those of regions, and of the selected territory, are written. */
	readonly labelAt: (code: string) => readonly [number, number] | null;
	/** Codes of the regions, or of other areas where the picture is closer, whose names are written. */
	readonly regions: readonly string[];
	readonly towns: readonly { readonly name: string; readonly position: readonly [number, number] }[];
	readonly language: Language;
	readonly theme: Theme;
	readonly selected: string | null;
	/** What is mapped, with unit and year. */
	readonly title: string;
	/** One sentence for those who do not see the picture. */
	readonly description: string;
	/** Words of each legend row, in its order, without the count; null draws the map alone, for a page that says title, legend and source itself. */
	readonly legend: readonly string[] | null;
	/** Words of the symbols; needed when the legend of the scene explains any. */
	readonly symbolText?: SymbolText | null;
	/** How named places are drawn; one symbol each when left out. */
	readonly points?: PointStyle;
	/** Labels, symbols and hatches are drawn so many times larger, for a picture that is shown small; 1 when left out. */
	readonly enlarged?: number;
	/** Largest number of named places at one point, of those left out too, so that pictures of parts compare. */
	readonly most?: number;
	/** True where named places are the subject: then no name lies on one. */
	readonly isOfPoints?: boolean;
	/** West, south, east, north in degrees of what is shown, without legend; the whole country when left out. */
	readonly within?: Bounds | null;
	/** Source, licence and version line under the map. */
	readonly source: string;
	/** Address of a territory: areas become links, so the picture works without JavaScript. */
	readonly linkTo?: (code: string) => string;
}

/** Units of the drawing: half a CSS pixel at its natural width, so whole units are fine enough. */
const WIDTH = 1600;
const MAP_HEIGHT = 1640;
const TITLE_HEIGHT = 90;
const SOURCE_HEIGHT = 70;
const COUNTRY = [-17.15, 20.72, -0.95, 35.98] as const;

/** The scene as a complete SVG document: the same colours, patterns and counts as the live map, since both read the same looks. */
export function mapSvg(picture: MapPicture): string {
	const { scene, theme, language } = picture;
	const sight = sightOf(picture);
	const paths = drawn(picture.topology, LEVEL_OBJECTS[scene.level]);
	const regions = drawn(picture.frame ?? picture.topology, 'regions');
	const context = drawn(picture.context, 'neighbours');
	const top = picture.legend ? TITLE_HEIGHT : 0;
	const height = picture.legend ? TITLE_HEIGHT + MAP_HEIGHT + SOURCE_HEIGHT : MAP_HEIGHT;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" class="map-svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH / 2}" height="${height / 2}"`,
		` role="${picture.linkTo ? 'group' : 'img'}" aria-labelledby="map-svg-title map-svg-desc" lang="${language}"`,
		` font-family="'IBM Plex Sans Arabic','IBM Plex Sans',sans-serif">`,
		`<title id="map-svg-title">${escape(picture.title)}</title><desc id="map-svg-desc">${escape(picture.description)}</desc>`,
		definitions(picture, regions, sight),
		`<rect width="${WIDTH}" height="${height}" fill="${TOKENS.paper[theme]}"/>`,
		`<svg y="${top}" width="${WIDTH}" height="${MAP_HEIGHT}" viewBox="${sight.box.join(' ')}">`,
		`<rect x="${sight.box[0]}" y="${sight.box[1]}" width="100%" height="100%" fill="${MAP_TOKENS.sea[theme]}"/>`,
		`<path fill="${MAP_TOKENS.land[theme]}" d="${[...context.areas.values()].join('')}"/>`,
		areas(picture, paths, sight),
		borders(theme, sight),
		selection(picture, paths, regions, sight),
		...(picture.isOfPoints ? [labels(picture, sight), symbols(picture, sight)] : [symbols(picture, sight), labels(picture, sight)]),
		picture.legend ? legend(picture, picture.legend) : '',
		'</svg>',
		picture.legend ? line(picture.title, 56, 40, 600, picture) + line(picture.source, height - 26, 24, 400, picture) : '',
		'</svg>'
	].join('');
}

function symbols({ scene, theme, points = 'symbols', most }: MapPicture, sight: Sight): string {
	const hexagons = points === 'hexagons' ? hexagonShapes(scene.symbols, theme, project) : '';
	return hexagons + symbolShapes(scene.symbols, theme, project, points, { ...sight.symbols, most });
}

/** What part of the drawing is shown, and how large things are drawn there: lines never larger than on the whole country. */
interface Sight {
	readonly box: readonly [x: number, y: number, width: number, height: number];
	readonly size: number;
	readonly line: number;
	readonly symbols: { readonly scale: number; readonly pixel: number };
}

/** Size of the drawing without title, legend and source, in its own units. */
export const MAP_SIZE = { width: WIDTH, height: MAP_HEIGHT } as const;

/** Kilometres of one unit of the drawing in the middle of what a picture shows, for its scale bar. */
export function kilometresPerUnit(within: Bounds | null): number {
	const [west, south, east, north] = within ?? COUNTRY;
	const { box } = sightOf({ within });
	const [middle, latitude] = [(west + east) / 2, (south + north) / 2];
	const [[left], [right]] = [project([middle - 0.5, latitude]), project([middle + 0.5, latitude])];
	// The box is stretched to the whole width.
	return (distanceKm([middle - 0.5, latitude], [middle + 0.5, latitude]) / (right - left)) * (box[2] / WIDTH);
}

/** Space around what is shown, as a share of it, and the closest look: the shapes are drawn for the whole country. */
const ROOM = 0.16;
const CLOSEST = 1 / 6;

function sightOf({ within, enlarged = 1 }: Pick<MapPicture, 'within' | 'enlarged'>): Sight {
	if (!within) return { box: [0, 0, WIDTH, MAP_HEIGHT], size: enlarged, line: 1, symbols: { scale: enlarged, pixel: PIXEL } };
	const [west, south, east, north] = within;
	const [[left, bottom], [right, top]] = [project([west, south]), project([east, north])];
	const part = Math.min(1, Math.max(CLOSEST, (1 + ROOM) * Math.max((right - left) / WIDTH, (bottom - top) / MAP_HEIGHT)));
	const [width, height] = [Math.round(part * WIDTH), Math.round(part * MAP_HEIGHT)];
	const box = [Math.round((left + right - width) / 2), Math.round((top + bottom - height) / 2), width, height] as const;
	return { box, size: enlarged * part, line: Math.min(1, enlarged * part), symbols: { scale: enlarged, pixel: PIXEL * part } };
}

const legend = ({ scene, symbolText = null, language, theme }: MapPicture, words: readonly string[]): string =>
	legendBox({ ...scene.legend, words, symbolText, language, theme, fillOf: (row) => fillOf(row, theme) });

const project = mercatorFit(COUNTRY, { width: WIDTH, height: MAP_HEIGHT, margin: 40 });

/** The same projection, except that what lies far outside the picture is pulled to just outside its edge, where it costs nothing. */
const projectInSight: Projection = (position) => {
	const [x, y] = project(position);
	return [Math.min(WIDTH + 20, Math.max(-20, x)), Math.min(MAP_HEIGHT + 20, Math.max(-20, y))];
};

const cache = new WeakMap<PolygonTopology, Map<string, TopologyPaths>>();

/** Path data of a topology never changes, and takes most of the time of a picture: it is made once per topology. */
function drawn(topology: PolygonTopology, object: string): TopologyPaths {
	const known = cache.get(topology) ?? new Map<string, TopologyPaths>();
	cache.set(topology, known);
	const paths = known.get(object) ?? pathsOf(topology, object, object === 'neighbours' ? projectInSight : project);
	known.set(object, paths);
	return paths;
}

function definitions({ scene, theme }: MapPicture, regions: TopologyPaths, { size }: Sight): string {
	const used = new Set(scene.legend.rows.flatMap(({ look }) => (look.kind === 'pattern' ? [look.pattern] : [])));
	const patterns = [...used].map((pattern) => patternOf(pattern, theme, 2 * size));
	return `<defs>${patterns.join('')}<path id="map-inner" d="${regions.inner}"/><path id="map-outer" d="${regions.outer}"/></defs>`;
}

/** Areas grouped by legend row, so that each colour is written once. */
function areas({ scene, names, theme, linkTo }: MapPicture, { areas: shapes }: TopologyPaths, sight: Sight): string {
	const groups = scene.legend.rows.map((row, index) => {
		const members = scene.codes.filter((code, i) => scene.rows[i] === index && shapes.get(code));
		if (members.length === 0) return '';
		const drawn = members.map((code) => {
			const path = `<path data-code="${escape(code)}" d="${shapes.get(code)}"><title>${escape(names(code))}</title></path>`;
			return linkTo ? `<a href="${escape(linkTo(code))}">${path}</a>` : path;
		});
		return `<g data-row="${index}" fill="${fillOf(row, theme)}">${drawn.join('')}</g>`;
	});
	const width = sight.line * (scene.level === 'commune' ? 0.8 : 1.3);
	return `<g stroke="${MAP_TOKENS.core[theme]}" stroke-width="${width}" stroke-linejoin="round">${groups.join('')}</g>`;
}

/** A dark line inside a light one, so that it stands out from every class; the shape is written once and used twice. */
const cased = (id: string, theme: Theme, casing: number, core: number): string =>
	`<use href="#${id}" stroke="${MAP_TOKENS.casing[theme]}" stroke-width="${casing}"/><use href="#${id}" stroke="${MAP_TOKENS.core[theme]}" stroke-width="${core}"/>`;

const lines = (content: string): string => `<g fill="none" stroke-linejoin="round" pointer-events="none">${content}</g>`;

const borders = (theme: Theme, { line }: Sight): string =>
	lines(cased('map-inner', theme, 5 * line, 2.2 * line) + cased('map-outer', theme, 5 * line, 2.2 * line));

function selection(
	{ selected, theme, topology, scene }: MapPicture,
	{ areas: shapes }: TopologyPaths,
	regions: TopologyPaths,
	{ line }: Sight
): string {
	const isOfRegions = scene.level === 'region';
	// On a map of regions a province may be meant: the same file has its shape.
	const provinces = (): TopologyPaths['areas'] => drawn(topology, LEVEL_OBJECTS.province).areas;
	const shape =
		selected === null
			? undefined
			: (shapes.get(selected) ?? regions.areas.get(selected) ?? (isOfRegions ? provinces().get(selected) : undefined));
	return shape ? `<defs><path id="map-selected" d="${shape}"/></defs>${lines(cased('map-selected', theme, 12 * line, 6 * line))}` : '';
}

function labels(picture: MapPicture, sight: Sight): string {
	const { names, labelAt, selected, regions, towns, theme } = picture;
	const named = (code: string, size: number): Label[] => {
		const at = labelAt(code);
		return at ? [{ text: names(code), at: project(at), size: sight.size * size, className: '600' }] : [];
	};
	const all = [
		...(selected === null ? [] : named(selected, 28)),
		...regions.filter((code) => code !== selected).flatMap((code) => named(code, 24)),
		// The selected place may bear the name of its town.
		...towns
			.filter(({ name }) => selected === null || name !== names(selected))
			.map(({ name, position }): Label => ({ text: name, at: project(position), size: sight.size * 21, className: '400' }))
	];
	const texts = placed(all).map(
		({ text, at: [x, y], size, className }) =>
			`<text x="${Math.round(x)}" y="${Math.round(y + size / 3)}" font-size="${size}" font-weight="${className}">${escape(text)}</text>`
	);
	return (
		`<g text-anchor="middle" direction="${directionOf(picture.language)}" fill="${MAP_TOKENS.label[theme]}" stroke="${MAP_TOKENS.halo[theme]}"` +
		` stroke-width="${5 * sight.size}" stroke-linejoin="round" paint-order="stroke" pointer-events="none">${texts.join('')}</g>`
	);
}

/** A line of text at the start of the page, smaller when it would not fit. */
function line(text: string, y: number, size: number, weight: number, { language, theme }: MapPicture): string {
	const [first = '', ...rest] = linesOf(text, Math.floor((WIDTH - 80) / (size * 0.5)));
	const fit = rest.length > 0 ? Math.max(18, (size * first.length) / text.length) : size;
	return (
		`<text x="${language === 'ar' ? WIDTH - 40 : 40}" y="${y}" font-size="${Math.round(fit)}" font-weight="${weight}" direction="${directionOf(language)}"` +
		` fill="${TOKENS.ink[theme]}">${escape(text)}</text>`
	);
}
