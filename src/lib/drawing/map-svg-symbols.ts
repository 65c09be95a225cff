import { HEXAGON_WIDTH, hexagonOpacity, hexagonsOf } from '#lib/core/cartography/hexagons.ts';
import type { Projection } from '#lib/core/cartography/projection.ts';
import type { MapSymbol, PointStyle } from '#lib/core/cartography/scene.ts';
import { radiiOf, RING_CASING, RING_WIDTH } from '#lib/core/cartography/symbols.ts';
import { MAP_TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import { escape } from './map-svg-text.ts';

/** A CSS pixel in units of the drawing. */
export const PIXEL = 2;

/** How a symbol is painted, as SVG attributes: a disc of a count, a ring of an old one, a named place. */
export function paintOf(mark: 'disc' | 'ring' | 'point' | 'hexagon', theme: Theme, pixel = PIXEL): string {
	const [symbol, place, casing] = [MAP_TOKENS.symbol[theme], MAP_TOKENS.place[theme], MAP_TOKENS.casing[theme]];
	switch (mark) {
		case 'disc':
			return `fill="${symbol}" fill-opacity=".84" stroke="${casing}" stroke-width="${1.5 * pixel}"`;
		case 'ring':
			return `fill="${casing}" stroke="${symbol}" stroke-width="${RING_WIDTH * pixel}"`;
		case 'point':
		case 'hexagon':
			return `fill="${place}" fill-opacity=".92" stroke="${casing}" stroke-width="${1.5 * pixel}"`;
	}
}

/** Circles of counts, the smaller ones on top, then named places unless hexagons count them; each says what it is when pointed at. `scale` and `most` are those of `radiiOf`, `pixel` a CSS pixel in units of the drawing. */
export function symbolShapes(
	symbols: readonly MapSymbol[],
	theme: Theme,
	project: Projection,
	points: PointStyle,
	{ scale = 1, most = 0, pixel = PIXEL } = {}
): string {
	const radii = radiiOf(symbols, scale, most);
	const shapes = symbols
		.map((symbol, i) => ({ symbol, radius: radii[i]! * pixel }))
		.filter(({ symbol }) => symbol.kind === 'count' || points === 'symbols')
		.sort((a, b) => order(a.symbol) - order(b.symbol) || b.radius - a.radius)
		.map(({ symbol, radius }) => {
			const [x, y] = project(symbol.position).map(Math.round);
			const paint = paintOf(symbol.kind === 'point' ? 'point' : symbol.hollow ? 'ring' : 'disc', theme, pixel);
			const territory = symbol.territory === null ? '' : ` data-code="${escape(symbol.territory)}"`;
			const under = symbol.hollow ? ringCasing(x!, y!, radius + (RING_WIDTH / 2 + RING_CASING) * pixel, theme) : '';
			return `${under}<circle data-symbol="${symbol.kind}"${territory} cx="${x}" cy="${y}" r="${radius.toFixed(1)}" ${paint}><title>${escape(symbol.label)}</title></circle>`;
		});
	return shapes.length === 0 ? '' : `<g>${shapes.join('')}</g>`;
}

/** What a ring lies on, so that it is seen on an area of its own colour. */
const ringCasing = (x: number, y: number, radius: number, theme: Theme): string =>
	`<circle cx="${x}" cy="${y}" r="${radius.toFixed(1)}" fill="${MAP_TOKENS.casing[theme]}"/>`;

const order = ({ kind }: MapSymbol): number => (kind === 'count' ? 0 : 1);

/** Named places counted in hexagons: the more, the denser. `pixel` is a CSS pixel in units of the drawing. */
export function hexagonShapes(symbols: readonly MapSymbol[], theme: Theme, project: Projection, pixel = PIXEL): string {
	const hexagons = hexagonsOf(symbols, HEXAGON_WIDTH);
	const most = Math.max(1, ...hexagons.map(({ value }) => value));
	const shapes = hexagons.map(({ corners, value }) => {
		const path = corners.map((corner) => project(corner).map(Math.round).join(' ')).join('L');
		return `<path d="M${path}Z" fill-opacity="${hexagonOpacity(value, most).toFixed(2)}"/>`;
	});
	return `<g fill="${MAP_TOKENS.place[theme]}" stroke="${MAP_TOKENS.casing[theme]}" stroke-width="${1.5 * pixel}">${shapes.join('')}</g>`;
}
