import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import type { LayerId } from '../order.ts';

/** A layer as a function of the appearance; its id is given by the list of order. */
export type LayerOf = (theme: Theme, id: LayerId) => LayerSpecification;

/** A width that grows with zoom, in pixels. */
export const byZoom = (...stops: readonly (readonly [zoom: number, value: number])[]): ExpressionSpecification => [
	'interpolate',
	['linear'],
	['zoom'],
	...(stops.flat() as [number, number])
];
