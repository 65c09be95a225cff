import type { LngLatBoundsLike, Map as MapLibreMap } from 'maplibre-gl';
import type { Bounds } from './geometry.ts';
import type { Box, Camera, Padding } from './props.ts';

/** The whole country, down to Lagouira, as south-west and north-east. */
export const COUNTRY: Bounds = [-17.15, 20.72, -0.95, 35.98];
/** How far one may pan: inside the land around (`context.topo.json`), so that its cut edges never show. */
export const WORLD: LngLatBoundsLike = [-44, 5, 25, 51];
export const ZOOM = { min: 3, max: 12 } as const;
/** Above this zoom provinces are drawn with more detail. */
export const DETAIL_ZOOM = 6.5;
/** Towns are fetched from this zoom on, a little before the first of them is named (`layers/labels.ts`). */
export const TOWN_ZOOM = 5.6;
const MARGIN = 24;
/** Marks the events of a movement that copies another map: to the map it is the reader's. */
export const FOLLOWING = 'isFollowing';

/** Time a movement takes in ms; none for readers who asked for less motion. */
export const moveTime = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 500);

/** Padding of a camera call: what panels cover, plus a margin, but never more than leaves a third of the map. */
export function cameraPadding({ clientWidth: width, clientHeight: height }: HTMLElement, padding: Padding): Padding {
	const [left, right] = squeeze(padding.left + MARGIN, padding.right + MARGIN, (width * 2) / 3);
	const [top, bottom] = squeeze(padding.top + MARGIN, padding.bottom + MARGIN, (height * 2) / 3);
	return { top, bottom, left, right };
}

/** Marks the events of a movement that the reader asked a tool for, as MapLibre marks those of the pointer. */
export const ASKED = { originalEvent: {} };

/** Shows all of `bounds` in what panels leave free; `mark` goes along with the events of the movement. */
export function fit(
	map: MapLibreMap,
	bounds: Bounds,
	padding: Padding,
	options: { duration: number; maxZoom?: number },
	mark: object = {}
): void {
	const free = cameraPadding(map.getContainer(), padding);
	map.fitBounds([...bounds] as [number, number, number, number], { padding: free, linear: true, ...options }, mark);
}

/** Moves only when part of `bounds` is under panels or under the legend; closer in only when it would be a speck. */
export function ensureVisible(map: MapLibreMap, bounds: Bounds, padding: Padding, legend: Box | null): void {
	const free = cameraPadding(map.getContainer(), padding);
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	const frame = map.getContainer().getBoundingClientRect();
	const a = map.project([bounds[0], bounds[3]]);
	const b = map.project([bounds[2], bounds[1]]);
	const inside = a.x >= free.left && b.x <= width - free.right && a.y >= free.top && b.y <= height - free.bottom;
	const visible = Math.max(b.x - a.x, b.y - a.y) >= 28;
	const covered =
		legend !== null && overlap(legend, { left: a.x + frame.left, right: b.x + frame.left, top: a.y + frame.top, bottom: b.y + frame.top });
	if (inside && visible && !covered) return;
	fit(map, bounds, legend ? besideLegend(padding, legend, frame) : padding, { duration: moveTime(), maxZoom: Math.max(map.getZoom(), 7) });
}

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The padding that leaves out the whole column of the legend, on the side of the map where it stands. */
function besideLegend(padding: Padding, { left, right }: Box, frame: Box): Padding {
	if (left + right > frame.left + frame.right) return { ...padding, right: Math.max(padding.right, frame.right - left) };
	return { ...padding, left: Math.max(padding.left, right - frame.left) };
}

/** Where the map looks now, rounded to what a link needs. */
export function cameraOf(map: MapLibreMap): Camera {
	const { lng, lat } = map.getCenter();
	return { lng: round(lng, 4), lat: round(lat, 4), zoom: round(map.getZoom(), 2) };
}

const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

function squeeze(start: number, end: number, limit: number): [number, number] {
	const scale = Math.min(1, limit / Math.max(1, start + end));
	return [start * scale, end * scale];
}
