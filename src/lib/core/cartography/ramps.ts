import type { Typology } from '#lib/core/scoring/typology.ts';
import type { ColouredCluster, Look, State } from './scene.ts';
import type { Shades } from './tokens.ts';

/** Families of data colours; one family means one thing everywhere. */
export const RAMP_NAMES = ['score', 'need', 'potential', 'cooperatives'] as const;
export type RampName = (typeof RAMP_NAMES)[number];

/** Five colours from low to high. */
export type Ramp = readonly [Shades, Shades, Shades, Shades, Shades];

/**
 * The light ramps are ColorBrewer 2.0 (Cynthia Brewer, colorbrewer2.org) with six classes, without the first, which is too near
 * to the paper: YlGnBu for scores, YlGn for potentials, Purples (foot deepened, to leave the sea) for cooperatives. `need` goes from sand over mauve to violet,
 * the dark arm of ColorBrewer PuOr with a brown foot: a need is not a fault, so it is never red. In the dark a high value is the
 * bright end; those ramps are drawn for a dark ground, not inverted, and their lowest class stays above the neighbours' land.
 */
export const RAMPS: Readonly<Record<RampName, Ramp>> = {
	score: [
		{ light: '#c7e9b4', dark: '#27456f' },
		{ light: '#7fcdbb', dark: '#26698f' },
		{ light: '#41b6c4', dark: '#2b939f' },
		{ light: '#2c7fb8', dark: '#6cc3a5' },
		{ light: '#253494', dark: '#d9f0a3' }
	],
	need: [
		{ light: '#e6d0b8', dark: '#4b3b57' },
		{ light: '#cda698', dark: '#6f5079' },
		{ light: '#a97c95', dark: '#9b6f92' },
		{ light: '#7b5488', dark: '#c99c9f' },
		{ light: '#472a69', dark: '#f0d6b5' }
	],
	potential: [
		{ light: '#d9f0a3', dark: '#264a33' },
		{ light: '#addd8e', dark: '#2f6f41' },
		{ light: '#78c679', dark: '#4f9a50' },
		{ light: '#31a354', dark: '#93c56b' },
		{ light: '#006837', dark: '#e3f2a6' }
	],
	cooperatives: [
		{ light: '#d6d1ec', dark: '#3c3763' },
		{ light: '#bcbddc', dark: '#574c8c' },
		{ light: '#9e9ac8', dark: '#7a6cb3' },
		{ light: '#756bb1', dark: '#a79bd3' },
		{ light: '#54278f', dark: '#dcd6f2' }
	]
};

const PICKS: Readonly<Record<number, readonly number[]>> = { 1: [2], 2: [0, 4], 3: [0, 2, 4], 4: [0, 1, 3, 4], 5: [0, 1, 2, 3, 4] };

/** `count` (1–5) looks of a ramp, low to high, spread over its whole length; one class takes the middle colour. */
export function looksOf(name: RampName, count: number): readonly Look[] {
	const picks = PICKS[count];
	if (!picks) throw new Error(`A ramp has 1 to 5 classes, not ${count}.`);
	return picks.map((pick) => ({ kind: 'color', ...RAMPS[name][pick]! }));
}

/**
 * One colour per type: the set of Okabe & Ito (2008), told apart by all kinds of colour vision, in the order of advice. In the dark
 * they are lightened or deepened only as far as the ground asks.
 */
export const TYPE_COLOURS: Readonly<Record<Typology, Shades>> = {
	'develop-priority': { light: '#009e73', dark: '#1fb98c' },
	'develop-market': { light: '#56b4e9', dark: '#56b4e9' },
	consolidate: { light: '#cc79a7', dark: '#cc79a7' },
	'enable-first': { light: '#e69f00', dark: '#e69f00' },
	follow: { light: '#9a9a93', dark: '#77807b' }
};

/**
 * Colours of a hot-spot map: brown for a high value and teal for a low one (after ColorBrewer BrBG), the stronger where the neighbours
 * are alike. Told apart in grey and by readers without red, green or blue cones; a territory where nothing stands out is a quiet grey.
 */
export const CLUSTER_COLOURS: Readonly<Record<ColouredCluster, Shades>> = {
	'high-high': { light: '#6e350a', dark: '#f6c987' },
	'high-low': { light: '#c4862f', dark: '#a8722f' },
	'low-high': { light: '#7dbcc6', dark: '#2b6278' },
	'low-low': { light: '#17716f', dark: '#4fb8b0' },
	hot: { light: '#6e350a', dark: '#f6c987' },
	cold: { light: '#17716f', dark: '#4fb8b0' },
	'not-significant': { light: '#cfccc5', dark: '#38413d' }
};

/** The look of a cluster. */
export const lookOfCluster = (cluster: ColouredCluster): Look => ({ kind: 'color', ...CLUSTER_COLOURS[cluster] });

/** The look of a state that is not a class: a pattern, never a colour of a ramp. */
export function lookOfState(kind: State): Look {
	return { kind: 'pattern', pattern: PATTERN_OF[kind] };
}

const PATTERN_OF = {
	'not-documented': 'hatch',
	'no-data': 'hatch',
	insufficient: 'dense-hatch',
	'no-neighbours': 'dense-hatch',
	ineligible: 'dots',
	'not-published': 'cross-hatch'
} as const;
