import { describe, expect, test } from 'vitest';
import { contrast, difference, luminance } from '../contrast.ts';
import type { Look } from '../scene.ts';
import { MAP_TOKENS, THEMES, TOKENS } from '../tokens.ts';
import { BIVARIATE_COLOURS, pairRow } from './bivariate.ts';
import { confusedVisions, isVision, leastDifference, seen, simulatedLook, VISIONS } from './colour-vision.ts';

test('grey is the same to everybody, and full vision changes nothing', () => {
	for (const vision of VISIONS) {
		for (const grey of ['#000000', '#808080', '#ffffff']) expect(difference(seen(grey, vision), grey)).toBeLessThan(0.5);
	}
	expect(seen('#9a6700', 'full')).toBe('#9a6700');
	expect(isVision('deuteranopia')).toBe(true);
	expect(isVision('x-ray')).toBe(false);
});

test('red and green of one lightness are confused without red or green cones, not without blue ones', () => {
	const [red, green] = ['#c8553d', '#6f8a2b'];
	const apart = (vision: (typeof VISIONS)[number]) => difference(seen(red, vision), seen(green, vision));
	expect(apart('full')).toBeGreaterThan(60);
	expect(apart('deuteranopia')).toBeLessThan(25);
	expect(apart('tritanopia')).toBeGreaterThan(60);
});

test('a primary is seen as the published matrix says', () => {
	// Red of light 1 leaves 0.367 red and 0.280 green without green cones; blue below 0 is cut.
	expect(seen('#ff0000', 'deuteranopia')).toBe('#a39000');
});

test('in grey a colour keeps its luminance', () => {
	for (const color of ['#54278f', '#e69f00', '#009e73']) {
		expect(Math.abs(luminance(seen(color, 'grey')) - luminance(color))).toBeLessThan(0.004);
	}
});

test('a look is simulated in both appearances, a pattern is told by its shape', () => {
	const look: Look = { kind: 'color', light: '#ff0000', dark: '#00ff00' };
	expect(simulatedLook(look, 'protanopia')).toEqual({
		kind: 'color',
		light: seen('#ff0000', 'protanopia'),
		dark: seen('#00ff00', 'protanopia')
	});
	expect(simulatedLook({ kind: 'pattern', pattern: 'dots' }, 'grey')).toEqual({ kind: 'pattern', pattern: 'dots' });
});

test('a legend says to whom its colours look alike', () => {
	const looks: Look[] = ['#b35a45', '#7d7a2c'].map((color) => ({ kind: 'color', light: color, dark: color }));
	expect(confusedVisions(looks, 'light')).toContain('grey');
	expect(confusedVisions(looks, 'light')).not.toContain('full');
	expect(leastDifference(looks.slice(1), 'light', 'full')).toBe(Infinity);
});

describe.each(THEMES)('in the %s appearance the nine colours of two variables', (theme) => {
	const colors = BIVARIATE_COLOURS.map((shades) => shades[theme]);
	const looks = BIVARIATE_COLOURS.map((shades): Look => ({ kind: 'color', ...shades }));
	const corners = [pairRow(0, 0), pairRow(2, 0), pairRow(0, 2), pairRow(2, 2)].map((row) => looks[row]!);

	test('stand out from the paper by 1.25, and from land, sea and the ground of hatches', () => {
		for (const color of colors) {
			expect(contrast(color, TOKENS.paper[theme])).toBeGreaterThanOrEqual(1.25);
			for (const ground of [MAP_TOKENS.land, MAP_TOKENS.sea, MAP_TOKENS.blank]) {
				expect(difference(color, ground[theme])).toBeGreaterThanOrEqual(9);
			}
		}
	});

	test('are all told apart without cones for red, green or blue, and their corners far apart', () => {
		for (const vision of VISIONS.filter((one) => one !== 'grey')) {
			expect(leastDifference(looks, theme, vision), vision).toBeGreaterThanOrEqual(8);
			expect(leastDifference(corners, theme, vision), vision).toBeGreaterThanOrEqual(20);
		}
	});

	test('have corners that are told apart in a grey print', () => {
		expect(leastDifference(corners, theme, 'grey')).toBeGreaterThanOrEqual(8);
	});
});
