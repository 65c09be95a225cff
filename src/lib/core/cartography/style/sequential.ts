import { difference, lightness } from '../contrast.ts';
import { hexOf } from '../rgb.ts';
import type { Look } from '../scene.ts';
import { MAP_TOKENS, TOKENS, type Theme } from '../tokens.ts';

/** A colour of a palette at 0–1. */
export type Shade = (share: number) => string;

/** ΔE from which a class does not pass for paper, sea, the neighbours or the ground of a hatch. */
const APART = 10;
/** Between these (L*) a colour is neither the night of a dark map, nor the white of its light. */
const DARKEST = { light: 14, dark: 30 } as const;
const PALEST = { light: 94, dark: 93 } as const;

/**
 * Looks from low to high of a palette that runs from pale to deep, in equal steps of lightness, so that the order stays in a grey
 * print. Its palest part is left out where it would pass for paper, as ColorBrewer's first step does. On a dark ground what is bright
 * leads the eye: there the deep end is the low one, drawn only from where it rises above the ground.
 */
export function sequentialLooks(shade: Shade, classes: number): Look[] {
	const [pale, deep] = [palestOf(shade, 'light'), deepestOf(shade, 'light')];
	const light = steps(shade, pale, deep, classes);
	const dark = steps(shade, deepestOf(shade, 'dark'), palestOf(shade, 'dark'), classes);
	return light.map((color, i) => ({ kind: 'color', light: color, dark: dark[i]! }));
}

/** `classes` colours in equal steps of lightness from one place of a palette to another; one class takes the middle. */
export function steps(shade: Shade, from: number, to: number, classes: number): string[] {
	const [first, last] = [lightness(hexOf(shade(from))), lightness(hexOf(shade(to)))];
	return Array.from({ length: classes }, (_, i) => {
		const share = classes === 1 ? 0.5 : i / (classes - 1);
		return hexOf(shade(placeOf(shade, from, to, first + share * (last - first))));
	});
}

/** Where between two places of a palette a lightness is: halved until it is met. */
function placeOf(shade: Shade, from: number, to: number, wanted: number): number {
	let [near, far] = [from, to];
	const isFalling = lightness(hexOf(shade(from))) > lightness(hexOf(shade(to)));
	for (let i = 0; i < HALVINGS; i++) {
		const middle = (near + far) / 2;
		if (lightness(hexOf(shade(middle))) > wanted === isFalling) near = middle;
		else far = middle;
	}
	return (near + far) / 2;
}
const HALVINGS = 12;

/** The palest place that can be used, from 0 on. */
const palestOf = (shade: Shade, theme: Theme): number => placeFrom(shade, theme, (i) => i / PLACES);
/** The deepest place that can be used, from 1 down. */
const deepestOf = (shade: Shade, theme: Theme): number => placeFrom(shade, theme, (i) => 1 - i / PLACES);
const PLACES = 200;

function placeFrom(shade: Shade, theme: Theme, place: (index: number) => number): number {
	for (let i = 0; i < PLACES; i++) if (isUsable(hexOf(shade(place(i))), theme)) return place(i);
	throw new Error('A palette needs colours that stand away from the ground.');
}

/** True for a colour of the map that is neither its ground nor lost on it. */
export function isUsable(color: string, theme: Theme): boolean {
	const grounds = [TOKENS.paper, MAP_TOKENS.land, MAP_TOKENS.sea, MAP_TOKENS.blank];
	const own = lightness(color);
	return own >= DARKEST[theme] && own <= PALEST[theme] && grounds.every((ground) => difference(color, ground[theme]) >= APART);
}
