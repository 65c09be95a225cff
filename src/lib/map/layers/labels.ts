import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl';
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

/** From these zooms on towns are shown: seats of regions first, seats of provinces, then large towns as one comes nearer. */
const NEARER = [6, 6.8, 8];

/** A filter that changes as towns appear; `at` takes the rank of the last towns shown. */
const byTowns = (far: boolean, at: (rank: number) => ExpressionSpecification): FilterSpecification =>
	['step', ['zoom'], far, ...NEARER.flatMap((zoom, i) => [zoom, at(i + 1)])] as FilterSpecification;

/** Names of the territories of the level shown; the larger area wins when two do not fit. A town of the same name takes it over. */
export const territoryLabel: LayerOf = (theme, id) => ({
	id,
	type: 'symbol',
	source: 'labels',
	filter: byTowns(true, (rank) => ['>', ['coalesce', ['get', 'town'], 9], rank]),
	layout: {
		...TEXT,
		'text-size': byZoom([4, 10.5], [6, 12.5], [9, 15]),
		'symbol-sort-key': ['get', 'order'],
		'text-padding': 3
	},
	paint: { 'text-color': MAP_TOKENS.label[theme], ...halo(theme) }
});

const visibleTowns = byTowns(false, (rank) => ['<=', ['get', 'rank'], rank]);

/** A dot where a town is. */
export const townDot: LayerOf = (theme, id) => ({
	id,
	type: 'circle',
	source: 'towns',
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
	filter: visibleTowns,
	layout: {
		...TEXT,
		'text-size': byZoom([6, 10.5], [9, 14]),
		'symbol-sort-key': ['get', 'rank'],
		'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
		'text-radial-offset': 0.5,
		'text-justify': 'auto'
	},
	// The seat of a province names both, and is as strong as the name it stands for.
	paint: {
		'text-color': ['case', ['<=', ['get', 'rank'], 2], MAP_TOKENS.label[theme], MAP_TOKENS.townLabel[theme]],
		...halo(theme)
	}
});
