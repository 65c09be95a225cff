import { describe, expect, test } from 'vitest';
import { casedContrast, difference, lightness } from '../contrast.ts';
import { looksOf, RAMP_NAMES } from '../ramps.ts';
import type { Look } from '../scene.ts';
import { MAP_TOKENS, THEMES, TOKENS, type Theme } from '../tokens.ts';
import { leastDifference, TOLD_APART, VISIONS } from './colour-vision.ts';
import { CLASS_COUNTS } from './map-style.ts';
import { isPalette, looksOfPalette, PALETTES, paletteOf } from './palettes.ts';
import { GROUND_LOOK, OUTSIDE_LOOK } from './quiet-looks.ts';

const COUNTS = Array.from({ length: CLASS_COUNTS.most - CLASS_COUNTS.fewest + 1 }, (_, i) => CLASS_COUNTS.fewest + i);
const colorsOf = (looks: readonly Look[], theme: Theme) => looks.map((look) => (look.kind === 'color' ? look[theme] : look.pattern));
const signOf = (theme: Theme) => (theme === 'light' ? -1 : 1);

describe.each(PALETTES)('the palette $id', ({ id, kind, isColourBlindSafe }) => {
	describe.each(THEMES)('in the %s appearance', (theme) => {
		const colors = (classes: number) => colorsOf(looksOfPalette(id, 'score', classes, false), theme);

		test('has a colour of its own for each of 2 to 9 classes, and never the ground of a hatch', () => {
			for (const count of COUNTS) {
				expect(new Set(colors(count)).size).toBe(count);
				for (const color of colors(count)) expect(color).toMatch(/^#[0-9a-f]{6}$/);
				expect(colors(count)).not.toContain(MAP_TOKENS.blank[theme]);
			}
		});

		test('stands away from paper, neighbours, sea and the ground of hatches, and is crossed by borders at 3:1', () => {
			for (const color of COUNTS.flatMap(colors)) {
				for (const ground of [TOKENS.paper, MAP_TOKENS.land, MAP_TOKENS.sea, MAP_TOKENS.blank]) {
					expect(difference(color, ground[theme]), color).toBeGreaterThanOrEqual(9);
				}
				expect(casedContrast(MAP_TOKENS.core[theme], MAP_TOKENS.casing[theme], color)).toBeGreaterThanOrEqual(3);
			}
		});

		test('runs one way in lightness, or away from its middle on both arms', () => {
			for (const count of COUNTS) {
				const steps = colors(count).map(lightness);
				const half = Math.floor(count / 2);
				const runs = kind === 'sequential' ? [steps] : [steps.slice(0, half).toReversed(), steps.slice(count - half)];
				for (const run of runs) {
					run.slice(1).forEach((value, i) => expect(signOf(theme) * (value - run[i]!), `${count}`).toBeGreaterThan(3));
				}
			}
		});

		test('is not the grey of what the range leaves out, nor the plain ground', () => {
			for (const color of COUNTS.flatMap(colors)) {
				for (const look of [OUTSIDE_LOOK, GROUND_LOOK]) expect(difference(color, colorsOf([look], theme)[0]!), color).toBeGreaterThan(5);
			}
		});
	});

	test('says truly whether five classes are told apart without cones for red, green or blue', () => {
		const cones = VISIONS.filter((vision) => vision !== 'grey');
		const looks = looksOfPalette(id, 'score', 5, false);
		const least = Math.min(...THEMES.flatMap((theme) => cones.map((vision) => leastDifference(looks, theme, vision))));
		expect(least >= TOLD_APART).toBe(isColourBlindSafe);
	});

	test('is turned round', () => {
		for (const count of COUNTS) {
			expect(looksOfPalette(id, 'score', count, true)).toEqual(looksOfPalette(id, 'score', count, false).toReversed());
		}
	});
});

test('no palette leaves a map the colours of the family, the same as on every other map', () => {
	for (const family of RAMP_NAMES) {
		for (const count of [1, 2, 3, 4, 5]) expect(looksOfPalette(null, family, count, false)).toEqual(looksOf(family, count));
		expect(looksOfPalette(null, family, 9, false).filter((_, i) => i % 2 === 0)).toEqual(looksOf(family, 5));
	}
});

test('a diverging palette is centred where it is told: equally far from the reference looks equally strong', () => {
	const whole = looksOfPalette('brbg', 'score', 8, false, 4);
	expect(looksOfPalette('brbg', 'score', 6, false, 2)).toEqual(whole.slice(2));
	expect(looksOfPalette('brbg', 'score', 5, false, 4)).toEqual(whole.slice(0, 5));
	expect(looksOfPalette('brbg', 'score', 5, true, 1)).toEqual(whole.slice(0, 5).toReversed());
});

test('only ids of palettes are taken', () => {
	expect(isPalette('viridis')).toBe(true);
	expect(isPalette('toString')).toBe(false);
	expect(() => paletteOf('rainbow')).toThrow('rainbow');
	expect(paletteOf(null)).toBeNull();
	expect(() => looksOfPalette(null, 'score', 0, false)).toThrow('not 0');
});

describe.each(THEMES)('in the %s appearance the quiet looks', (theme) => {
	test('are neither each other, nor the neighbours, nor the ground of a hatch', () => {
		const [ground, outside] = colorsOf([GROUND_LOOK, OUTSIDE_LOOK], theme) as [string, string];
		expect(difference(ground, outside)).toBeGreaterThan(7);
		for (const other of [MAP_TOKENS.land, MAP_TOKENS.blank, MAP_TOKENS.sea, TOKENS.paper]) {
			expect(difference(ground, other[theme])).toBeGreaterThan(5);
			expect(difference(outside, other[theme])).toBeGreaterThan(10);
		}
	});
	test('let circles stand out at 3:1', () => {
		for (const color of colorsOf([GROUND_LOOK], theme)) {
			for (const name of ['symbol', 'place'] as const) {
				expect(casedContrast(MAP_TOKENS[name][theme], MAP_TOKENS[name][theme], color)).toBeGreaterThanOrEqual(3);
			}
		}
	});
});
