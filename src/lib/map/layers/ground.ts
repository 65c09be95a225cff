import { MAP_TOKENS } from '#lib/core/cartography/tokens.ts';
import type { LayerOf } from './layer.ts';

/** The sea is what is under everything. */
export const sea: LayerOf = (theme, id) => ({ id, type: 'background', paint: { 'background-color': MAP_TOKENS.sea[theme] } });

/** Land around Morocco: one colour, no border, no name. */
export const contextLand: LayerOf = (theme, id) => ({
	id,
	type: 'fill',
	source: 'context',
	paint: { 'fill-color': MAP_TOKENS.land[theme], 'fill-antialias': true }
});
