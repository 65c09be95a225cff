import type { ExpressionSpecification } from 'maplibre-gl';
import { MAP_TOKENS } from '#lib/core/cartography/tokens.ts';
import { byZoom, type LayerOf } from './layer.ts';

/** States of a feature that the pointer and the list set. */
export type Mark = 'hovered' | 'selected';

const outline =
	(mark: Mark, color: 'core' | 'casing', atCountry: number, atTown: number): LayerOf =>
	(theme, id) => ({
		id,
		type: 'line',
		source: 'territories',
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': MAP_TOKENS[color][theme],
			'line-width': byZoom([4.5, atCountry], [8, atTown]),
			'line-opacity': ['case', ['boolean', ['feature-state', mark], false], 1, 0] as ExpressionSpecification
		}
	});

/** Hover is a light outline, selection a strong one; each is a dark line in a light band, seen on every class. */
export const hoveredCasing = outline('hovered', 'casing', 3, 4.4);
/** The line of the hovered territory. */
export const hoveredLine = outline('hovered', 'core', 1.3, 2);
/** The band of the selected territory. */
export const selectedCasing = outline('selected', 'casing', 4.6, 8);
/** The line of the selected territory. */
export const selectedLine = outline('selected', 'core', 2.2, 4);
