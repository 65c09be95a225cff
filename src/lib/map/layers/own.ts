import type { ExpressionFilterSpecification, GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { MAP_TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import { ADDED_BELOW } from '../order.ts';
import type { OwnLayer } from '../props.ts';
import { byZoom } from './layer.ts';

/** Parts of one layer of the reader's, from bottom to top. */
const PARTS = ['own-area', 'own-casing', 'own-line', 'own-point'] as const;
type Part = (typeof PARTS)[number];

const sourceOf = (id: string): string => `own-${id}`;
const layerOf = (part: Part, id: string): string => `${part}-${id}`;
const only = (...types: string[]): ExpressionFilterSpecification => ['in', ['geometry-type'], ['literal', types]];
const LINES = only('LineString', 'MultiLineString', 'Polygon', 'MultiPolygon');

/** What the reader brought along: areas tinted and outlined, lines in a light band, points as marks. */
export function createOwn(map: MapLibreMap) {
	let shown: readonly OwnLayer[] = [];
	let dressed: Theme | null = null;

	function remove({ id }: OwnLayer): void {
		for (const part of PARTS) map.removeLayer(layerOf(part, id));
	}

	return {
		/** Shows these and no others, in their order; `credit` is the line that says whose they are. */
		show(layers: readonly OwnLayer[], theme: Theme, credit: string): void {
			const isSame = dressed === theme && layers.map(looks).join() === shown.map(looks).join();
			if (!isSame) shown.forEach(remove);
			for (const { id } of shown) if (!layers.some((layer) => layer.id === id)) map.removeSource(sourceOf(id));
			for (const { id, data } of layers) {
				const source = map.getSource<GeoJSONSource>(sourceOf(id));
				if (!source) map.addSource(sourceOf(id), { type: 'geojson', data, tolerance: 0, attribution: credit });
				else if (shown.find((layer) => layer.id === id)?.data !== data) source.setData(data);
			}
			if (!isSame) for (const layer of layers) for (const part of PARTS) map.addLayer(layerIn(part, layer, theme), ADDED_BELOW[part]);
			shown = layers;
			dressed = theme;
		}
	};
}

const looks = ({ id, color }: OwnLayer): string => id + color;

function layerIn(part: Part, { id, color }: OwnLayer, theme: Theme): LayerSpecification {
	const common = { id: layerOf(part, id), source: sourceOf(id) };
	const casing = MAP_TOKENS.casing[theme];
	switch (part) {
		case 'own-area':
			return { ...common, type: 'fill', filter: only('Polygon', 'MultiPolygon'), paint: { 'fill-color': color, 'fill-opacity': 0.25 } };
		case 'own-casing':
			return { ...common, type: 'line', filter: LINES, paint: { 'line-color': casing, 'line-width': byZoom([4, 3], [9, 6]) } };
		case 'own-line':
			return { ...common, type: 'line', filter: LINES, paint: { 'line-color': color, 'line-width': byZoom([4, 1.4], [9, 3]) } };
		case 'own-point':
			return {
				...common,
				type: 'circle',
				filter: only('Point', 'MultiPoint'),
				paint: {
					'circle-color': color,
					'circle-radius': byZoom([4, 3.5], [9, 7]),
					'circle-stroke-color': casing,
					'circle-stroke-width': 1.5
				}
			};
	}
}
