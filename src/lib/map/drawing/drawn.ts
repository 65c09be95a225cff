import type { LineString, Polygon } from 'geojson';
import type { GeoJSONStoreFeatures } from 'terra-draw';
import type { Position } from '#lib/core/geo/geography.ts';
import { lengthKm, ringAreaKm2 } from '#lib/core/geo/measure.ts';
import { circleOfRing } from '#lib/core/geo/select.ts';
import type { Drawn, Held, MeasureKind, ShapeKind } from '../instrument.ts';

/** A shape of less than a metre is a click that did not move. */
const SPECK_KM = 0.001;

/** What there is to tell before the first corner. */
export const nothingDrawn = (kind: ShapeKind | MeasureKind, phase: 'begun' | 'left', held: Held): Drawn => ({
	...{ kind, phase, held, corners: 0, shape: null, circle: null },
	lengthKm: 0,
	areaKm2: null
});

/** A feature of Terra Draw as what it is for a reader. */
export function drawnOf(kind: ShapeKind | MeasureKind, { geometry, properties }: GeoJSONStoreFeatures, isDone: boolean, held: Held): Drawn {
	const phase = isDone ? 'done' : 'drawing';
	const { coordinates } = geometry as LineString | Polygon;
	const line = (geometry.type === 'Polygon' ? coordinates[0] : coordinates) as unknown as readonly Position[];
	const corners = cornersOf(kind, line, properties['committedCoordinateCount'], isDone);
	if (geometry.type !== 'Polygon') return { ...nothingDrawn(kind, 'begun', held), phase, corners, lengthKm: lengthKm(line) };
	return {
		...{ kind, phase, held, corners, shape: geometry },
		circle: kind === 'radius' ? circleOfRing(line) : null,
		lengthKm: lengthKm(line),
		areaKm2: ringAreaKm2(line)
	};
}

/** True for a shape that holds no ground: its second corner is where its first is. */
export const isSpeck = ({ lengthKm: length }: Drawn): boolean => length < SPECK_KM;

/** The free corner under the pointer does not count. */
function cornersOf(kind: ShapeKind | MeasureKind, line: readonly Position[], committed: unknown, isDone: boolean): number {
	if (kind === 'box' || kind === 'radius') return isDone ? 2 : 1;
	if (kind === 'distance') return isDone ? line.length : line.length - 1;
	return isDone ? line.length - 1 : typeof committed === 'number' ? committed : 1;
}
