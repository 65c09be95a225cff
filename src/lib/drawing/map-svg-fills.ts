import { pathOfTile, PATTERN_TILES } from '#lib/core/cartography/patterns.ts';
import type { LegendRow, Pattern } from '#lib/core/cartography/scene.ts';
import { MAP_TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';

/** What ids of a drawing begin with: two drawings on one page must not take each other's patterns. */
const PREFIX = 'map';

/** A hatch as an SVG pattern of the id `<prefix>-<name>`, `scale` units of the drawing to a CSS pixel. */
export function patternOf(pattern: Pattern, theme: Theme, scale: number, prefix = PREFIX): string {
	const tile = PATTERN_TILES[pattern];
	const [ground, ink] = [MAP_TOKENS.blank[theme], MAP_TOKENS.patternInk[theme]];
	const dots = tile.dots.map(([x, y, radius]) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${ink}"/>`).join('');
	return (
		`<pattern id="${prefix}-${pattern}" width="${tile.size}" height="${tile.size}" patternUnits="userSpaceOnUse" patternTransform="scale(${scale})">` +
		`<rect width="${tile.size}" height="${tile.size}" fill="${ground}"/>` +
		(tile.lines.length > 0 ? `<path d="${pathOfTile(tile)}" stroke="${ink}" stroke-width="${tile.lineWidth}"/>` : '') +
		`${dots}</pattern>`
	);
}

/** How a legend row is filled: its colour, or its hatch by its id. */
export const fillOf = ({ look }: LegendRow, theme: Theme, prefix = PREFIX): string =>
	look.kind === 'color' ? look[theme] : `url(#${prefix}-${look.pattern})`;
