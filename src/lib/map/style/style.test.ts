import { expect, test } from 'vitest';
import { PATTERNS } from '#lib/core/cartography/scene.ts';
import { PATTERN_TILES } from '#lib/core/cartography/patterns.ts';
import { THEMES } from '#lib/core/cartography/tokens.ts';
import { looksOf, lookOfState } from '#lib/core/cartography/ramps.ts';
import { fillColor, fillOpacity, patternOpacity } from '../layers/territories.ts';
import { LAYER_ORDER } from '../order.ts';
import { patternImage } from './pattern-image.ts';
import { layersOf, styleOf } from './style.ts';

const ROW = ['coalesce', ['feature-state', 'row'], 255];

test('layers stand in the order of the list, in both appearances', () => {
	for (const theme of THEMES) expect(layersOf(theme).map(({ id }) => id)).toEqual([...LAYER_ORDER]);
});

test('the two appearances differ in colours only', () => {
	const shape = (theme: 'light' | 'dark') => layersOf(theme).map((layer) => ({ ...layer, paint: Object.keys(layer.paint ?? {}) }));
	expect(shape('dark')).toEqual(shape('light'));
});

test('the style asks for nothing outside this site: no tiles, no sprite, no glyph server', () => {
	const style = styleOf('light');
	expect(style.sprite).toBeUndefined();
	expect(style.glyphs).toBeUndefined();
	expect(JSON.stringify(style)).not.toMatch(/https?:|\/\//);
	for (const source of Object.values(style.sources)) expect(source.type).toBe('geojson');
});

test('no layer but names writes a text, and names come from the data of the page only', () => {
	const fields = layersOf('light').flatMap((layer) => (layer.type === 'symbol' ? [layer.layout?.['text-field']] : []));
	expect(fields).toEqual([
		['get', 'name'],
		['get', 'name'],
		['get', 'name']
	]);
});

test('a legend row has its colour in the fill, or its pattern and none of the ramp', () => {
	const looks = [...looksOf('score', 5), lookOfState('insufficient'), lookOfState('ineligible')];
	const rows = looks.map((look) => ({ look, meaning: { kind: 'no-data' } as const, count: 0 }));
	const color = JSON.stringify(fillColor(rows, 'dark'));
	looks.forEach((look, i) => {
		if (look.kind === 'color') expect(color).toContain(`${i},"${look.dark}"`);
		else expect(patternOpacity(rows, look.pattern, null, 1)).toEqual(['match', ROW, i, 1, 0]);
	});
	expect(patternOpacity(rows, 'cross-hatch', null, 1)).toBe(0);
});

test('a row alone keeps its full colour or pattern, and every other one fades', () => {
	const rows = [...looksOf('score', 2), lookOfState('insufficient')].map((look) => ({
		look,
		meaning: { kind: 'no-data' } as const,
		count: 1
	}));
	expect(fillOpacity(rows, null, 1)).toBe(1);
	expect(fillOpacity(rows, [1], 1)).toEqual(['match', ROW, 1, 1, expect.closeTo(0.12)]);
	const pattern = rows[2]!.look.kind === 'pattern' ? rows[2]!.look.pattern : 'hatch';
	expect(patternOpacity(rows, pattern, [2], 1)).toEqual(['match', ROW, 2, 1, 0]);
	expect(patternOpacity(rows, pattern, [1], 1)).toEqual(['match', ROW, 2, expect.closeTo(0.12), 0]);
	// Several rows may be in full together.
	expect(fillOpacity(rows, [0, 1], 1)).toEqual(['match', ROW, 0, 1, 1, 1, expect.closeTo(0.12)]);
});

test('areas that are seen through are so in colours and patterns alike: no pattern lies on a ground of its own', () => {
	const rows = [...looksOf('score', 2), lookOfState('insufficient')].map((look) => ({
		look,
		meaning: { kind: 'no-data' } as const,
		count: 1
	}));
	const pattern = rows[2]!.look.kind === 'pattern' ? rows[2]!.look.pattern : 'hatch';
	expect(fillOpacity(rows, null, 0.6)).toEqual(['match', ROW, 2, 0, 0.6]);
	expect(patternOpacity(rows, pattern, null, 0.6)).toEqual(['match', ROW, 2, 0.6, 0]);
	expect(fillOpacity(rows, [0], 0.5)).toEqual(['match', ROW, 0, 0.5, 2, 0, expect.closeTo(0.06)]);
});

test.each(PATTERNS)('the pattern %s is opaque, joins at its edges and has marks on a ground at every screen density', (pattern) => {
	for (const ratio of [1, 2, 3]) {
		const { width, height, data } = patternImage(pattern, 'light', ratio);
		expect([width, height]).toEqual([PATTERN_TILES[pattern].size * ratio, PATTERN_TILES[pattern].size * ratio]);
		const reds = Array.from({ length: width * height }, (_, i) => data[i * 4]!);
		expect(data.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
		expect(Math.max(...reds) - Math.min(...reds)).toBeGreaterThan(60);
	}
});

test('the four patterns cover different shares, so they are told apart in grey', () => {
	const shares = PATTERNS.map((pattern) => {
		const { data } = patternImage(pattern, 'light', 4);
		return data.filter((_, i) => i % 4 === 0).reduce((sum, red) => sum + red, 0) / (data.length / 4);
	});
	const sorted = shares.toSorted((a, b) => a - b);
	sorted.slice(1).forEach((share, i) => expect(share - sorted[i]!).toBeGreaterThan(1.5));
});
