import { MAP_TOKENS, type Shades, type Theme } from '../tokens.ts';
import type { Expression, StyleLayer } from './style-json.ts';

/** Colours of what lies under the map: quiet, so that nothing of it looks like a class of the legend. */
export const QUIET_GROUND = {
	wood: { light: '#e3e5d6', dark: '#1d2923' },
	sand: { light: '#f2ead8', dark: '#22271f' },
	built: { light: '#e4dfd2', dark: '#232e29' },
	road: { light: '#cfc8b8', dark: '#33403a' }
} as const satisfies Readonly<Record<string, Shades>>;

const classIs = (...classes: readonly string[]): Expression => ['in', ['get', 'class'], ['literal', classes]];
const wider = (low: number, high: number): Expression => ['interpolate', ['exponential', 1.4], ['zoom'], 6, low, 16, high];

/** Layers over tiles of the OpenMapTiles schema: land, water, roads and towns. `source` is the id of their source. */
export function openMapTilesLayers(source: string, theme: Theme): readonly StyleLayer[] {
	const fill = (id: string, data: string, color: string, filter?: Expression): StyleLayer => ({
		id,
		type: 'fill',
		source,
		'source-layer': data,
		...(filter === undefined ? {} : { filter }),
		paint: { 'fill-color': color }
	});
	const line = (id: string, data: string, color: string, width: Expression, filter?: Expression): StyleLayer => ({
		id,
		type: 'line',
		source,
		'source-layer': data,
		...(filter === undefined ? {} : { filter }),
		layout: { 'line-cap': 'round', 'line-join': 'round' },
		paint: { 'line-color': color, 'line-width': width }
	});
	const label = (id: string, data: string, size: number, filter?: Expression): StyleLayer => ({
		id,
		type: 'symbol',
		source,
		'source-layer': data,
		...(filter === undefined ? {} : { filter }),
		layout: { 'text-field': ['get', 'name'], 'text-size': size, 'text-max-width': 8 },
		paint: { 'text-color': MAP_TOKENS.townLabel[theme], 'text-halo-color': MAP_TOKENS.halo[theme], 'text-halo-width': 1.2 }
	});
	const { wood, sand, built, road } = QUIET_GROUND;
	return [
		{ id: 'land', type: 'background', paint: { 'background-color': MAP_TOKENS.land[theme] } },
		fill('wood', 'landcover', wood[theme], classIs('wood', 'grass', 'farmland')),
		fill('sand', 'landcover', sand[theme], classIs('sand', 'rock')),
		fill('built', 'landuse', built[theme], classIs('residential', 'commercial', 'industrial')),
		fill('sea', 'water', MAP_TOKENS.sea[theme]),
		line('river', 'waterway', MAP_TOKENS.sea[theme], wider(0.6, 4)),
		line('track', 'transportation', road[theme], wider(0.2, 4), classIs('minor', 'service', 'track')),
		line('road', 'transportation', road[theme], wider(0.6, 9), classIs('secondary', 'tertiary')),
		line('main-road', 'transportation', road[theme], wider(1, 14), classIs('motorway', 'trunk', 'primary')),
		label('water-name', 'water_name', 12),
		label('village', 'place', 11, classIs('village', 'hamlet', 'suburb', 'neighbourhood')),
		label('town', 'place', 12, classIs('city', 'town'))
	];
}
