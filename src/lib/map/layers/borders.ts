import type { LineLayerSpecification } from 'maplibre-gl';
import { MAP_TOKENS } from '#lib/core/cartography/tokens.ts';
import { byZoom, type LayerOf } from './layer.ts';

/** Which border a line is: between units of the level shown, provinces (under communes), regions, or the national outline. */
export type BorderKind = 'unit' | 'province' | 'region' | 'country';

type Paint = NonNullable<LineLayerSpecification['paint']>;

const border =
	(kind: BorderKind, color: 'core' | 'casing', width: Paint['line-width'], opacity: Paint['line-opacity'] = 1): LayerOf =>
	(theme, id) => ({
		id,
		type: 'line',
		source: 'borders',
		filter: ['==', ['get', 'kind'], kind],
		layout: { 'line-join': 'round', 'line-cap': 'round' },
		paint: { 'line-color': MAP_TOKENS[color][theme], 'line-width': width!, 'line-opacity': opacity! }
	});

/** Faint band under the finest line: two neighbours of one class stay two, also where line and class are both dark. */
export const unitCasing = border('unit', 'casing', byZoom([4, 1.1], [7, 2.2], [10, 3]), byZoom([4, 0.4], [7, 0.6]));
/** Between neighbours of the level shown: the finest line. */
export const unitBorder = border('unit', 'core', byZoom([4, 0.45], [7, 0.8], [10, 1.2]), byZoom([4, 0.55], [7, 0.75]));
/** Between provinces while communes are shown. */
export const provinceBorder = border('province', 'core', byZoom([4, 0.6], [7, 1.3], [10, 2]), 0.85);
/** Light band under the line between regions, so that it stands out from dark classes. */
export const regionCasing = border('region', 'casing', byZoom([4, 2.2], [7, 3.8], [10, 5]), 0.85);
/** Between regions: stronger than any border inside them. */
export const regionBorder = border('region', 'core', byZoom([4, 0.9], [7, 1.6], [10, 2.2]));
/** Light band under the national outline. */
export const countryCasing = border('country', 'casing', byZoom([4, 2.2], [7, 3.6], [10, 5]), 0.9);
/** The national outline: one line, the same all the way round. */
export const countryBorder = border('country', 'core', byZoom([4, 0.9], [7, 1.5], [10, 2.2]));
