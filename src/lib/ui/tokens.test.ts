import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from '#lib/core/cartography/contrast.ts';
import { THEMES, TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';

const css = readFileSync('src/app.css', 'utf8');

/** Custom properties of every rule whose selector is `selector`. */
function properties(selector: string): Record<string, string> {
	const at = css.indexOf(`${selector} {`);
	const body = css.slice(at, css.indexOf('}', at));
	return Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
}

const light = properties(':root');
const dark = properties(":root[data-theme='dark']");
const themes: Record<Theme, Record<string, string>> = { light, dark };

describe('the colours of the pages', () => {
	test('are those of the core in both themes', () => {
		for (const [name, shades] of Object.entries(TOKENS)) {
			for (const theme of THEMES) expect(themes[theme][name], `${name} ${theme}`).toBe(shades[theme]);
		}
	});

	test('are the same whether the device or the reader asks for the dark', () => {
		expect(properties(":root:not([data-theme='light'])")).toEqual(dark);
	});

	test('give every text 4.5:1 and every mark 3:1 on its ground', () => {
		for (const theme of THEMES) {
			const colours = themes[theme];
			for (const ground of ['paper', 'surface', 'wash']) {
				// Accent and danger are never written on a wash.
				const texts = ['ink', 'muted', 'primary', 'up', 'down', ...(ground === 'wash' ? [] : ['accent', 'danger'])];
				for (const text of texts) {
					expect(contrast(colours[text]!, colours[ground]!), `${text} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(4.5);
				}
				expect(contrast(colours['edge']!, colours[ground]!), `edge on ${ground}, ${theme}`).toBeGreaterThanOrEqual(3);
			}
			// The chosen lens and the main button write paper on primary.
			expect(contrast(colours['paper']!, colours['primary']!)).toBeGreaterThanOrEqual(4.5);
		}
	});
});
