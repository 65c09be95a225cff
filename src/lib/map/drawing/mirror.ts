import type { Feature } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { MAP_TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';

const ID = 'mirror';
const LAYERS = ['area', 'line', 'corner'] as const;

/** What is drawn on another map, seen here too; nothing can be done to it. */
export class Mirror {
	readonly #map: MapLibreMap;

	constructor(map: MapLibreMap, theme: Theme) {
		this.#map = map;
		map.addSource(ID, { type: 'geojson', data: collectionOf([]), tolerance: 0 });
		this.dress(theme);
	}

	show(features: readonly Feature[]): void {
		this.#map.getSource<GeoJSONSource>(ID)?.setData(collectionOf(features));
	}

	dress(theme: Theme): void {
		this.#removeLayers();
		const ink = MAP_TOKENS.core[theme];
		const layers: LayerSpecification[] = [
			{ id: `${ID}-area`, source: ID, type: 'fill', filter: isPolygon, paint: { 'fill-color': ink, 'fill-opacity': 0.14 } },
			{ id: `${ID}-line`, source: ID, type: 'line', paint: { 'line-color': ink, 'line-width': 2.5 } },
			{
				id: `${ID}-corner`,
				source: ID,
				type: 'circle',
				filter: isPoint,
				paint: { 'circle-color': MAP_TOKENS.casing[theme], 'circle-radius': 4, 'circle-stroke-color': ink, 'circle-stroke-width': 2 }
			}
		];
		for (const layer of layers) this.#map.addLayer(layer);
	}

	close(): void {
		this.#removeLayers();
		this.#map.removeSource(ID);
	}

	#removeLayers(): void {
		for (const layer of LAYERS) if (this.#map.getLayer(`${ID}-${layer}`)) this.#map.removeLayer(`${ID}-${layer}`);
	}
}

type OfType = ['==', ['geometry-type'], string];
const isPolygon: OfType = ['==', ['geometry-type'], 'Polygon'];
const isPoint: OfType = ['==', ['geometry-type'], 'Point'];
const collectionOf = (features: readonly Feature[]) => ({ type: 'FeatureCollection' as const, features: [...features] });
