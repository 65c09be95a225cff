import type { Map as MapLibreMap } from 'maplibre-gl';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureVisible } from './camera.ts';
import type { Box, Padding } from './props.ts';

const NONE: Padding = { top: 0, bottom: 0, left: 0, right: 0 };
/** The map lies 50 pixels below the top of the window and is 1000 × 800; a degree is ten pixels. */
const FRAME: Box = { left: 0, top: 50, right: 1000, bottom: 850 };

/** What `fitBounds` is asked for when a place 10 degrees wide and high has its north-west corner at [west, north]. */
function moves(west: number, north: number, legend: Box | null): Padding | null {
	let asked: Padding | null = null;
	const map = {
		getContainer: () => ({ clientWidth: 1000, clientHeight: 800, getBoundingClientRect: () => FRAME }),
		getZoom: () => 6,
		project: ([lng, lat]: [number, number]) => ({ x: 10 * lng, y: 10 * (80 - lat) }),
		fitBounds: (_: unknown, { padding }: { padding: Padding }) => (asked = padding)
	} as unknown as MapLibreMap;
	ensureVisible(map, [west, north - 10, west + 10, north], NONE, legend);
	return asked;
}

beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: true })));
afterEach(() => vi.unstubAllGlobals());

test('a place in full sight moves nothing', () => {
	expect(moves(40, 50, null)).toBeNull();
	expect(moves(40, 50, { left: 750, right: 990, top: 500, bottom: 840 })).toBeNull();
});

test('a place under the legend is brought beside it, on whichever side the legend stands', () => {
	expect(moves(80, 20, { left: 750, right: 990, top: 500, bottom: 840 })?.right).toBeGreaterThan(1000 - 750);
	expect(moves(5, 75, { left: 10, right: 260, top: 62, bottom: 400 })?.left).toBeGreaterThan(260);
});

test('a place outside the window comes in beside the legend too', () => {
	expect(moves(120, 50, { left: 750, right: 990, top: 500, bottom: 840 })?.right).toBeGreaterThan(1000 - 750);
	expect(moves(120, 50, null)?.right).toBeLessThan(100);
});
