import { describe, expect, test } from 'vitest';
import type { Topology } from 'topojson-specification';
import { contrast } from '#lib/core/cartography/contrast.ts';
import { cooperativeLayer } from '#lib/core/cartography/cooperative-layer.ts';
import type { MapSymbol } from '#lib/core/cartography/scene.ts';
import { sceneOfCooperatives, sceneOfScores } from '#lib/core/cartography/scenes.ts';
import type { Stock } from '#lib/core/cooperative/stock.ts';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import { STATUSES } from '#lib/core/scoring/outcome.ts';
import { stockText, symbolText } from '#lib/i18n/symbols.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { linesOf, placed } from './map-svg-text.ts';
import { mapSvg, type MapPicture } from './map-svg.ts';

/** Two squares side by side, sharing one arc. */
const squares: Topology = {
	type: 'Topology',
	arcs: [
		[
			[-8, 30],
			[-8, 34]
		],
		[
			[-8, 34],
			[-12, 34],
			[-12, 30],
			[-8, 30]
		],
		[
			[-8, 34],
			[-4, 34],
			[-4, 30],
			[-8, 30]
		]
	],
	objects: {
		provinces: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', id: 'MA-AAA', arcs: [[0, 1]] },
				{ type: 'Polygon', id: 'MA-BBB', arcs: [[0, 2]] }
			]
		},
		regions: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: 'MA-01', arcs: [[1, -3]] }] },
		neighbours: { type: 'GeometryCollection', geometries: [] }
	}
};
const topology = squares as PolygonTopology;
const scored = STATUSES.indexOf('scored');
const scene = sceneOfScores(
	'province',
	['MA-AAA', 'MA-BBB'],
	'saffron',
	{ score: Float64Array.of(52, NaN), status: Uint8Array.of(scored, STATUSES.indexOf('not-documented')) },
	[40, 45, 50, 55]
);
const picture: MapPicture = {
	topology,
	context: topology,
	scene,
	names: (code) => `<${code}>`,
	labelAt: () => [-9, 32],
	regions: ['MA-01'],
	towns: [],
	language: 'ar',
	theme: 'light',
	selected: 'MA-AAA',
	title: 'الزعفران',
	description: 'وصف',
	legend: ['40', '45', '50', '55', '100', 'غير موثق', 'غير كاف', 'غير مؤهل'],
	source: 'HCP'
};

describe('the drawn map', () => {
	const svg = mapSvg(picture);

	test('paints each territory in the colour of its legend row, and the unknown with a pattern', () => {
		const row = scene.legend.rows[3]!.look;
		const color = row.kind === 'color' ? row.light : '';
		expect(contrast(color, '#ffffff')).toBeGreaterThan(1);
		expect(svg).toMatch(new RegExp(`<g data-row="\\d" fill="${color}"><path data-code="MA-AAA"`));
		expect(svg).toMatch(/<g data-row="\d" fill="url\(#map-hatch\)"><path data-code="MA-BBB"/);
		expect(svg.match(/data-code/g)).toHaveLength(2);
	});

	test('beside a page that says title, legend and source itself it is the map alone', () => {
		const alone = mapSvg({ ...picture, legend: null });
		expect(alone).toContain('data-code="MA-AAA"');
		expect(alone).toContain(`<title id="map-svg-title">`);
		for (const words of picture.legend!) expect(alone).not.toContain(`${words} <tspan`);
		expect(alone).not.toContain(picture.source);
	});

	test('a town of the name of the selected place is not named again', () => {
		const labelAt = (): readonly [number, number] => [-6, 32];
		const towns = [{ name: 'Alpha', position: [-12, 26] as const }];
		const named = (selected: string | null): number =>
			mapSvg({ ...picture, towns, labelAt, regions: [], names: () => 'Alpha', selected }).split('>Alpha</text>').length - 1;
		expect(named(null)).toBe(1);
		expect(named('MA-AAA')).toBe(1);
	});

	test('has larger labels and hatches where it is shown small, and outlines a region too', () => {
		const small = mapSvg({ ...picture, selected: 'MA-01', enlarged: 2, legend: null });
		const sizes = (drawn: string): number[] => [...drawn.matchAll(/font-size="(\d+)" font-weight="600"/g)].map(([, size]) => Number(size));
		expect(Math.max(...sizes(small))).toBe(2 * Math.max(...sizes(mapSvg({ ...picture, selected: 'MA-01', legend: null }))));
		expect(small).toContain('patternTransform="scale(4)"');
		expect(small).toContain('id="map-selected"');
	});

	test('comes closer to what is asked for, with lines and labels as wide as ever on the screen', () => {
		const near = mapSvg({ ...picture, legend: null, within: [-12, 30, -4, 34] });
		const [x, y, width, height] = /viewBox="([-\d ]+)"><rect/.exec(near)![1]!.split(' ').map(Number);
		expect([x! > 0, y! > 0]).toEqual([true, true]);
		expect(width! / height!).toBeCloseTo(1600 / 1640, 2);
		const lineWidth = (svg: string): number => Number(/href="#map-inner" stroke="[^"]+" stroke-width="([\d.]+)"/.exec(svg)![1]);
		expect(lineWidth(near) / width!).toBeCloseTo(lineWidth(mapSvg(picture)) / 1600, 4);
		expect(mapSvg({ ...picture, within: null })).toBe(svg);
	});

	test('shows every legend row with its count, also the empty ones', () => {
		for (const [i, words] of picture.legend!.entries())
			expect(svg).toContain(`${words} <tspan fill="#5c6b66">(${scene.legend.rows[i]!.count})`);
	});

	test('has a title, a description and readable names, and nothing of a name is read as markup', () => {
		expect(svg).toContain('<title id="map-svg-title">الزعفران</title><desc id="map-svg-desc">وصف</desc>');
		expect(svg).toContain('<title>&lt;MA-AAA&gt;</title>');
		expect(svg).toContain('direction="rtl"');
		expect(svg).not.toContain('<MA-');
	});

	test('needs no style attribute, script or address, so any content policy lets it through', () => {
		expect(svg).not.toMatch(/style=|<script|<style|url\((?!#)|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
	});

	test('makes areas links only when asked', () => {
		expect(svg).toContain('role="img"');
		expect(svg).not.toContain('<a ');
		const linked = mapSvg({ ...picture, linkTo: (code) => `/ar/territory/${code}` });
		expect(linked).toContain('<a href="/ar/territory/MA-BBB">');
		expect(linked).toContain('role="group"');
	});
});

describe('the drawn cooperatives', async () => {
	const words = await wordsOf('fr');
	const stock = (territory: string, count: number, asOf: string | null): Stock => ({
		territory,
		branch: 'all',
		asOf,
		count,
		members: null,
		womenMembers: null,
		measure: 'stock',
		source: { title: 'A & B', url: null },
		note: null
	});
	const layer = cooperativeLayer(
		{ level: 'province', territories: 2, stocks: [stock('MA-AAA', 400, '2022'), stock('MA-BBB', 100, null)], named: [], releaseYear: 2026 },
		{ labelAt: () => [-9, 32], ofStock: (one, published) => stockText(words, one.territory, one, published), ofNamed: () => '' }
	);
	const drawn = sceneOfCooperatives('province', ['MA-AAA', 'MA-BBB'], 'cooperator_share', [2, 3], layer);
	const symbolWords = symbolText(words, layer.legend);
	const svg = mapSvg({ ...picture, language: 'fr', scene: drawn, legend: ['a', 'b', 'c'], symbolText: symbolWords });

	test('are circles whose area is the count, that say it with its date and source', () => {
		const [large, small] = [...svg.matchAll(/<circle data-symbol="count"[^>]* r="([\d.]+)"/g)].map(([, radius]) => Number(radius));
		expect(small! ** 2 / large! ** 2).toBeCloseTo(0.25, 2);
		expect(svg).toContain('<title>MA-AAA\n400 coopératives · 2022\nA &amp; B</title>');
		expect(svg).toContain('100 coopératives · sans date');
	});

	test('are explained by the same lines as the live map, each with its count', () => {
		const said = svg.replaceAll(/<text[^>]*>|<[/]?tspan[^>]*>/g, '').replaceAll('</text>', ' ');
		layer.legend.lines.forEach(({ count }, i) => {
			for (const word of symbolWords.lines[i]!.split(' ')) expect(said).toContain(word);
			expect(said).toContain(`(${count})`);
		});
		for (const size of symbolWords.sizes) expect(svg).toContain(`>${size}</text>`);
		expect(said).toContain('ne se classent pas');
	});

	test('leave names above them, unless named places are the subject', () => {
		const point: MapSymbol = { id: 'a', kind: 'point', territory: null, position: [-9, 32], value: 1, label: 'a' };
		const named = { ...picture, scene: { ...drawn, symbols: [point] }, legend: null };
		const isBelow = (svg: string): boolean => svg.indexOf('data-symbol="point"') < svg.indexOf('font-weight="600"');
		expect([isBelow(mapSvg(named)), isBelow(mapSvg({ ...named, isOfPoints: true }))]).toEqual([true, false]);
	});

	test('of a part are as large as among all', () => {
		const point: MapSymbol = { id: 'a', kind: 'point', territory: null, position: [-9, 32], value: 1, label: 'a' };
		const many: MapSymbol = { ...point, id: 'b', position: [-10, 32], value: 9 };
		const sizes = (symbols: readonly MapSymbol[], most: number): string[] =>
			[...mapSvg({ ...picture, scene: { ...drawn, symbols }, legend: null, most }).matchAll(/data-symbol="point"[^>]* r="([\d.]+)"/g)].map(
				([, radius]) => radius!
			);
		expect(sizes([point], 9)).toEqual(sizes([many, point], 0).slice(1));
	});

	test('are counted in hexagons when asked, under the circles', () => {
		const point: MapSymbol = { id: 'a', kind: 'point', territory: null, position: [-9, 32], value: 1, label: 'a' };
		const scene = { ...drawn, symbols: [...drawn.symbols, point] };
		const [points, hexagons] = (['symbols', 'hexagons'] as const).map((style) => mapSvg({ ...picture, scene, legend: [], points: style }));
		expect(points).toContain('data-symbol="point"');
		expect(hexagons).not.toContain('data-symbol="point"');
		expect(hexagons!.indexOf('fill-opacity="0.95"')).toBeLessThan(hexagons!.indexOf('data-symbol="count"'));
	});
});

test('labels never touch: the earlier one stays', () => {
	const label = (text: string, x: number) => ({ text, at: [x, 100] as const, size: 20, className: '400' });
	expect(placed([label('First', 100), label('Second', 120), label('Third', 400)]).map(({ text }) => text)).toEqual(['First', 'Third']);
});

test('long texts break between words', () => {
	expect(linesOf('one two three', 8)).toEqual(['one two', 'three']);
});
