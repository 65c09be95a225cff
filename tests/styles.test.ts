import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesUnder } from './files.ts';

/** Declarations that mean left or right whatever the direction of the page. */
const PHYSICAL =
	/(?<![\w-])((margin|padding|border|scroll-margin|scroll-padding)-(left|right)(-(width|color|style))?|(left|right)|border-(top|bottom)-(left|right)-radius)\s*:|(?<![\w-])(text-align|float|clear)\s*:\s*(left|right)\b/;

/** A pixel position on the map is the same in both directions: such a line says so. */
const EXCUSED = /\/\* physical: \S.*\*\//;

/** MapLibre's own elements: its container stays left-to-right in every language, and names its corners left and right. */
const MAPLIBRE = /[.]maplibregl-/;

const files = filesUnder(['src']).filter((file) => /[.](svelte|css)$/.test(file));

/** Lines of the styles of a file that name a physical side: `<style>`, style attributes, `style:` directives. */
function physicalLines(file: string, source: string): readonly string[] {
	const styles = file.endsWith('.css') ? source : [...source.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('\n');
	const markup = file.endsWith('.css') ? '' : source.replaceAll(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, '');
	const attributes = [...markup.matchAll(/style="([^"]*)"|style:((?:[\w-]*-)?(?:left|right))\b/g)].map(
		([, css, side]) => css ?? `${side}:`
	);
	return [...ruleLines(styles), ...attributes].filter((line) => PHYSICAL.test(line) && !EXCUSED.test(line)).map((line) => line.trim());
}

/** Lines of a style sheet outside the rules of MapLibre's own elements. */
function ruleLines(css: string): readonly string[] {
	const kept = css.replaceAll(/([^{}]*)\{[^{}]*\}/g, (rule, selector: string) => (MAPLIBRE.test(selector) ? '' : rule));
	const said = kept.replaceAll(/\/\*(?! physical: )[\s\S]*?\*\//g, '');
	return said.split('\n').flatMap((line) => (EXCUSED.test(line) ? [line] : line.split(';')));
}

test.each([
	['a.css', 'p { margin-left: 1px }', 1],
	['a.css', 'p { margin-inline-start: 1px; inset-inline-start: 0; text-align: start; }', 0],
	['a.css', 'p { left: 0; text-align: right; }', 2],
	['a.css', 'p { left: 0; /* physical: pixel of the pointer */ }', 0],
	['a.css', '/* to the left: text-align: left */ p { inset: 0 }', 0],
	['a.css', '.maplibregl-ctrl-bottom-left { left: 0 }', 0],
	['a.svelte', '<p style="padding-right: 1px">a</p>', 1],
	['a.svelte', '<p style:left={x}>a</p><style>p { border-left-width: 1px }</style>', 2]
])('%s: %s names %i physical sides', (file, source, count) => {
	expect(physicalLines(file, source)).toHaveLength(count);
});

test.each(files)('%s follows the direction of the page', (file) => {
	expect(physicalLines(file, readFileSync(file, 'utf8'))).toEqual([]);
});
