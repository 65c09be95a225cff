import type { Language } from '#lib/core/text/text.ts';
import { asExpression } from './filter-expression.ts';
import { isSayable, nameIn } from './named.ts';
import { BORDERS, CLASS_FIELDS, REFUSED_CLASSES, REFUSED_FIELDS } from './refused.ts';
import type { Expression, StyleJson, StyleLayer } from './style-json.ts';

/**
 * Why a layer was left out: it draws borders; it names countries or states; it is a picture, whose content nobody can check; its data are
 * of a kind that is not known here; it needs an icon; it writes something else than a name.
 */
export const REASONS = ['boundary', 'country-labels', 'picture', 'unknown-data', 'icon', 'no-name'] as const;
export type Reason = (typeof REASONS)[number];

export interface Dropped {
	readonly layer: string;
	readonly reason: Reason;
}

/** A style fit to lie under our map, and what had to go. */
export interface Linted extends StyleJson {
	readonly dropped: readonly Dropped[];
}

/** How the names that stay are written. */
export interface Labelling {
	readonly language: Language;
	/** The face of the page; a style's own fonts would be fetched elsewhere. */
	readonly font: string;
}

/** Data that draw land, water and roads, by the names of Protomaps, OpenMapTiles and Shortbread. */
const GROUND = new Set(
	(
		'earth landcover landuse landuse_overlay water roads buildings ' +
		'waterway park aeroway transportation building globallandcover ' +
		'ocean water_polygons water_lines dam_lines dam_polygons pier_lines pier_polygons land sites streets street_polygons ' +
		'street_polygons_labels bridges aerialways ferries'
	).split(' ')
);

/** Data that name water and roads. */
const NAMED = new Set(
	'water roads water_name waterway transportation_name water_lines_labels water_polygons_labels street_labels ocean_labels'.split(' ')
);

/** Data that name places of every size, countries among them. */
const PLACES = new Set(['places', 'place', 'place_labels', 'place_label']);

/** Classes of places that may be named. */
const TOWNS = (
	'city town village hamlet suburb quarter neighbourhood neighborhood borough locality isolated_dwelling macrohood farm ' +
	'capital state_capital'
).split(' ');

/** A style without borders, without names of countries and states, without pictures; its names in the page's language and face. */
export function lintBasemap(style: StyleJson, labelling: Labelling): Linted {
	const kept: StyleLayer[] = [];
	const dropped: Dropped[] = [];
	for (const layer of style.layers) {
		const reason = reasonAgainst(layer, style);
		if (reason) dropped.push({ layer: layer.id, reason });
		else kept.push(cleaned(layer, labelling));
	}
	const used = new Set(kept.map(({ source }) => source));
	const sources = Object.fromEntries(Object.entries(style.sources).filter(([id]) => used.has(id)));
	return { sources, layers: kept, dropped };
}

function reasonAgainst(layer: StyleLayer, { sources }: StyleJson): Reason | null {
	if (layer.type === 'background') return needsIcon(layer) ? 'icon' : null;
	const source = sources[layer.source ?? '']?.type;
	if (PICTURES.has(layer.type)) return source === 'raster-dem' ? null : 'picture';
	const judge = source === 'vector' ? JUDGES[layer.type] : undefined;
	return judge ? judge(layer, layer['source-layer'] ?? '') : 'unknown-data';
}

/** Shaded relief is made from heights and shows nothing else; any other picture may show borders. */
const PICTURES = new Set(['hillshade', 'raster']);
const JUDGES: Readonly<Record<string, (layer: StyleLayer, data: string) => Reason | null>> = {
	fill: reasonAgainstShape,
	line: reasonAgainstShape,
	symbol: reasonAgainstName
};

const needsIcon = ({ paint = {} }: StyleLayer): boolean => Object.keys(paint).some((name) => name.endsWith('-pattern'));

function reasonAgainstShape(layer: StyleLayer, data: string): Reason | null {
	if (BORDERS.test(data) || BORDERS.test(layer.id)) return 'boundary';
	if (!GROUND.has(data)) return 'unknown-data';
	return needsIcon(layer) ? 'icon' : null;
}

/** A name is narrowed to towns whatever its layer is called. */
function reasonAgainstName(layer: StyleLayer, data: string): Reason | null {
	const text = layer.layout?.['text-field'];
	if (BORDERS.test(data)) return 'country-labels';
	if (!text) return 'icon';
	if (!PLACES.has(data) && !NAMED.has(data)) return 'unknown-data';
	if (!JSON.stringify(text).includes('name')) return 'no-name';
	return PLACES.has(data) && asksForCountriesOnly(layer.filter) ? 'country-labels' : null;
}

/** True for a filter that names countries or the like and no town: narrowed, it would let nothing through. */
function asksForCountriesOnly(filter: Expression): boolean {
	const words = affirmed(filter);
	return words.some((word) => REFUSED_CLASSES.includes(word)) && !words.some((word) => TOWNS.includes(word));
}

/** Words a filter asks for; those it rules out are none. */
function affirmed(filter: Expression): readonly string[] {
	if (typeof filter === 'string') return [filter];
	if (!Array.isArray(filter) || ['!', '!=', '!in', 'none'].includes(filter[0] as string)) return [];
	return filter.slice(1).flatMap(affirmed);
}

/** A layer that stays, narrowed to what it may show, without what would be fetched elsewhere. */
function cleaned(layer: StyleLayer, labelling: Labelling): StyleLayer {
	if (layer.type === 'background' || layer.type === 'hillshade') return layer;
	const conditions: Expression[] = [asExpression(layer.filter), ...NOT_REFUSED];
	if (layer.type !== 'symbol') return { ...layer, filter: ['all', ...conditions] };
	const name = nameIn(labelling.language);
	if (PLACES.has(layer['source-layer'] ?? '')) conditions.push(IS_TOWN);
	return {
		...layer,
		filter: ['all', ...conditions, isSayable(name)],
		layout: { ...withoutIcons(layer.layout), 'text-field': name, 'text-font': [labelling.font] },
		paint: withoutIcons(layer.paint)
	};
}

const classIn = (field: string, words: readonly string[]): Expression => [
	'in',
	['downcase', ['to-string', ['get', field]]],
	['literal', words]
];
const NOT_REFUSED: readonly Expression[] = [
	...CLASS_FIELDS.map((field) => ['!', classIn(field, REFUSED_CLASSES)]),
	...REFUSED_FIELDS.map((field) => ['!', ['has', field]])
];
const IS_TOWN: Expression = ['any', ...CLASS_FIELDS.map((field) => classIn(field, TOWNS))];

const withoutIcons = (properties: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> =>
	Object.fromEntries(Object.entries(properties).filter(([name]) => !name.startsWith('icon-')));
