import { coverageOfTile, PATTERN_TILES } from '#lib/core/cartography/patterns.ts';
import type { Pattern } from '#lib/core/cartography/scene.ts';
import { MAP_TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';

/** Name of the image of a pattern in the style. */
export const imageName = (pattern: Pattern, theme: Theme): string => `${pattern}-${theme}`;

/** One opaque tile of a pattern as RGBA pixels, drawn for a screen with `pixelRatio` device pixels per CSS pixel. */
export function patternImage(pattern: Pattern, theme: Theme, pixelRatio: number): { width: number; height: number; data: Uint8Array } {
	const tile = PATTERN_TILES[pattern];
	const size = Math.round(tile.size * pixelRatio);
	const pixel = tile.size / size;
	const [ground, ink] = [rgb(MAP_TOKENS.blank[theme]), rgb(MAP_TOKENS.patternInk[theme])];
	const data = new Uint8Array(size * size * 4);
	for (let at = 0; at < size * size; at++) {
		const share = coverageOfTile(tile, ((at % size) + 0.5) * pixel, (Math.floor(at / size) + 0.5) * pixel, pixel);
		ink.forEach((channel, i) => (data[at * 4 + i] = Math.round(channel * share + ground[i]! * (1 - share))));
		data[at * 4 + 3] = 255;
	}
	return { width: size, height: size, data };
}

const rgb = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
