import type { Geometry } from 'geojson';
import type { GeoJSONSource, LineLayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { MAP_TOKENS, TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import type { LevelGeometry } from '../geometry.ts';
import { ADDED_BELOW } from '../order.ts';
import { byZoom } from './layer.ts';

const SOURCE = 'chosen';

const band = (id: 'chosen-casing' | 'chosen-line', color: string, atCountry: number, atTown: number): LineLayerSpecification => ({
	id,
	type: 'line',
	source: SOURCE,
	layout: { 'line-join': 'round', 'line-cap': 'round' },
	paint: { 'line-color': color, 'line-width': byZoom([4.5, atCountry], [8, atTown]) }
});

/**
 * The outline around the selected territories, in the accent of the house in a light band. Neighbours share one: a line around each of
 * two hundred communes would hide what they are coloured for.
 */
export function createChosen(map: MapLibreMap) {
	map.addSource(SOURCE, { type: 'geojson', data: feature({ type: 'MultiLineString', coordinates: [] }), tolerance: 0 });
	let isEmpty = true;
	return {
		show(codes: ReadonlySet<string>, shapes: LevelGeometry | null): void {
			if (!shapes || (isEmpty && codes.size === 0)) return;
			isEmpty = codes.size === 0;
			map.getSource<GeoJSONSource>(SOURCE)?.setData(feature(shapes.outlines((code) => (codes.has(code) ? SOURCE : null))));
		},
		dress(theme: Theme): void {
			for (const id of ['chosen-line', 'chosen-casing'] as const) if (map.getLayer(id)) map.removeLayer(id);
			map.addLayer(band('chosen-casing', MAP_TOKENS.casing[theme], 5, 8), ADDED_BELOW['chosen-casing']);
			map.addLayer(band('chosen-line', TOKENS.accent[theme], 2.8, 4.6), ADDED_BELOW['chosen-line']);
		}
	};
}

const feature = (geometry: Geometry) => ({ type: 'Feature' as const, properties: {}, geometry });
