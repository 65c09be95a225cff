import { PMTiles, type Source } from 'pmtiles';
import { expect, test } from 'vitest';
import { archiveOf, tileOf } from '../../../../tests/tiles.ts';
import { fromStyle, fromTiles, plainText } from './made.ts';

/** An archive in memory. */
class Bytes implements Source {
	readonly #bytes: Uint8Array;
	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}
	getKey = (): string => 'http://localhost/basemap/tiles.pmtiles?v=1';
	getBytes = async (offset: number, length: number) => ({ data: this.#bytes.slice(offset, offset + length).buffer as ArrayBuffer });
}

const tile = tileOf({
	earth: [
		{
			properties: { kind: 'earth' },
			ring: [
				[0, 0],
				[4096, 0],
				[4096, 4096],
				[0, 4096]
			]
		}
	],
	places: [{ properties: { kind: 'country', name: 'X' }, ring: [[2048, 2048]] }]
});
const open = (metadata: object, type = 1): PMTiles => new PMTiles(new Bytes(archiveOf(tile, metadata, type)));
const protomaps = { vector_layers: ['earth', 'roads', 'places', 'boundaries'].map((id) => ({ id })) };

test('an archive of ours becomes sources and layers under names of their own, with its credit as plain words', async () => {
	const archive = open({ ...protomaps, attribution: '<a href="https://osm.example">&copy; OpenStreetMap</a>' });
	expect((await archive.getZxy(0, 0, 0))!.data.byteLength).toBe(tile.length);
	const { basemap, dropped, attribution } = await fromTiles(archive, { language: 'ar', theme: 'light' });
	expect(attribution).toBe('© OpenStreetMap');
	expect(basemap.sources).toEqual({
		'basemap-tiles': {
			type: 'vector',
			tiles: ['pmtiles://http://localhost/basemap/tiles.pmtiles?v=1/{z}/{x}/{y}'],
			minzoom: 0,
			maxzoom: 0,
			bounds: [-180, -85, 180, 85],
			attribution: '© OpenStreetMap'
		}
	});
	for (const layer of basemap.layers) expect(layer.id).toMatch(/^basemap-/);
	expect(dropped.map(({ layer }) => layer)).toEqual(
		expect.arrayContaining(['boundaries', 'boundaries_country', 'places_country', 'places_region'])
	);
	expect(JSON.stringify(basemap.layers)).not.toContain('Noto');
});

test('both appearances draw roads, water and towns, each in its colours; the other schema has layers too', async () => {
	const [light, dark] = await Promise.all(
		(['light', 'dark'] as const).map((theme) => fromTiles(open(protomaps), { language: 'fr', theme }))
	);
	for (const { basemap } of [light!, dark!])
		expect(basemap.layers.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['water', 'roads_major', 'places_locality'].map((id) => `basemap-${id}`))
		);
	expect(light!.basemap.layers).not.toEqual(dark!.basemap.layers);
	const omt = await fromTiles(open({ vector_layers: [{ id: 'transportation' }, { id: 'place' }] }), { language: 'fr', theme: 'light' });
	expect(omt.basemap.layers.map(({ id }) => id)).toContain('basemap-town');
	expect(omt.dropped).toEqual([]);
});

test('pictures, and tiles of a schema nobody knows, are refused in a sentence', async () => {
	const wish = { language: 'fr', theme: 'light' } as const;
	await expect(fromTiles(open(protomaps, 2), wish)).rejects.toThrow(/pictures/);
	await expect(fromTiles(open({ vector_layers: [{ id: 'x' }] }), wish)).rejects.toThrow(/schema/);
});

test('of a style stays what comes from where the style came from', async () => {
	const files: Record<string, unknown> = {
		'https://tiles.example/styles/a.json': {
			version: 8,
			sprite: 'https://tiles.example/sprite',
			glyphs: 'https://fonts.example/{fontstack}/{range}.pbf',
			sources: {
				here: { type: 'vector', url: '../data/here.json' },
				there: { type: 'vector', url: 'https://elsewhere.example/there.json' },
				mixed: { type: 'vector', tiles: ['https://elsewhere.example/{z}/{x}/{y}.pbf'] },
				drawn: { type: 'geojson', data: 'https://tiles.example/borders.json' }
			},
			layers: ['here', 'there', 'mixed', 'drawn'].map((source) => ({ id: source, type: 'line', source, 'source-layer': 'waterway' }))
		},
		'https://tiles.example/data/here.json': { tiles: ['./{z}/{x}/{y}.pbf'], minzoom: 0, maxzoom: 14, attribution: '<b>Here</b>', name: 'n' }
	};
	const asked: string[] = [];
	const { basemap, dropped, attribution } = await fromStyle(
		'https://tiles.example/styles/a.json',
		{ language: 'fr', theme: 'light' },
		async (url) => (asked.push(url), files[url])
	);
	expect(asked).toEqual(['https://tiles.example/styles/a.json', 'https://tiles.example/data/here.json']);
	expect(basemap.sources).toEqual({
		'basemap-here': { type: 'vector', tiles: ['https://tiles.example/data/{z}/{x}/{y}.pbf'], minzoom: 0, maxzoom: 14, attribution: 'Here' }
	});
	expect(basemap.layers.map(({ id }) => id)).toEqual(['basemap-here']);
	expect(dropped.map(({ layer }) => layer)).toEqual(['there', 'mixed', 'drawn']);
	expect(attribution).toBe('Here');
	expect(JSON.stringify(basemap)).not.toMatch(/elsewhere|fonts[.]example|sprite/);
});

test('a credit is plain words', () => {
	expect(plainText('<script>x</script><a href="#">© A</a> &amp; B')).toBe('x© A & B');
});
