import type { Shapes } from '../../geo/topology.ts';

/** A clockwise square with a counterclockwise hole, and two squares; the third commune of the small table has no shape. */
export const SMALL_SHAPES: Shapes = new Map([
	[
		'01.051.01.01',
		{
			type: 'Polygon',
			coordinates: [
				[[-4, 35], [-4, 36], [-3, 36], [-3, 35], [-4, 35]],
				[[-3.6, 35.4], [-3.4, 35.4], [-3.4, 35.6], [-3.6, 35.6], [-3.6, 35.4]]
			]
		}
	],
	[
		'04.491.01.09',
		{
			type: 'MultiPolygon',
			coordinates: [
				[[[-6, 34], [-5.123456789, 34], [-5, 35], [-6, 34]]],
				[[[-8, 30], [-8, 31], [-7, 31], [-8, 30]]]
			]
		}
	]
]); // prettier-ignore
