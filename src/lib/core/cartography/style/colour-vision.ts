import { difference, luminance } from '../contrast.ts';
import { hexOfLinear, linearRgb, type Rgb } from '../rgb.ts';
import type { Look } from '../scene.ts';
import type { Theme } from '../tokens.ts';

/** How readers see colours: all of them, without cones for red, green or blue, and as a grey print. */
export const VISIONS = ['full', 'protanopia', 'deuteranopia', 'tritanopia', 'grey'] as const;
export type Vision = (typeof VISIONS)[number];

/** True when `value` names a vision. */
export const isVision = (value: unknown): value is Vision => VISIONS.includes(value as Vision);

type Cones = readonly [Rgb, Rgb, Rgb];

/**
 * What is left of linear red, green and blue without one kind of cones: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, «A
 * Physiologically-based Model for Simulation of Color Vision Deficiency», IEEE TVCG 15 (6), 2009, severity 1.0.
 */
const CONES: Readonly<Record<'protanopia' | 'deuteranopia' | 'tritanopia', Cones>> = {
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	]
};

/** A #rrggbb colour as a reader with that vision sees it; in grey it keeps its luminance. */
export function seen(hex: string, vision: Vision): string {
	if (vision === 'full') return hex;
	if (vision === 'grey') {
		const grey = luminance(hex);
		return hexOfLinear([grey, grey, grey]);
	}
	const [r, g, b] = linearRgb(hex);
	const channel = ([red, green, blue]: Rgb): number => red * r + green * g + blue * b;
	const [red, green, blue] = CONES[vision];
	return hexOfLinear([channel(red), channel(green), channel(blue)]);
}

/** A look as a reader with that vision sees it, in both appearances; a pattern is told by its shape and stays. */
export const simulatedLook = (look: Look, vision: Vision): Look =>
	look.kind === 'pattern' ? look : { kind: 'color', light: seen(look.light, vision), dark: seen(look.dark, vision) };

/** How far (ΔE, see `difference`) the two nearest colours of a legend are apart to such a reader; Infinity for less than two. */
export function leastDifference(looks: readonly Look[], theme: Theme, vision: Vision): number {
	const colors = looks.flatMap((look) => (look.kind === 'color' ? [seen(look[theme], vision)] : []));
	return Math.min(Infinity, ...colors.flatMap((color, i) => colors.slice(i + 1).map((other) => difference(color, other))));
}

/** From this ΔE on, two areas that do not touch are told apart; a just noticeable difference side by side is about 2. */
export const TOLD_APART = 7;

/** The visions to which some two colours of a legend look alike; empty when everybody tells all of them apart. */
export const confusedVisions = (looks: readonly Look[], theme: Theme): Vision[] =>
	VISIONS.filter((vision) => leastDifference(looks, theme, vision) < TOLD_APART);
