import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, GeoJSONSource, HeatmapLayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { MapSymbol } from '#lib/core/cartography/scene.ts';
import { MAP_TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import { HEAT_RADIUS_KM, heatPeak } from '#lib/core/geo/heat.ts';
import { ADDED_BELOW } from '../order.ts';

const ID = 'heat';
/** MapLibre weighs each point with the height of a normal curve. */
const CURVE = 1 / Math.sqrt(2 * Math.PI);
/** Pixels of the radius at zoom 0 in the middle of the country (29° N): from there it doubles with each zoom, as the country does. */
const RADIUS_AT_0 = (HEAT_RADIUS_KM * 512) / (40_075 * Math.cos((29 * Math.PI) / 180));
/** Nearer, the radius stays as it is: a screen full of one spot says nothing. */
const NEAREST = 8;

/** Density of named places: the strongest colour is the densest spot of the country, at every zoom up to `NEAREST`. */
export function createHeat(map: MapLibreMap) {
	return {
		show(symbols: readonly MapSymbol[], theme: Theme): void {
			const points = symbols.filter(({ kind }) => kind === 'point');
			if (map.getLayer(ID)) map.removeLayer(ID);
			if (points.length === 0) return;
			const data: FeatureCollection = {
				type: 'FeatureCollection',
				features: points.map(({ position, value }) => ({
					type: 'Feature',
					properties: { value },
					geometry: { type: 'Point', coordinates: [...position] }
				}))
			};
			const source = map.getSource<GeoJSONSource>(ID);
			if (source) source.setData(data);
			else map.addSource(ID, { type: 'geojson', data });
			map.addLayer(heatLayer(theme, heatPeak(points)), ADDED_BELOW.heat);
		}
	};
}

const heatLayer = (theme: Theme, peak: number): HeatmapLayerSpecification => ({
	id: ID,
	type: 'heatmap',
	source: ID,
	paint: {
		'heatmap-weight': ['get', 'value'],
		'heatmap-intensity': 1 / (CURVE * Math.max(1, peak)),
		'heatmap-radius': ['interpolate', ['exponential', 2], ['zoom'], 3, RADIUS_AT_0 * 2 ** 3, NEAREST, RADIUS_AT_0 * 2 ** NEAREST],
		'heatmap-color': colors(theme)
	}
});

/** One colour, the denser the more: where there is nothing, the map stays as it is. */
function colors(theme: Theme): ExpressionSpecification {
	const [red, green, blue] = [1, 3, 5].map((at) => parseInt(MAP_TOKENS.place[theme].slice(at, at + 2), 16));
	const stops = [0, 0.03, 0.15, 0.4, 0.7, 1];
	const alphas = [0, 0, 0.35, 0.6, 0.8, 0.95];
	const pairs = stops.flatMap((stop, i) => [stop, `rgba(${red},${green},${blue},${alphas[i]})`]);
	return ['interpolate', ['linear'], ['heatmap-density'], ...pairs] as unknown as ExpressionSpecification;
}
