import type { SymbolLayerSpecification } from 'maplibre-gl';
import { MAP_TOKENS } from '#lib/core/cartography/tokens.ts';
import { FONT } from '../style/fonts.ts';
import { byZoom, type LayerOf } from './layer.ts';

/** The band around every name. */
export const halo = (theme: 'light' | 'dark') => ({
	'text-halo-color': MAP_TOKENS.halo[theme],
	'text-halo-width': 1.4,
	'text-halo-blur': 0.3
});

/** How every name is set. */
export const TEXT: SymbolLayerSpecification['layout'] = {
	'text-font': [FONT],
	'text-field': ['get', 'name'],
	'text-max-width': 8,
	'text-line-height': 1.25
};

/** Names of the territories of the level shown; the larger area wins when two do not fit. */
export const territoryLabel: LayerOf = (theme, id) => ({
	id,
	type: 'symbol',
	source: 'labels',
	layout: {
		...TEXT,
		'text-size': byZoom([4, 10.5], [6, 12.5], [9, 15]),
		'symbol-sort-key': ['get', 'order'],
		'text-padding': 3
	},
	paint: { 'text-color': MAP_TOKENS.label[theme], ...halo(theme) }
});

/** Towns: seats of regions first, seats of provinces, then large towns as one comes nearer. */
const visibleTowns: SymbolLayerSpecification['filter'] = [
	'step',
	['zoom'],
	false,
	6,
	['==', ['get', 'rank'], 1],
	6.8,
	['<=', ['get', 'rank'], 2],
	8,
	true
];

/** A dot where a town is. */
export const townDot: LayerOf = (theme, id) => ({
	id,
	type: 'circle',
	source: 'towns',
	minzoom: 6,
	filter: visibleTowns,
	paint: {
		'circle-radius': byZoom([6, 2.2], [9, 3.2]),
		'circle-color': MAP_TOKENS.halo[theme],
		'circle-stroke-color': MAP_TOKENS.label[theme],
		'circle-stroke-width': 1.2
	}
});

/** The name of a town, beside its dot on whichever side is free. */
export const townLabel: LayerOf = (theme, id) => ({
	id,
	type: 'symbol',
	source: 'towns',
	minzoom: 6,
	filter: visibleTowns,
	layout: {
		...TEXT,
		'text-size': byZoom([6, 10], [9, 12.5]),
		'symbol-sort-key': ['get', 'rank'],
		'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
		'text-radial-offset': 0.5,
		'text-justify': 'auto'
	},
	paint: { 'text-color': MAP_TOKENS.townLabel[theme], ...halo(theme) }
});
