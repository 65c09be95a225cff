import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import * as borders from '../layers/borders.ts';
import * as ground from '../layers/ground.ts';
import * as highlight from '../layers/highlight.ts';
import * as labels from '../layers/labels.ts';
import type { LayerOf } from '../layers/layer.ts';
import { pointCircle } from '../layers/points.ts';
import { patternFill, territoryFill } from '../layers/territories.ts';
import * as zones from '../layers/zones.ts';
import { LAYER_ORDER, type LayerId } from '../order.ts';
import { CODE, SOURCES } from '../sources.ts';
import { FONT_FACES } from './fonts.ts';

const LAYERS: Readonly<Record<LayerId, LayerOf>> = {
	sea: ground.sea,
	'context-land': ground.contextLand,
	'territory-fill': territoryFill,
	'pattern-hatch': patternFill('hatch'),
	'pattern-dense-hatch': patternFill('dense-hatch'),
	'pattern-dots': patternFill('dots'),
	'pattern-cross-hatch': patternFill('cross-hatch'),
	'unit-casing': borders.unitCasing,
	'unit-border': borders.unitBorder,
	'province-border': borders.provinceBorder,
	'region-casing': borders.regionCasing,
	'region-border': borders.regionBorder,
	'country-casing': borders.countryCasing,
	'country-border': borders.countryBorder,
	'zone-casing': zones.zoneCasing,
	'zone-line': zones.zoneLine,
	'hovered-casing': highlight.hoveredCasing,
	'hovered-line': highlight.hoveredLine,
	'selected-casing': highlight.selectedCasing,
	'selected-line': highlight.selectedLine,
	'point-circle': pointCircle,
	'town-dot': labels.townDot,
	'town-label': labels.townLabel,
	'territory-label': labels.territoryLabel,
	'zone-label': zones.zoneLabel
};

/** The layers of one appearance from bottom to top. */
export const layersOf = (theme: Theme): LayerSpecification[] => LAYER_ORDER.map((id) => LAYERS[id](theme, id));

/** The whole style, with empty sources: no tiles, no sprite, no glyph server, no address outside this site. */
export function styleOf(theme: Theme): StyleSpecification {
	const data = { type: 'FeatureCollection' as const, features: [] };
	// tolerance 0: the geometry is already simplified, and simplifying polygon by polygon would open gaps between neighbours.
	const source = { type: 'geojson' as const, data, promoteId: CODE, tolerance: 0 };
	return {
		version: 8,
		'font-faces': FONT_FACES,
		sources: Object.fromEntries(SOURCES.map((id) => [id, source])),
		layers: layersOf(theme)
	};
}
