import { TerraDrawCircleMode, TerraDrawLineStringMode, TerraDrawPolygonMode, TerraDrawRectangleMode, type HexColor } from 'terra-draw';
import { MAP_TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import type { MeasureKind, ShapeKind } from '../instrument.ts';
import { ORDERS } from './pen.ts';

/** The mode of Terra Draw that draws each kind. */
export const MODE_OF = {
	box: 'rectangle',
	polygon: 'polygon',
	radius: 'circle',
	distance: 'linestring',
	area: 'polygon'
} as const satisfies Record<ShapeKind | MeasureKind, string>;

/** A finger hits a corner within so many pixels; more, and two close corners would end a shape. */
const NEAR = 12;

/** Lines and corners in the ink of the map: its own colour could be one of the data. */
function stylesOf(theme: Theme) {
	const [ink, casing] = [MAP_TOKENS.core[theme] as HexColor, MAP_TOKENS.casing[theme] as HexColor];
	const point = (name: string, width: number) => ({
		[`${name}Color`]: casing,
		[`${name}Width`]: width,
		[`${name}OutlineColor`]: ink,
		[`${name}OutlineWidth`]: 2
	});
	const area = { fillColor: ink, fillOpacity: 0.14, outlineColor: ink, outlineWidth: 2.5 };
	const corners = { ...point('coordinatePoint', 4), ...point('closingPoint', 5) };
	return {
		rectangle: area,
		circle: area,
		polygon: { ...area, ...corners },
		linestring: { lineStringColor: ink, lineStringWidth: 3, ...corners }
	};
}

/** The modes of one appearance. Circles are circles on the ground, which a Mercator map shows larger to the north. */
export function modesOf(theme: Theme) {
	const keyEvents = ORDERS;
	const styles = stylesOf(theme);
	const drawInteraction = 'click-move-or-drag';
	return [
		new TerraDrawRectangleMode({ keyEvents, drawInteraction, styles: styles.rectangle }),
		new TerraDrawCircleMode({ keyEvents, drawInteraction, projection: 'globe', segments: 128, styles: styles.circle }),
		new TerraDrawPolygonMode({ keyEvents, pointerDistance: NEAR, showCoordinatePoints: true, styles: styles.polygon }),
		new TerraDrawLineStringMode({ keyEvents, pointerDistance: NEAR, showCoordinatePoints: true, styles: styles.linestring })
	];
}

/** New colours for the modes, by their names. */
export const dressesOf = (theme: Theme): readonly (readonly [string, object])[] => Object.entries(stylesOf(theme));
