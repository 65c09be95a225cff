import { mercatorAt } from '#lib/core/cartography/projection.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import { COUNTRY_BOUNDS, NEAR_FRAME } from '#lib/server/report/near-svg.ts';
import { PICTURE_SIZE } from '#lib/view/near.ts';

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Half a side of the picture on which a point is chosen more precisely, km. */
const CLOSE_KM = 60;
/** Half a side of the picture of the surroundings, in radii: the dotted circle of twice the radius fits. */
const ROOM = 2.1;
const KM_PER_DEGREE = 111.195;

/** A square of `halfKm` around a place, degrees. */
export function boundsAround([lon, lat]: Position, halfKm: number): Bounds {
	const high = halfKm / KM_PER_DEGREE;
	const wide = high / Math.cos((lat * Math.PI) / 180);
	return [lon - wide, lat - high, lon + wide, lat + high];
}

/** What the picture of the surroundings shows. */
export const surroundingBounds = (position: Position, radiusKm: number): Bounds => boundsAround(position, ROOM * radiusKm);

/** What the picture shows on which a point is chosen: the country, or more precisely what lies around a first point. */
export function choiceBounds(search: URLSearchParams): Bounds {
	const around = /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(search.get('around') ?? '');
	return around ? boundsAround([Number(around[1]), Number(around[2])], CLOSE_KM) : COUNTRY_BOUNDS;
}

/** Decimals of a clicked position: finer than a pixel. */
const DECIMALS = 3;

/** The place somebody clicked on the picture, as a form without scripts tells it; null when nobody did. */
export function clickedPosition(search: URLSearchParams): Position | null {
	const [x, y] = [search.get('at.x') ?? '', search.get('at.y') ?? ''];
	if (!/^\d{1,4}$/.test(x) || !/^\d{1,4}$/.test(y)) return null;
	const scale = NEAR_FRAME.width / PICTURE_SIZE;
	const [lon, lat] = mercatorAt(choiceBounds(search), NEAR_FRAME)([Number(x) * scale, Number(y) * scale]);
	return [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
}
