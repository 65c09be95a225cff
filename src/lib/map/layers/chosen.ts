import type { ExpressionSpecification, LineLayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { MAP_TOKENS, TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import { ADDED_BELOW } from '../order.ts';
import type { SourceId } from '../sources.ts';
import { byZoom } from './layer.ts';

const SOURCE: SourceId = 'territories';
const STATE = 'chosen';

/** Inside the border, so that two selected neighbours show two outlines and the identified one keeps its own. */
const band = (id: 'chosen-casing' | 'chosen-line', color: string, atCountry: number, atTown: number): LineLayerSpecification => ({
	id,
	type: 'line',
	source: SOURCE,
	layout: { 'line-join': 'round' },
	paint: {
		'line-color': color,
		'line-width': byZoom([4.5, atCountry], [8, atTown]),
		'line-offset': byZoom([4.5, atCountry / 2], [8, atTown / 2]),
		'line-opacity': ['case', ['boolean', ['feature-state', STATE], false], 1, 0] as ExpressionSpecification
	}
});

/** Outlines of the selected territories: the accent of the house in a light band, inside their borders. */
export function createChosen(map: MapLibreMap) {
	let shown: ReadonlySet<string> = new Set();
	const set = (code: string, isChosen: boolean) => map.setFeatureState({ source: SOURCE, id: code }, { [STATE]: isChosen });
	return {
		show(codes: ReadonlySet<string>): void {
			for (const code of shown) if (!codes.has(code)) set(code, false);
			for (const code of codes) if (!shown.has(code)) set(code, true);
			shown = new Set(codes);
		},
		dress(theme: Theme): void {
			for (const id of ['chosen-line', 'chosen-casing'] as const) if (map.getLayer(id)) map.removeLayer(id);
			map.addLayer(band('chosen-casing', MAP_TOKENS.casing[theme], 2.8, 7), ADDED_BELOW['chosen-casing']);
			map.addLayer(band('chosen-line', TOKENS.accent[theme], 1.8, 4.4), ADDED_BELOW['chosen-line']);
		},
		/** States were taken from the map (another level came in). */
		forgetStates(): void {
			shown = new Set();
		}
	};
}
