import { mercatorAt } from '#lib/core/cartography/projection.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import { boundsAround } from '#lib/server/near/picture.ts';
import { COUNTRY_BOUNDS, NEAR_FRAME, type NearPicture } from '#lib/server/report/near-svg.ts';
import { PICTURE_SIZE } from '#lib/view/near.ts';

/** Half a side of the picture on which a point is chosen more precisely, km. */
const CLOSE_KM = 60;
/** Decimals of a clicked position: finer than a pixel. */
const DECIMALS = 3;

/** What the picture shows on which a point is chosen: the country, or more precisely what lies around a first point. */
export function choiceBounds(search: URLSearchParams): NearPicture['bounds'] {
	const around = /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(search.get('around') ?? '');
	return around ? boundsAround([Number(around[1]), Number(around[2])], CLOSE_KM) : COUNTRY_BOUNDS;
}

/** The place somebody clicked on the picture, as a form without scripts tells it; null when nobody did. */
export function clickedPosition(search: URLSearchParams): Position | null {
	const [x, y] = [search.get('at.x') ?? '', search.get('at.y') ?? ''];
	if (!/^\d{1,4}$/.test(x) || !/^\d{1,4}$/.test(y)) return null;
	const scale = NEAR_FRAME.width / PICTURE_SIZE;
	const [lon, lat] = mercatorAt(choiceBounds(search), NEAR_FRAME)([Number(x) * scale, Number(y) * scale]);
	return [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
}
