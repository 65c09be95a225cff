import { lightness } from '../contrast.ts';
import { hexOf } from '../rgb.ts';
import type { Look } from '../scene.ts';
import type { Theme } from '../tokens.ts';
import { MIDDLE_LOOK } from './quiet-looks.ts';
import { steps, type Shade } from './sequential.ts';

/**
 * Lightness (L*) of the arms next to the middle and at their ends. On paper the ends are deep; on a dark ground, where deep colours
 * sink, they are bright. The two hues keep their sides in both.
 */
const ARMS = { light: { middle: 72, end: 31 }, dark: { middle: 45, end: 83 } } as const;

/**
 * Looks from low to high of a palette with two arms. `below` classes lie on the lower arm and the others on the upper one, each arm in
 * the steps of the longer, so that equally far from the middle looks equally strong; null puts an odd class in the middle.
 */
export function divergingLooks(shade: Shade, classes: number, below: number | null): Look[] {
	const lower = below ?? Math.floor(classes / 2);
	const upper = below === null ? lower : classes - below;
	const middle: Look[] = below === null && classes % 2 === 1 ? [{ kind: 'color', ...MIDDLE_LOOK }] : [];
	const longer = Math.max(lower, upper);
	return [...armOf(shade, longer).slice(0, lower).toReversed(), ...middle, ...armOf((share) => shade(1 - share), longer).slice(0, upper)];
}

/** The arm from the middle of the palette down to 0, from next to the middle outwards. */
function armOf(shade: Shade, classes: number): Look[] {
	const light = along(shade, 'light', classes);
	const dark = along(shade, 'dark', classes);
	return light.map((color, i) => ({ kind: 'color', light: color, dark: dark[i]! }));
}

function along(shade: Shade, theme: Theme, classes: number): string[] {
	const { middle, end } = ARMS[theme];
	// One class alone is told apart from the other arm by its hue: it takes the stronger half.
	const [near, far] = [placeAt(shade, classes === 1 ? (middle + end) / 2 : middle), placeAt(shade, end)];
	return classes === 1 ? [hexOf(shade(near))] : steps(shade, near, far, classes);
}

/** Where on the lower arm (0 deep, 0.5 pale) a lightness is; the end of the arm where it has none so deep. */
function placeAt(shade: Shade, wanted: number): number {
	for (let i = 0; i <= PLACES; i++) {
		const place = i / (2 * PLACES);
		if (lightness(hexOf(shade(place))) >= wanted) return place;
	}
	return 0.5;
}
const PLACES = 100;
