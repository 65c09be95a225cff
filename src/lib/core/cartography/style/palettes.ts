import * as chromatic from 'd3-scale-chromatic';
import { RAMP_NAMES, type RampName } from '../ramps.ts';
import type { Look } from '../scene.ts';
import { divergingLooks } from './diverging.ts';
import { houseLooks } from './house-palettes.ts';
import { sequentialLooks, type Shade } from './sequential.ts';

/** Where a palette comes from: the families of the house, ColorBrewer, or the perceptual maps of matplotlib. */
export type PaletteOrigin = 'house' | 'colorbrewer' | 'matplotlib';

/** A set of colours that a reader can choose. */
export interface Palette {
	readonly id: PaletteId;
	readonly kind: 'sequential' | 'diverging';
	readonly origin: PaletteOrigin;
	/** True when five classes are told apart without cones for red, green or blue, in both appearances; a test computes it. */
	readonly isColourBlindSafe: boolean;
	/** Who made it: a proper name, the same in every language. */
	readonly credit: string;
}

const CREDITS: Readonly<Record<PaletteOrigin, string>> = {
	house: 'Furas',
	colorbrewer: 'ColorBrewer 2.0 (Cynthia A. Brewer)',
	matplotlib: 'matplotlib (Stéfan van der Walt, Nathaniel Smith, Eric Firing)'
};

/** Palettes of one hue or several from pale to deep; those of matplotlib run from deep to pale. */
const SEQUENTIAL = {
	blues: chromatic.interpolateBlues,
	greens: chromatic.interpolateGreens,
	oranges: chromatic.interpolateOranges,
	purples: chromatic.interpolatePurples,
	reds: chromatic.interpolateReds,
	bugn: chromatic.interpolateBuGn,
	bupu: chromatic.interpolateBuPu,
	gnbu: chromatic.interpolateGnBu,
	orrd: chromatic.interpolateOrRd,
	pubu: chromatic.interpolatePuBu,
	pubugn: chromatic.interpolatePuBuGn,
	purd: chromatic.interpolatePuRd,
	rdpu: chromatic.interpolateRdPu,
	ylgn: chromatic.interpolateYlGn,
	ylgnbu: chromatic.interpolateYlGnBu,
	ylorbr: chromatic.interpolateYlOrBr,
	ylorrd: chromatic.interpolateYlOrRd
} as const satisfies Record<string, Shade>;

const turned =
	(shade: Shade): Shade =>
	(share) =>
		shade(1 - share);

const PERCEPTUAL = {
	viridis: turned(chromatic.interpolateViridis),
	magma: turned(chromatic.interpolateMagma),
	inferno: turned(chromatic.interpolateInferno),
	cividis: turned(chromatic.interpolateCividis)
} as const satisfies Record<string, Shade>;

const DIVERGING = {
	brbg: chromatic.interpolateBrBG,
	puor: chromatic.interpolatePuOr,
	prgn: chromatic.interpolatePRGn,
	rdbu: chromatic.interpolateRdBu
} as const satisfies Record<string, Shade>;

export type PaletteId = RampName | keyof typeof SEQUENTIAL | keyof typeof PERCEPTUAL | keyof typeof DIVERGING;

const made = (ids: readonly string[], kind: Palette['kind'], origin: PaletteOrigin): Palette[] =>
	ids.map((id) => ({ id: id as PaletteId, kind, origin, isColourBlindSafe: !CONFUSED.includes(id), credit: CREDITS[origin] }));

/** Palettes whose five classes some readers confuse. */
const CONFUSED: readonly string[] = [];

/**
 * Every palette, in the order a reader chooses from. Greys are left out: grey is what the reader's range leaves out, and the ground.
 */
export const PALETTES: readonly Palette[] = [
	...made(RAMP_NAMES, 'sequential', 'house'),
	...made(Object.keys(SEQUENTIAL), 'sequential', 'colorbrewer'),
	...made(Object.keys(PERCEPTUAL), 'sequential', 'matplotlib'),
	...made(Object.keys(DIVERGING), 'diverging', 'colorbrewer')
];

const byId = new Map<string, Palette>(PALETTES.map((palette) => [palette.id, palette]));

/** True when `id` names a palette. */
export const isPalette = (id: string): id is PaletteId => byId.has(id);

/** The palette of an id; null for null, which takes the colours of a variable's family. Throws on an id that names none. */
export function paletteOf(id: string | null): Palette | null {
	if (id === null) return null;
	const found = byId.get(id);
	if (!found) throw new Error(`There is no palette «${id}».`);
	return found;
}

/**
 * Looks of `classes` classes (from 1) from low to high, of a palette or, for null, of a family; `reversed` turns them round. Each is a
 * colour, never a pattern and never the ground of one. `below` centres a diverging palette between so many lower classes and the rest,
 * both arms in the same steps; without it the middle of the palette is the middle class.
 */
export function looksOfPalette(
	id: string | null,
	family: RampName,
	classes: number,
	reversed: boolean,
	below: number | null = null
): Look[] {
	if (!(Number.isInteger(classes) && classes >= 1)) throw new Error(`The number of classes must be a whole number from 1, not ${classes}.`);
	const palette = paletteOf(id);
	if (palette?.kind === 'diverging') {
		const shade = DIVERGING[palette.id as keyof typeof DIVERGING];
		return divergingLooks(reversed ? turned(shade) : shade, classes, below);
	}
	const looks = sequential(palette?.id ?? family, classes);
	return reversed ? looks.toReversed() : looks;
}

function sequential(id: PaletteId, classes: number): Look[] {
	if (id in SEQUENTIAL) return sequentialLooks(SEQUENTIAL[id as keyof typeof SEQUENTIAL], classes);
	if (id in PERCEPTUAL) return sequentialLooks(PERCEPTUAL[id as keyof typeof PERCEPTUAL], classes);
	return houseLooks(id as RampName, classes);
}
