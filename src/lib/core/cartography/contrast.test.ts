import { describe, expect, test } from 'vitest';
import { casedContrast, contrast, difference, lightness } from './contrast.ts';
import { CLUSTER_COLOURS, RAMPS } from './ramps.ts';
import { seen, VISIONS } from './style/colour-vision.ts';
import { MAP_TOKENS, TEXT_TOKENS, THEMES, TOKENS } from './tokens.ts';

const CONES = VISIONS.filter((vision) => vision !== 'grey');

test('contrast is the ratio of WCAG: 21 for black on white, 1 for a colour on itself', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
	expect(contrast('#9a6700', '#9a6700')).toBe(1);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	expect(difference('#000000', '#ffffff')).toBeCloseTo(100, 0);
	expect(() => contrast('red', '#ffffff')).toThrow('red');
});

describe.each(THEMES)('in the %s appearance', (theme) => {
	const map = (name: keyof typeof MAP_TOKENS) => MAP_TOKENS[name][theme];

	test.each(TEXT_TOKENS)('text in %s reads at 4.5:1 on paper and on surface', (name) => {
		expect(contrast(TOKENS[name][theme], TOKENS.paper[theme])).toBeGreaterThanOrEqual(4.5);
		expect(contrast(TOKENS[name][theme], TOKENS.surface[theme])).toBeGreaterThanOrEqual(4.5);
	});

	test('text on a filled button reads at 4.5:1', () => {
		expect(contrast(TOKENS.primary[theme], TOKENS.paper[theme])).toBeGreaterThanOrEqual(4.5);
	});

	test('map labels read at 4.5:1 on their halo, and the halo on land and sea is no frame of its own', () => {
		for (const label of [map('label'), map('townLabel')]) {
			for (const ground of [map('halo'), map('land'), map('sea')]) expect(contrast(label, ground)).toBeGreaterThanOrEqual(4.5);
		}
	});

	test('the outline of the country stands out at 3:1 from land, sea and unpainted areas', () => {
		for (const ground of [map('land'), map('sea'), map('blank')]) expect(contrast(map('core'), ground)).toBeGreaterThanOrEqual(3);
	});

	test('hatches and dots stand out at 3:1 from what they are drawn on', () => {
		expect(contrast(map('patternInk'), map('blank'))).toBeGreaterThanOrEqual(3);
	});

	test('the swatch of a legend is outlined at 3:1 on paper and on surface', () => {
		for (const ground of [TOKENS.paper[theme], TOKENS.surface[theme]])
			expect(contrast(TOKENS.muted[theme], ground)).toBeGreaterThanOrEqual(3);
	});

	test.each(['symbol', 'place'] as const)('each %s stands out at 3:1 from land and sea, and its ring from every class', (name) => {
		for (const ground of [map('land'), map('sea'), map('blank')]) expect(contrast(map(name), ground)).toBeGreaterThanOrEqual(3);
		expect(contrast(map(name), map('casing'))).toBeGreaterThanOrEqual(3);
	});

	describe('the colours of hot spots', () => {
		const names = ['high-high', 'high-low', 'low-high', 'low-low', 'not-significant'] as const;
		const colors = names.map((name) => CLUSTER_COLOURS[name][theme]);
		const pairs = colors.flatMap((a, i) => colors.slice(i + 1).map((b) => [a, b] as const));

		test.each(CONES)('are told apart by a reader with %s vision', (vision) => {
			for (const [a, b] of pairs) expect(difference(seen(a, vision), seen(b, vision)), `${a} ${b}`).toBeGreaterThanOrEqual(14);
		});

		test('are told apart in grey', () => {
			for (const [a, b] of pairs) expect(Math.abs(lightness(a) - lightness(b)), `${a} ${b}`).toBeGreaterThanOrEqual(7);
		});

		test('stand away from paper, neighbours, sea and the ground of the hatches, and are crossed by borders at 3:1', () => {
			for (const color of colors) {
				for (const ground of [TOKENS.paper[theme], map('land'), map('sea'), map('blank')]) {
					expect(difference(color, ground), color).toBeGreaterThanOrEqual(10);
				}
				expect(casedContrast(map('core'), map('casing'), color)).toBeGreaterThanOrEqual(3);
			}
		});

		test('of a hot and a cold surrounding are those of high among high and low among low', () => {
			expect(CLUSTER_COLOURS.hot[theme]).toBe(CLUSTER_COLOURS['high-high'][theme]);
			expect(CLUSTER_COLOURS.cold[theme]).toBe(CLUSTER_COLOURS['low-low'][theme]);
		});
	});

	describe.each(Object.entries(RAMPS))('the %s ramp', (_, ramp) => {
		const colors = ramp.map((shades) => shades[theme]);

		test('keeps its order in grey and to a colour-blind reader: lightness runs one way, in steps one can see', () => {
			const steps = colors.slice(1).map((color, i) => lightness(color) - lightness(colors[i]!));
			for (const step of steps) {
				expect(Math.sign(step)).toBe(theme === 'light' ? -1 : 1);
				expect(Math.abs(step)).toBeGreaterThanOrEqual(7);
			}
		});

		test('starts away from paper, neighbours, sea and the ground of the hatches', () => {
			for (const ground of [TOKENS.paper[theme], map('land'), map('sea'), map('blank')]) {
				expect(difference(colors[0]!, ground)).toBeGreaterThanOrEqual(10);
			}
		});

		test('is crossed by borders and outlines at 3:1 in every class', () => {
			for (const color of colors) expect(casedContrast(map('core'), map('casing'), color)).toBeGreaterThanOrEqual(3);
		});
	});
});
