import { mercatorFit, northing, type Frame, type Projection } from '#lib/core/cartography/projection.ts';
import type { Bounds } from '#lib/core/geo/bounds.ts';
import { distanceKm } from '#lib/core/geo/distance.ts';
import type { Box } from '../map-svg-paths.ts';

/** Units of the drawing per millimetre of paper: finer than any printer, so that whole units are enough. */
export const UNITS = 20;
/** West, south, east, north of the whole country. */
export const COUNTRY: Bounds = [-17.15, 20.72, -0.95, 35.98];
/** Space around what is shown, in millimetres. */
const MARGIN = 3;
/** A CSS pixel of symbols and hatches in millimetres on an A4 page: as the live map at 800 pixels across. */
const PIXEL_MM = 0.19;

/** A CSS pixel in millimetres on a page of that scale, for map and legend alike. */
export const pixelMm = (scale: number): number => PIXEL_MM * scale;

/** How a map lies in its frame: sizes in units of the drawing. */
export interface Layout {
	readonly frame: Frame;
	readonly project: Projection;
	/** A CSS pixel. */
	readonly pixel: number;
	/** Letters and lines are so many times as large as on an A4 page. */
	readonly scale: number;
	/** The whole frame. */
	readonly sight: Box;
}

/** How a map of `within` lies in a frame of that size in millimetres. */
export function layoutOf(within: Bounds | null, width: number, height: number, scale: number): Layout {
	const frame = { width: Math.round(width * UNITS), height: Math.round(height * UNITS), margin: MARGIN * UNITS };
	const project = mercatorFit(within ?? COUNTRY, frame);
	return { frame, project, pixel: pixelMm(scale) * UNITS, scale, sight: [0, 0, frame.width, frame.height] };
}

/** Kilometres of a millimetre of paper in the middle of a map, where Mercator is true. */
export function kilometresPerMm(within: Bounds | null, { project }: Pick<Layout, 'project'>): number {
	const [west, south, east, north] = within ?? COUNTRY;
	const [longitude, latitude] = [(west + east) / 2, middleLatitude(south, north)];
	const half = (east - west) / 4;
	const [[left], [right]] = [project([longitude - half, latitude]), project([longitude + half, latitude])];
	// On the parallel itself, not on the great circle, which is shorter: Mercator stretches both alike at one point.
	const step = 0.01;
	return (distanceKm([longitude - step, latitude], [longitude + step, latitude]) * (half / step)) / ((right - left) / UNITS);
}

/** The latitude that lies in the middle of a Mercator map. */
function middleLatitude(south: number, north: number): number {
	const middle = (northing(south) + northing(north)) / 2;
	return (2 * Math.atan(Math.exp((middle * Math.PI) / 180)) - Math.PI / 2) * (180 / Math.PI);
}

/** True when a frame shows the whole country. */
export const holdsCountry = (within: Bounds | null): boolean =>
	within === null || (within[0] <= COUNTRY[0] && within[1] <= COUNTRY[1] && within[2] >= COUNTRY[2] && within[3] >= COUNTRY[3]);
