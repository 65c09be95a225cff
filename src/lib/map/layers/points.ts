import { MAP_TOKENS } from '#lib/core/cartography/tokens.ts';
import type { LayerOf } from './layer.ts';

/** Few named places: MapLibre's own circles, no further code needed. `radius` is in pixels. */
export const pointCircle: LayerOf = (theme, id) => ({
	id,
	type: 'circle',
	source: 'points',
	layout: { 'circle-sort-key': ['-', 0, ['get', 'radius']] },
	paint: {
		'circle-radius': ['get', 'radius'],
		'circle-color': MAP_TOKENS.place[theme],
		'circle-opacity': 0.92,
		'circle-stroke-color': MAP_TOKENS.casing[theme],
		'circle-stroke-width': 1.5
	}
});
