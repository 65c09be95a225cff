import { MAP_TOKENS, TOKENS } from '#lib/core/cartography/tokens.ts';
import { halo, TEXT } from './labels.ts';
import { byZoom, type LayerOf } from './layer.ts';

/** Light band under the outline of a zone, so that it stands out from dark classes. */
export const zoneCasing: LayerOf = (theme, id) => ({
	id,
	type: 'line',
	source: 'zones',
	filter: ['!=', ['geometry-type'], 'Point'],
	layout: { 'line-join': 'round' },
	paint: { 'line-color': MAP_TOKENS.casing[theme], 'line-width': byZoom([3, 2.2], [4, 4], [7, 6.5], [10, 8]), 'line-opacity': 0.9 }
});

/** The outline of a promising zone: the accent of the house, dashed, so that nobody takes it for a border. */
export const zoneLine: LayerOf = (theme, id) => ({
	id,
	type: 'line',
	source: 'zones',
	filter: ['!=', ['geometry-type'], 'Point'],
	layout: { 'line-join': 'round' },
	paint: { 'line-color': TOKENS.accent[theme], 'line-width': byZoom([3, 1.1], [4, 1.8], [7, 2.8], [10, 3.6]), 'line-dasharray': [3, 1.2] }
});

/** The name of a zone beside the name of its best member; it gives way when there is no place for it. */
export const zoneLabel: LayerOf = (theme, id) => ({
	id,
	type: 'symbol',
	source: 'zones',
	filter: ['==', ['geometry-type'], 'Point'],
	layout: {
		...TEXT,
		'text-size': byZoom([4, 11], [6, 12.5], [9, 15]),
		'text-max-width': 9,
		'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
		'text-radial-offset': 0.9,
		'text-justify': 'auto',
		'symbol-sort-key': ['get', 'order']
	},
	paint: { ...halo(theme), 'text-color': TOKENS.accent[theme], 'text-halo-width': 1.8 }
});
