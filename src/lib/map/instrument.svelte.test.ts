import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { colorOf } from '#lib/core/cartography/legend.ts';
import { sceneOfScores } from '#lib/core/cartography/scenes.ts';
import { MAP_TOKENS, TOKENS } from '#lib/core/cartography/tokens.ts';
import { codesInside, codesWithin } from '#lib/core/geo/select.ts';
import { STATUSES } from '#lib/core/scoring/outcome.ts';
import MapView from './MapView.svelte';
import type { Drawn, Instrument } from './instrument.ts';
import type { MapProps } from './props.ts';

/** Four squares in a row, each 2° wide, in four classes; synthetic. */
const CODES = ['A', 'B', 'C', 'D'];
const westOf = (index: number) => -13 + 2 * index;
const line = (...corners: number[][]) => corners;
/** Neighbours share the line between them: lines that go up, then the foot and the top of each square. */
const ARCS = [
	...[0, 1, 2, 3, 4].map((i) => line([westOf(i), 26], [westOf(i), 28])),
	...CODES.map((_, i) => line([westOf(i), 26], [westOf(i + 1), 26])),
	...CODES.map((_, i) => line([westOf(i + 1), 28], [westOf(i), 28]))
];
const ringOf = (i: number) => [5 + i, i + 1, 9 + i, ~i];
const PLACES = CODES.map((code, i) => ({ code, label: [westOf(i) + 1, 27] as const }));
const files: Record<string, unknown> = {
	'provinces.topo.json': {
		type: 'Topology',
		arcs: ARCS,
		objects: {
			provinces: { type: 'GeometryCollection', geometries: CODES.map((id, i) => ({ type: 'Polygon', id, arcs: [ringOf(i)] })) },
			regions: { type: 'GeometryCollection', geometries: [] }
		}
	},
	'context.topo.json': { type: 'Topology', arcs: [], objects: { neighbours: { type: 'GeometryCollection', geometries: [] } } },
	'towns.json': []
};
const status = Uint8Array.from(CODES, () => STATUSES.indexOf('scored'));
const SCENE = sceneOfScores('province', CODES, 'saffron', { score: Float64Array.of(38, 42, 47, 52), status }, [40, 45, 50]);
const colorAt = (i: number) => colorOf(SCENE.legend.rows[SCENE.rows[i]!]!, 'light')!;

const texts = { title: 'map', zoomIn: 'in', zoomOut: 'out', whole: 'whole', attribution: 'credit', kilometres: 'km', metres: 'm' };
const noop = () => {};
const propsOf = (changes: Partial<MapProps>): MapProps => ({
	...{ release: 'test', scene: SCENE, texts, language: 'ar', theme: 'light', selected: null, hovered: null, aloneRow: null },
	names: (code) => code,
	labelAt: () => null,
	padding: { top: 0, bottom: 0, left: 0, right: 0 },
	camera: { lng: -9, lat: 27, zoom: 5 },
	...{ onselect: noop, onhover: noop, oncamera: noop, onready: noop, onfail: noop },
	...changes
});

const original = globalThis.fetch.bind(globalThis);
beforeEach(async () => {
	await page.viewport(640, 480);
	document.body.style.cssText = 'margin: 0';
	vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
		if (!String(input).startsWith('/data/')) return original(input);
		const name = String(input).split('/').pop()!;
		return name in files ? Response.json(files[name]) : new Response(null, { status: 404 });
	});
});
afterEach(() => {
	vi.restoreAllMocks();
});

async function open(changes: Partial<MapProps> = {}) {
	const target = document.createElement('div');
	target.style.cssText = 'position: fixed; inset: 0';
	document.body.append(target);
	const oninstrument = vi.fn<(instrument: Instrument) => void>();
	const screen = await render(MapView, { target, props: propsOf({ oninstrument, ...changes }) });
	await expect.poll(() => oninstrument.mock.lastCall, { timeout: 20_000 }).toBeDefined();
	await painted(target);
	return { screen, target, instrument: oninstrument.mock.lastCall![0] };
}
const painted = (target: ParentNode = document) =>
	expect.poll(() => target.querySelector('[data-ready]'), { timeout: 20_000 }).not.toBeNull();

/** Pixels of a degree of longitude at zoom 5. */
const DEGREE = (512 * 2 ** 5) / 360;
const middleOf = (index: number) => Math.round(320 + (westOf(index) + 1 + 9) * DEGREE);

async function pixels(): Promise<(x: number, y: number) => readonly [number, number, number]> {
	const base64 = await page.screenshot({ save: false });
	const image = await createImageBitmap(await (await original(`data:image/png;base64,${base64}`)).blob());
	const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })!;
	context.drawImage(image, 0, 0);
	return (x, y) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)] as [number, number, number];
}
const rgb = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

const canvasOf = (target: ParentNode) => target.querySelector('canvas')!;
const click = (target: ParentNode, x: number, y: number) => page.elementLocator(canvasOf(target)).click({ position: { x, y } });

test('areas are seen through as far as it is asked: the colour is the class over the sea, in that share', async () => {
	const { screen } = await open({ opacity: 60 });
	const sea = rgb(MAP_TOKENS.sea.light);
	const expected = (i: number) => rgb(colorAt(i)).map((channel, at) => channel * 0.6 + sea[at]! * 0.4);
	const at = await pixels();
	CODES.forEach((code, i) => {
		at(middleOf(i), 240).forEach((channel, one) => expect(Math.abs(channel - expected(i)[one]!), code).toBeLessThan(3));
	});
	await screen.rerender({ opacity: 100 });
	await painted();
	const full = await pixels();
	CODES.forEach((code, i) => expect(full(middleOf(i), 240), code).toEqual(rgb(colorAt(i))));
});

test('several rows of the legend stay in full while the others fade', async () => {
	await open({ onlyRows: [SCENE.rows[0]!, SCENE.rows[2]!] });
	const at = await pixels();
	CODES.forEach((code, i) => {
		if (i % 2 === 0) expect(at(middleOf(i), 240), code).toEqual(rgb(colorAt(i)));
		else expect(at(middleOf(i), 240), code).not.toEqual(rgb(colorAt(i)));
	});
});

test('selected territories have one outline around them, and keep their colours', async () => {
	const { screen } = await open({ chosen: new Set(['B', 'C']) });
	const accent = rgb(TOKENS.accent.light);
	const edge = (i: number) => Math.round(320 + (westOf(i) + 9) * DEGREE);
	const isOutlined = async (x: number) => {
		const at = await pixels();
		return [-2, -1, 0, 1, 2].some((step) => at(x + step, 240).every((channel, i) => Math.abs(channel - accent[i]!) < 12));
	};
	await expect.poll(() => isOutlined(edge(1)), { timeout: 10_000 }).toBe(true);
	expect(await isOutlined(edge(3))).toBe(true);
	expect(await isOutlined(edge(2))).toBe(false);
	const at = await pixels();
	CODES.forEach((code, i) => expect(at(middleOf(i), 240), code).toEqual(rgb(colorAt(i))));
	await screen.rerender({ chosen: new Set() });
	await expect.poll(() => isOutlined(edge(1)), { timeout: 10_000 }).toBe(false);
});

test('data of the reader lie over the areas and go away again', async () => {
	const data = { type: 'FeatureCollection' as const, features: [{ type: 'Feature' as const, properties: {}, geometry: { type: 'MultiPoint' as const, coordinates: [[westOf(1) + 1, 27]] } }] }; // prettier-ignore
	const { screen } = await open({ own: [{ id: 'mine', color: '#ff0000', data }], texts: { ...texts, own: 'mine' } });
	const red = async () => (await pixels())(middleOf(1), 240);
	await expect.poll(red, { timeout: 10_000 }).toEqual([255, 0, 0]);
	await expect.poll(() => document.querySelector('.maplibregl-ctrl-attrib')?.textContent, { timeout: 10_000 }).toContain('mine');
	await screen.rerender({ own: [] });
	await expect.poll(red, { timeout: 10_000 }).toEqual(rgb(colorAt(1)));
});

test('a box that is drawn with two clicks selects what is inside, and the map takes none of the clicks for its own', async () => {
	const onselect = vi.fn();
	const { target, instrument } = await open({ onselect });
	const told: Drawn[] = [];
	instrument.select('box', (drawn) => told.push(drawn));
	await expect.poll(() => told.at(-1)?.phase, { timeout: 10_000 }).toBe('begun');
	await click(target, middleOf(0) - 30, 180);
	await expect.poll(() => told.at(-1)?.phase).toBe('drawing');
	await click(target, middleOf(1) + 30, 300);
	await expect.poll(() => told.at(-1)?.phase).toBe('done');
	expect(codesInside(PLACES, told.at(-1)!.shape!)).toEqual(['A', 'B']);
	expect(onselect).not.toHaveBeenCalled();
	instrument.cancel();
	await click(target, middleOf(2), 240);
	await expect.poll(() => onselect.mock.lastCall).toEqual(['C']);
});

test('by keyboard alone: arrows move the map under the cross-hair, Space sets the corners of a circle on the ground', async () => {
	const { target, instrument } = await open();
	const told: Drawn[] = [];
	instrument.select('radius', (drawn) => told.push(drawn));
	await expect.poll(() => told.at(-1)?.phase, { timeout: 10_000 }).toBe('begun');
	instrument.focus();
	await userEvent.keyboard(' ');
	await expect.poll(() => told.at(-1)?.phase).toBe('drawing');
	expect(target.querySelector<HTMLElement>('.crosshair')?.hidden).toBe(false);
	await userEvent.keyboard('{ArrowRight}');
	await expect.poll(() => told.at(-1)?.circle?.radiusKm ?? 0, { timeout: 10_000 }).toBeGreaterThan(150);
	await expect.poll(() => instrument.camera().lng, { timeout: 10_000 }).toBeCloseTo(-9 + 100 / DEGREE, 1);
	await userEvent.keyboard(' ');
	await expect.poll(() => told.at(-1)?.phase).toBe('done');
	const circle = told.at(-1)!.circle!;
	expect(circle.center[0]).toBeCloseTo(-9, 2);
	expect(circle.center[1]).toBeCloseTo(27, 2);
	expect(codesWithin(PLACES, circle)).toEqual(['B', 'C']);
});

test('a line is measured while it is drawn; Backspace takes a corner back, Enter ends it, Escape clears it and then leaves', async () => {
	const { target, instrument } = await open();
	const told: Drawn[] = [];
	instrument.measure('distance', (drawn) => told.push(drawn));
	await expect.poll(() => told.at(-1)?.phase, { timeout: 10_000 }).toBe('begun');
	for (const x of [140, 240, 400]) await click(target, x, 240);
	await expect.poll(() => told.at(-1)?.corners).toBe(3);
	const long = told.at(-1)!.lengthKm;
	await userEvent.keyboard('{Backspace}');
	await expect.poll(() => told.at(-1)?.corners).toBe(2);
	await userEvent.keyboard('{Enter}');
	await expect.poll(() => told.at(-1)?.phase).toBe('done');
	// 100 pixels at zoom 5 along 27° north, by the arc of the parallel: a little longer than the great circle.
	const parallel = ((100 / DEGREE) * Math.PI * 6371.0088 * Math.cos((27 * Math.PI) / 180)) / 180;
	expect(told.at(-1)!.lengthKm / parallel).toBeCloseTo(1, 2);
	expect(told.at(-1)!.lengthKm).toBeLessThan(long);
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => told.at(-1)?.phase).toBe('begun');
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => told.at(-1)?.phase).toBe('left');
});

test('a map that follows looks where the other looks, whichever moves, and both come to rest', async () => {
	const [one, two] = [
		await open({ camera: { lng: -9, lat: 27, zoom: 5 } }),
		await open({ camera: { lng: -5, lat: 33, zoom: 7 }, follows: true })
	];
	const stop = two.instrument.follow(one.instrument);
	expect(two.instrument.camera()).toEqual({ lng: -9, lat: 27, zoom: 5 });
	one.instrument.look({ lng: -7 });
	await expect.poll(() => two.instrument.camera().lng, { timeout: 10_000 }).toBeCloseTo(-7, 3);
	two.instrument.look({ lat: 30, zoom: 6 });
	await expect.poll(() => one.instrument.camera(), { timeout: 10_000 }).toEqual({ lng: -7, lat: 30, zoom: 6 });
	expect(two.instrument.camera()).toEqual(one.instrument.camera());
	stop();
	one.instrument.look({ lng: -12 });
	await expect.poll(() => one.instrument.camera().lng, { timeout: 10_000 }).toBeCloseTo(-12, 3);
	expect(two.instrument.camera().lng).toBeCloseTo(-7, 3);
	// Its buttons would be there twice.
	expect(two.target.querySelector('button')).toBeNull();
});

test('the tip says what the page has to say of a territory', async () => {
	const { target } = await open({ tip: (code) => `${code}\n42 points` });
	await page.elementLocator(canvasOf(target)).hover({ position: { x: middleOf(1), y: 240 } });
	await expect.poll(() => target.querySelector('.tip')?.textContent).toBe('B\n42 points');
});

test('the canvas gives its picture', async () => {
	const { instrument } = await open();
	const picture = await instrument.canvasPicture();
	expect(picture.type).toBe('image/png');
	const { width, height } = await createImageBitmap(picture);
	expect(width / height).toBeCloseTo(640 / 480, 2);
});
