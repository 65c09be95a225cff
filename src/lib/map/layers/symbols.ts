import type { Layer } from '@deck.gl/core';
import { PolygonLayer, ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { HEXAGON_WIDTH, hexagonOpacity, hexagonsOf } from '#lib/core/cartography/hexagons.ts';
import type { MapSymbol } from '#lib/core/cartography/scene.ts';
import { radiiOf, RING_CASING, RING_WIDTH } from '#lib/core/cartography/symbols.ts';
import { MAP_TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import { SYMBOLS_BELOW } from '../order.ts';
import type { MapProps } from '../props.ts';

/** What deck.gl draws over the areas and under the names. */
export interface SymbolOverlay {
	show(symbols: readonly MapSymbol[], theme: Theme, points: NonNullable<MapProps['points']>, scale: number): void;
}

/** This file alone loads deck.gl; it is imported when a scene first needs it. */
export function createSymbolOverlay(map: MapLibreMap): SymbolOverlay {
	const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
	map.addControl(overlay);
	let layers: Layer[] = [];
	const place = () => {
		overlay.setProps({ layers });
		map.triggerRepaint();
	};
	return {
		show(symbols, theme, points, scale) {
			layers = [...(points === 'hexagons' ? [hexagonLayer(symbols, theme)] : []), ...countLayers(symbols, theme, scale)];
			// While sources are loading the overlay finds no place among the layers, and would draw over the names.
			if (map.isStyleLoaded()) place();
			else map.once('idle', place);
		}
	};
}

// The map has no depth: a symbol that wrote any would hide the names drawn after it.
const FLAT = { beforeId: SYMBOLS_BELOW, parameters: { depthWriteEnabled: false, depthCompare: 'always' } } as const;

/** A circle in pixels. */
interface Circle extends Pick<MapSymbol, 'position' | 'kind'> {
	readonly hollow: boolean;
	readonly radius: number;
}

/** Published counts as circles whose area is the count, the smaller ones on top; an old figure is a ring. */
function countLayers(symbols: readonly MapSymbol[], theme: Theme, scale: number): Layer[] {
	const radii = radiiOf(symbols, scale);
	const data: Circle[] = symbols
		.map(({ position, kind, hollow = false }, i) => ({ position, kind, hollow, radius: radii[i]! }))
		.filter(({ kind }) => kind === 'count')
		.sort((a, b) => b.radius - a.radius);
	const [fill, casing] = [rgb(MAP_TOKENS.symbol[theme]), rgb(MAP_TOKENS.casing[theme])];
	const circles = {
		...FLAT,
		radiusUnits: 'pixels',
		lineWidthUnits: 'pixels',
		getPosition: ({ position }: Circle): [number, number] => [...position]
	} as const;
	return [
		new ScatterplotLayer<Circle>({
			id: 'old-counts-casing',
			...circles,
			data: data.filter(({ hollow }) => hollow),
			getRadius: ({ radius }) => radius + RING_WIDTH / 2 + RING_CASING,
			getFillColor: casing
		}),
		new ScatterplotLayer<Circle>({
			id: 'published-counts',
			...circles,
			data,
			getRadius: ({ radius }) => radius,
			stroked: true,
			getFillColor: ({ hollow }) => (hollow ? casing : [...fill, 215]),
			getLineColor: ({ hollow }) => (hollow ? fill : casing),
			getLineWidth: ({ hollow }) => (hollow ? RING_WIDTH : 1.5),
			updateTriggers: { getFillColor: theme, getLineColor: theme }
		})
	];
}

/** Named places counted in hexagons: the more, the denser the colour. */
function hexagonLayer(symbols: readonly MapSymbol[], theme: Theme): Layer {
	const data = hexagonsOf(symbols, HEXAGON_WIDTH);
	const most = Math.max(1, ...data.map(({ value }) => value));
	return new PolygonLayer<(typeof data)[number]>({
		id: 'named-hexagons',
		...FLAT,
		stroked: true,
		lineWidthUnits: 'pixels',
		getLineWidth: 1.5,
		getLineColor: rgb(MAP_TOKENS.casing[theme]),
		updateTriggers: { getFillColor: theme },
		data,
		getPolygon: ({ corners }) => corners.map(([lng, lat]): [number, number] => [lng, lat]),
		getFillColor: ({ value }) => [...rgb(MAP_TOKENS.place[theme]), Math.round(255 * hexagonOpacity(value, most))]
	});
}

const rgb = (hex: string): [number, number, number] =>
	[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
