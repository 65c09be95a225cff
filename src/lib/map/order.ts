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

/** Layers that come when they are first asked for, from bottom to top, and what each lies under. Drawings lie over everything. */
export const ADDED_BELOW = {
	basemap: 'territory-fill',
	'own-area': 'zone-casing',
	'own-casing': 'zone-casing',
	'own-line': 'zone-casing',
	'chosen-casing': 'hovered-casing',
	'chosen-line': 'hovered-casing',
	heat: 'point-circle',
	'own-point': 'town-dot'
} as const satisfies Readonly<Record<string, LayerId>>;
export type AddedId = keyof typeof ADDED_BELOW;

/** The layer that answers a pointer. */
export const AREA_LAYER: LayerId = 'territory-fill';
/** deck.gl draws its symbols under this layer, so that no circle hides a named place, and names stay readable. */
export const SYMBOLS_BELOW: LayerId = 'point-circle';
