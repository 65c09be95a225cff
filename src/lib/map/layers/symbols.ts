import { HexagonLayer } from '@deck.gl/aggregation-layers';
import type { Layer } from '@deck.gl/core';
import { ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { RAMPS } from '#lib/core/cartography/ramps.ts';
import type { MapSymbol } from '#lib/core/cartography/scene.ts';
import { radiiOf } from '#lib/core/cartography/symbols.ts';
import { MAP_TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import { SYMBOLS_BELOW } from '../order.ts';
import type { PointStyle } from '../props.ts';

/** Width of a hexagon on the ground: about the distance between two souks. */
const HEXAGON_RADIUS_M = 15_000;

/** What deck.gl draws over the areas and under the names. */
export interface SymbolOverlay {
	show(symbols: readonly MapSymbol[], theme: Theme, points: PointStyle): void;
}

/** This file is the only one that loads deck.gl; it is imported when a scene first needs it. */
export function createSymbolOverlay(map: MapLibreMap): SymbolOverlay {
	const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
	map.addControl(overlay);
	return {
		show(symbols, theme, points) {
			const layers: Layer[] = [countLayer(symbols, theme)];
			if (points === 'hexagons') layers.unshift(hexagonLayer(symbols, theme));
			overlay.setProps({ layers });
		}
	};
}

/** Published counts as circles whose area is the count, the smaller ones on top. */
function countLayer(symbols: readonly MapSymbol[], theme: Theme): Layer {
	const radii = radiiOf(symbols);
	const data = symbols
		.map((symbol, i) => ({ position: symbol.position, radius: radii[i]!, kind: symbol.kind }))
		.filter(({ kind }) => kind === 'count')
		.sort((a, b) => b.radius - a.radius);
	return new ScatterplotLayer<(typeof data)[number]>({
		id: 'published-counts',
		data,
		getPosition: ({ position }) => [...position],
		getRadius: ({ radius }) => radius,
		radiusUnits: 'pixels',
		filled: true,
		stroked: true,
		lineWidthUnits: 'pixels',
		getLineWidth: 1.5,
		getFillColor: [...rgb(MAP_TOKENS.symbol[theme]), 190],
		getLineColor: rgb(MAP_TOKENS.casing[theme]),
		beforeId: SYMBOLS_BELOW
	} as ConstructorParameters<typeof ScatterplotLayer<(typeof data)[number]>>[0]);
}

/** Named places counted in hexagons of equal width. */
function hexagonLayer(symbols: readonly MapSymbol[], theme: Theme): Layer {
	const data = symbols.filter(({ kind }) => kind === 'point');
	return new HexagonLayer<MapSymbol>({
		id: 'named-hexagons',
		data,
		radius: HEXAGON_RADIUS_M,
		coverage: 0.94,
		getPosition: ({ position }) => [...position],
		getColorWeight: ({ value }) => value,
		colorAggregation: 'SUM',
		colorScaleType: 'quantize',
		colorRange: RAMPS.cooperatives.slice(1).map((shades) => rgb(shades[theme])),
		gpuAggregation: false,
		opacity: 0.9,
		beforeId: SYMBOLS_BELOW
	} as ConstructorParameters<typeof HexagonLayer<MapSymbol>>[0]);
}

const rgb = (hex: string): [number, number, number] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
