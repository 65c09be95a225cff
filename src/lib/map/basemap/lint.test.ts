import { featureFilter, validateStyleMin, type FilterSpecification, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { layers as protomapsLayers, namedFlavor } from '@protomaps/basemaps';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintBasemap, type Linted } from '#lib/core/cartography/basemap/lint.ts';
import { openMapTilesLayers } from '#lib/core/cartography/basemap/open-map-tiles.ts';
import { CLASS_FIELDS, REFUSED_CLASSES } from '#lib/core/cartography/basemap/refused.ts';
import type { StyleJson, StyleLayer } from '#lib/core/cartography/basemap/style-json.ts';

const tiles = { type: 'vector', tiles: ['https://tiles.example/{z}/{x}/{y}.pbf'] };
const FRENCH = { language: 'fr', font: 'Plex' } as const;

/** In the manner of the styles that come with OpenMapTiles: written for this test, with filters of both kinds. */
const OPEN_MAP_TILES: StyleJson = {
	sources: { omt: tiles, picture: { type: 'raster', tiles: ['https://tiles.example/{z}/{x}/{y}.png'] } },
	layers: [
		{ id: 'background', type: 'background', paint: { 'background-color': '#eee' } },
		{ id: 'satellite', type: 'raster', source: 'picture' },
		layer('landcover-wood', 'fill', 'landcover', ['==', 'class', 'wood']),
		layer('park-pattern', 'fill', 'park', undefined, {}, { 'fill-pattern': 'trees' }),
		layer('water', 'fill', 'water', ['all', ['==', '$type', 'Polygon'], ['!=', 'intermittent', 1]]),
		layer('river', 'line', 'waterway', ['all', ['in', 'class', 'river', 'canal'], ['!has', 'brunnel']]),
		layer('motorway', 'line', 'transportation', ['==', ['get', 'class'], 'motorway']),
		layer('admin-country', 'line', 'boundary', ['all', ['<=', 'admin_level', 2], ['!=', 'maritime', 1]]),
		layer('admin-disputed', 'line', 'boundary', ['==', 'disputed', 1]),
		layer('road-name', 'symbol', 'transportation_name', ['==', '$type', 'LineString'], { 'text-field': '{name:latin}' }),
		layer('road-shield', 'symbol', 'transportation_name', ['<=', 'ref_length', 6], { 'text-field': '{ref}', 'icon-image': 'shield' }),
		layer('sea-name', 'symbol', 'water_name', undefined, { 'text-field': ['get', 'name:en'], 'text-font': ['Noto Sans Italic'] }),
		layer('poi', 'symbol', 'poi', ['==', 'class', 'school'], { 'text-field': '{name}' }),
		layer('dot', 'symbol', 'place', ['==', 'class', 'city'], { 'icon-image': 'dot' }),
		layer('label-town', 'symbol', 'place', ['in', 'class', 'town', 'village'], { 'text-field': '{name}', 'icon-image': 'dot' }),
		layer('label-city', 'symbol', 'place', ['all', ['==', ['get', 'class'], 'city'], ['>=', ['get', 'rank'], 3]], {
			'text-field': '{name}'
		}),
		layer('label-any', 'symbol', 'place', undefined, { 'text-field': '{name}' }),
		layer('label-not-country', 'symbol', 'place', ['!=', 'class', 'country'], { 'text-field': '{name}' }),
		layer('label-big', 'symbol', 'place', ['any', ['==', 'class', 'country'], ['==', 'class', 'city']], { 'text-field': '{name}' }),
		layer('place-c', 'symbol', 'place', ['==', 'class', 'country'], { 'text-field': '{name}' }),
		layer('place-s', 'symbol', 'place', ['in', 'class', 'state', 'region', 'continent'], { 'text-field': '{name}' })
	]
};

const PROTOMAPS: StyleJson = {
	sources: { omt: tiles },
	layers: protomapsLayers('omt', namedFlavor('light'), { lang: 'fr' }) as unknown as StyleLayer[]
};
const OURS: StyleJson = { sources: { omt: tiles }, layers: openMapTilesLayers('omt', 'light') };

function layer(
	id: string,
	type: string,
	data: string,
	filter?: unknown,
	layout: Record<string, unknown> = {},
	paint: Record<string, unknown> = {}
): StyleLayer {
	return { id, type, source: 'omt', 'source-layer': data, ...(filter === undefined ? {} : { filter }), layout, paint };
}

const TYPES = { Point: 1, LineString: 2, Polygon: 3 } as const;
type Properties = Record<string, string | number | boolean>;

/** Ids of the layers of a data layer that let a feature through, by the filters as the map itself reads them. */
const passing = (
	{ layers }: Pick<Linted, 'layers'>,
	data: string | null,
	properties: Properties,
	type: keyof typeof TYPES = 'Point'
): string[] =>
	layers
		.filter((one) => one.type !== 'background' && (data === null || one['source-layer'] === data))
		.filter((one) =>
			featureFilter(one.filter as FilterSpecification, 'layers.filter').filter({ zoom: 12 }, { type: TYPES[type], properties } as never)
		)
		.map(({ id }) => id);

describe('a basemap', () => {
	const clean = lintBasemap(OPEN_MAP_TILES, FRENCH);

	test('keeps land, water, roads and the names of towns, and says what it left out and why', () => {
		expect(clean.layers.map(({ id }) => id)).toEqual([
			'background',
			'landcover-wood',
			'water',
			'river',
			'motorway',
			'road-name',
			'sea-name',
			'label-town',
			'label-city',
			'label-any',
			'label-not-country',
			'label-big'
		]);
		expect(Object.fromEntries(clean.dropped.map(({ layer, reason }) => [layer, reason]))).toEqual({
			satellite: 'picture',
			'park-pattern': 'icon',
			'admin-country': 'boundary',
			'admin-disputed': 'boundary',
			'road-shield': 'no-name',
			poi: 'unknown-data',
			dot: 'icon',
			'place-c': 'country-labels',
			'place-s': 'country-labels'
		});
		expect(Object.keys(clean.sources)).toEqual(['omt']);
	});

	test('shows towns as before, and countries in no layer that once showed both', () => {
		expect(passing(clean, 'place', { class: 'city', rank: 4, name: 'Fès' })).toEqual([
			'label-city',
			'label-any',
			'label-not-country',
			'label-big'
		]);
		expect(passing(clean, 'place', { class: 'village', name: 'Aïn' })).toEqual(['label-town', 'label-any', 'label-not-country']);
		expect(passing(clean, 'place', { class: 'country', name: 'Maroc' })).toEqual([]);
		expect(passing(clean, 'water', { class: 'lake' }, 'Polygon')).toEqual(['water']);
		expect(passing(clean, 'waterway', { class: 'river' }, 'LineString')).toEqual(['river']);
		expect(passing(clean, 'waterway', { class: 'river', brunnel: 'tunnel' }, 'LineString')).toEqual([]);
	});

	test('of the Protomaps schema loses borders, countries and regions, and keeps roads and localities', () => {
		const { layers, dropped } = lintBasemap(PROTOMAPS, FRENCH);
		const reasons = new Map(dropped.map(({ layer, reason }) => [layer, reason]));
		for (const id of ['boundaries_country', 'boundaries']) expect(reasons.get(id)).toBe('boundary');
		for (const id of ['places_country', 'places_region']) expect(reasons.get(id)).toBe('country-labels');
		expect(passing({ layers }, 'places', { kind: 'locality', name: 'Fès' })).toEqual(['places_locality']);
		expect(passing({ layers }, 'roads', { kind: 'highway' }, 'LineString')).toContain('roads_highway');
		expect(passing({ layers }, 'earth', {}, 'Polygon')).toEqual(['earth']);
	});

	test.each([
		['OpenMapTiles', OPEN_MAP_TILES],
		['Protomaps', PROTOMAPS],
		['our own layers', OURS]
	])('of %s lets no country, state or border through, in whatever layer and under whatever property it comes', (_, style) => {
		const linted = lintBasemap(style, FRENCH);
		const rest = fc.record(
			{
				name: fc.string(),
				rank: fc.integer({ min: 0, max: 9 }),
				kind: fc.constantFrom('locality', 'water'),
				class: fc.constantFrom('city', 'river')
			},
			{ requiredKeys: [] }
		);
		fc.assert(
			fc.property(
				rest,
				fc.constantFrom(...CLASS_FIELDS),
				fc.constantFrom(...REFUSED_CLASSES),
				fc.constantFrom(...(Object.keys(TYPES) as (keyof typeof TYPES)[])),
				(properties, field, word, type) => {
					expect(passing(linted, null, { ...properties, [field]: word }, type)).toEqual([]);
				}
			)
		);
		expect(passing(linted, null, { class: 'city', kind: 'locality', admin_level: 2 }, 'LineString')).toEqual([]);
	});

	test('writes names in the language of the page and in its face, with no icon, whatever the style said', () => {
		const { layers } = lintBasemap(OPEN_MAP_TILES, { language: 'ar', font: 'Plex' });
		for (const { type, layout = {} } of layers) {
			if (type !== 'symbol') continue;
			expect(layout['text-field']).toEqual(['coalesce', ['get', 'name:ar'], ['get', 'name_ar'], ['get', 'name'], '']);
			expect(layout['text-font']).toEqual(['Plex']);
			expect(Object.keys(layout).some((name) => name.startsWith('icon'))).toBe(false);
		}
	});

	test('says no name that cuts the country in two, in any of the three languages', () => {
		const back = (word: string): string => [...word].reverse().join('');
		const names = { fr: back('latnedicco arahaS'), en: back('arahaS nretseW'), ar: back('ةيبرغلا ءارحصلا') };
		for (const language of ['ar', 'fr', 'en'] as const) {
			const linted = lintBasemap(OPEN_MAP_TILES, { language, font: 'Plex' });
			for (const name of Object.values(names)) expect(passing(linted, 'place', { class: 'city', name })).toEqual([]);
			expect(passing(linted, 'place', { class: 'town', name: 'Fès', iso_a2: back('HE') })).toEqual([]);
			expect(passing(linted, 'place', { class: 'town', name: 'العيون' })).not.toEqual([]);
		}
	});

	test.each([
		['OpenMapTiles', OPEN_MAP_TILES],
		['Protomaps', PROTOMAPS],
		['our own layers', OURS]
	])('of %s is a valid style after it', (_, style) => {
		const { sources, layers } = lintBasemap(style, FRENCH);
		const faces = { Plex: [{ url: '/plex.woff2' }] };
		const whole = { version: 8, 'font-faces': faces, sources, layers } as unknown as StyleSpecification;
		expect(validateStyleMin(whole).map(({ message }) => message)).toEqual([]);
	});

	test('of data nobody knows shows nothing of them', () => {
		const strange = {
			sources: { omt: tiles },
			layers: [layer('x', 'line', 'lines', undefined), layer('y', 'symbol', 'names', undefined, { 'text-field': '{name}' })]
		};
		expect(lintBasemap(strange, FRENCH)).toEqual({
			sources: {},
			layers: [],
			dropped: [
				{ layer: 'x', reason: 'unknown-data' },
				{ layer: 'y', reason: 'unknown-data' }
			]
		});
	});
});
