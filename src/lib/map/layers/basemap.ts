import type { Map as MapLibreMap } from 'maplibre-gl';
import { ADDED_BELOW, type LayerId } from '../order.ts';
import type { Basemap } from '../props.ts';

const PLAIN = ['sea', 'context-land'] as const satisfies readonly LayerId[];

/** The basemap of the installation, under our areas and in place of our sea and land; it brings no border and no name of a country. */
export function createBasemap(map: MapLibreMap) {
	let shown: Basemap | null = null;
	return {
		show(basemap: Basemap | null): void {
			if (shown) {
				for (const { id } of shown.layers) map.removeLayer(id);
				for (const id of Object.keys(shown.sources)) map.removeSource(id);
			}
			if (basemap) {
				for (const [id, source] of Object.entries(basemap.sources)) map.addSource(id, source);
				for (const layer of basemap.layers) map.addLayer(layer, ADDED_BELOW.basemap);
			}
			for (const id of PLAIN) map.setLayoutProperty(id, 'visibility', basemap ? 'none' : 'visible');
			shown = basemap;
		}
	};
}
