import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { colorOf } from '#lib/core/cartography/legend.ts';
import { sceneOfScores } from '#lib/core/cartography/scenes.ts';
import type { Scene } from '#lib/core/cartography/scene.ts';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import { STATUSES } from '#lib/core/scoring/outcome.ts';
import MapView from './MapView.svelte';
import type { MapProps } from './props.ts';

/** Six squares in a row, each 2° wide: one per class of the ramp, and one that is not documented. */
const CODES = ['A', 'B', 'C', 'D', 'E', 'F'];
const square = (west: number) => [
	[west, 26],
	[west + 2, 26],
	[west + 2, 28],
	[west, 28],
	[west, 26]
];
const westOf = (index: number) => -15 + 2 * index;
const files: Record<string, unknown> = {
	'provinces.topo.json': {
		type: 'Topology',
		arcs: CODES.map((_, i) => square(westOf(i))),
		objects: {
			provinces: { type: 'GeometryCollection', geometries: CODES.map((id, i) => ({ type: 'Polygon', id, arcs: [[i]] })) },
			regions: { type: 'GeometryCollection', geometries: [] }
		}
	},
	'context.topo.json': { type: 'Topology', arcs: [], objects: { neighbours: { type: 'GeometryCollection', geometries: [] } } },
	'towns.json': []
};

const SCORED = STATUSES.indexOf('scored');
const UNKNOWN = STATUSES.indexOf('not-documented');
function sceneOf(score: readonly number[]): Scene {
	const status = Uint8Array.from(score, (value) => (Number.isNaN(value) ? UNKNOWN : SCORED));
	return sceneOfScores('province', CODES, 'saffron', { score: Float64Array.from(score), status }, [40, 45, 50, 55]);
}
const FIRST = sceneOf([38, 42, 47, 52, 70, NaN]);
const MIRRORED = sceneOf([NaN, 70, 52, 47, 42, 38]);

const texts = { title: 'map', zoomIn: 'in', zoomOut: 'out', whole: 'whole', attribution: 'credit', kilometres: 'km', metres: 'm' };
const propsOf = (changes: Partial<MapProps>): MapProps => ({
	release: 'test',
	scene: FIRST,
	names: (code) => code,
	labelAt: () => null,
	language: 'ar',
	theme: 'light',
	texts,
	selected: null,
	hovered: null,
	aloneRow: null,
	padding: { top: 0, bottom: 0, left: 0, right: 0 },
	camera: { lng: -9, lat: 27, zoom: 5 },
	onselect: () => {},
	onhover: () => {},
	oncamera: () => {},
	onready: () => {},
	onfail: () => {},
	...changes
});

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
	document.documentElement.removeAttribute('dir');
});

async function open(changes: Partial<MapProps> = {}) {
	const target = document.createElement('div');
	target.style.cssText = 'position: fixed; inset: 0';
	document.body.append(target);
	const screen = render(MapView, { target, props: propsOf(changes) });
	await painted();
	return screen;
}

const painted = () => expect.poll(() => document.querySelector('[data-ready]'), { timeout: 15_000 }).not.toBeNull();

/** What the screen shows now. */
async function picture(): Promise<OffscreenCanvasRenderingContext2D> {
	const base64 = await page.screenshot({ save: false });
	const image = await createImageBitmap(await (await original(`data:image/png;base64,${base64}`)).blob());
	const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })!;
	context.drawImage(image, 0, 0);
	return context;
}

const hexAt = (context: OffscreenCanvasRenderingContext2D, x: number, y: number): string =>
	'#' + [...context.getImageData(x, y, 1, 1).data.slice(0, 3)].map((channel) => channel.toString(16).padStart(2, '0')).join('');
const original = globalThis.fetch.bind(globalThis);

/** Screen x of the middle of a square: at zoom 5 a degree is 2⁵ · 512 / 360 pixels, and the view is centred on −9°. */
const middleOf = (index: number) => Math.round(320 + (westOf(index) + 1 + 9) * ((512 * 2 ** 5) / 360));

async function expectColors(scene: Scene, theme: Theme) {
	const shot = await picture();
	const ramp = new Set(scene.legend.rows.map((row) => colorOf(row, theme)));
	scene.codes.forEach((code, i) => {
		const color = colorOf(scene.legend.rows[scene.rows[i]!]!, theme);
		const shown = hexAt(shot, middleOf(i), 240);
		if (color) expect(shown, code).toBe(color);
		else expect(ramp, code).not.toContain(shown);
	});
}

test.each(['light', 'dark'] as const)(
	'every territory has exactly the colour of its legend row (%s), and an unknown one no colour of the ramp',
	async (theme) => {
		await open({ theme });
		expect(document.querySelector<HTMLElement>('[data-painted]')?.dataset.painted).toBe('6');
		await expectColors(FIRST, theme);
	}
);

test('a change of scores repaints through states alone: no geometry is sent again, and the theme follows too', async () => {
	const screen = await open();
	const { GeoJSONSource } = await import('maplibre-gl');
	const sent = vi.spyOn(GeoJSONSource.prototype, 'setData');
	await screen.rerender({ scene: MIRRORED });
	await painted();
	await expectColors(MIRRORED, 'light');
	expect(sent).not.toHaveBeenCalled();
	await screen.rerender({ theme: 'dark' });
	await painted();
	await expectColors(MIRRORED, 'dark');
});

test('one row of the legend alone keeps its colour while the others fade, and comes back with them; no geometry is sent', async () => {
	const screen = await open();
	const { GeoJSONSource } = await import('maplibre-gl');
	const sent = vi.spyOn(GeoJSONSource.prototype, 'setData');
	const row = FIRST.rows[1]!;
	await screen.rerender({ aloneRow: row });
	await painted();
	const shot = await picture();
	FIRST.codes.forEach((code, i) => {
		const color = colorOf(FIRST.legend.rows[FIRST.rows[i]!]!, 'light');
		if (FIRST.rows[i] === row) expect(hexAt(shot, middleOf(i), 240), code).toBe(color);
		else expect(hexAt(shot, middleOf(i), 240), code).not.toBe(color);
	});
	await screen.rerender({ aloneRow: null });
	await painted();
	await expectColors(FIRST, 'light');
	expect(sent).not.toHaveBeenCalled();
});

test('a click selects the territory under it, and the sea selects nothing', async () => {
	const onselect = vi.fn();
	await open({ onselect });
	const canvas = page.elementLocator(document.querySelector('canvas')!);
	await canvas.click({ position: { x: middleOf(1), y: 240 } });
	await expect.poll(() => onselect.mock.lastCall).toEqual(['B']);
	await canvas.click({ position: { x: 320, y: 20 } });
	await expect.poll(() => onselect.mock.lastCall).toEqual([null]);
});

test('brackets and joined letters of an Arabic name look the same on a right-to-left page', async () => {
	const changes = { names: () => 'الحاجب (2024)', labelAt: (code: string) => (code === 'A' ? ([-9, 30] as const) : null) };
	const marks: string[] = [];
	for (const direction of ['ltr', 'rtl']) {
		document.documentElement.dir = direction;
		const screen = await open(changes);
		marks.push([...(await picture()).getImageData(250, 60, 140, 60).data].join());
		screen.unmount();
	}
	// A label is there at all: more shades than sea and border have.
	expect(new Set(marks[0]!.split(',')).size).toBeGreaterThan(40);
	expect(marks[1]).toBe(marks[0]);
});

test('the view of a link stands until the reader moves: movements are told, and one button shows the whole country', async () => {
	const oncamera = vi.fn();
	const screen = await open({ oncamera });
	// A panel that opens covers part of the map; the view of the link stays.
	await screen.rerender({ padding: { top: 0, bottom: 0, left: 200, right: 0 } });
	await painted();
	await expectColors(FIRST, 'light');
	expect(oncamera).not.toHaveBeenCalled();
	await page.getByRole('button', { name: 'in', exact: true }).click();
	await expect.poll(() => oncamera.mock.lastCall?.[0]).toMatchObject({ lng: -9, lat: 27, zoom: 6 });
	await page.getByRole('button', { name: 'whole' }).click();
	await expect.poll(() => oncamera.mock.lastCall).toEqual([null]);
});

test('without WebGL the page is told, and MapLibre is not asked', async () => {
	vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
	const onfail = vi.fn();
	render(MapView, propsOf({ onfail }));
	await expect.poll(() => onfail.mock.calls).toEqual([['no-webgl']]);
	expect(document.querySelector('canvas')).toBeNull();
});

test('a file that does not come is said', async () => {
	vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status: 500 }));
	const onfail = vi.fn();
	render(MapView, propsOf({ onfail }));
	await expect.poll(() => onfail.mock.calls, { timeout: 15_000 }).toEqual([['no-data']]);
});
