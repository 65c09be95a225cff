/**
 * Every layer of the map from bottom to top: the one place where order is decided.
 * `LAYERS` (style/style.ts) is keyed by this list, so a layer missing here or there does not compile.
 */
export const LAYER_ORDER = [
	'sea',
	'context-land',
	'territory-fill',
	'pattern-hatch',
	'pattern-dense-hatch',
	'pattern-dots',
	'pattern-cross-hatch',
	'unit-casing',
	'unit-border',
	'province-border',
	'region-casing',
	'region-border',
	'country-casing',
	'country-border',
	'zone-casing',
	'zone-line',
	'hovered-casing',
	'hovered-line',
	'selected-casing',
	'selected-line',
	'point-circle',
	'town-dot',
	'town-label',
	'territory-label',
	'zone-label'
] as const;
export type LayerId = (typeof LAYER_ORDER)[number];

/** The layer that answers a pointer. */
export const AREA_LAYER: LayerId = 'territory-fill';
/** deck.gl draws its symbols under this layer, so that no circle hides a named place, and names stay readable. */
export const SYMBOLS_BELOW: LayerId = 'point-circle';
