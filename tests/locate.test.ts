import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import type { Geography, Position } from '#lib/core/geo/geography.ts';
import { createLocator } from '#lib/core/geo/locate.ts';
import { shapesOf, type PolygonTopology, type Shapes } from '#lib/core/geo/topology.ts';
import { createRandom } from '#lib/core/statistics/random.ts';
import { shipped } from './shipped.ts';

const provinces = shapesOf(shipped<PolygonTopology>('provinces-detail.topo.json'), 'provinces');
const communes = shapesOf(shipped<PolygonTopology>('communes.topo.json'), 'communes');
const labels = shipped<Geography>('geography.json').territories;

function byTurf(shapes: Shapes, [lon, lat]: Position): string | null {
	return [...shapes.keys()].sort().find((code) => booleanPointInPolygon([lon, lat], shapes.get(code)!)) ?? null;
}

/** Places over the country and around it, the same in every run. */
function places(count: number): Position[] {
	const { between } = createRandom(65_000);
	return Array.from({ length: count }, () => [between(-17.2, -0.9), between(20.7, 36)]);
}

/** Every so many corners of the shapes, and the middle of the line that starts there. */
function onLines(shapes: Shapes, every: number): Position[] {
	const rings = [...shapes.values()].flatMap((shape) => (shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()));
	return rings.flatMap((ring) =>
		ring.slice(1).flatMap(([lon, lat], i): Position[] => {
			if (i % every > 0) return [];
			return [[lon!, lat!], [(lon! + ring[i]![0]!) / 2, (lat! + ring[i]![1]!) / 2]]; // prettier-ignore
		})
	);
}

describe('a place is found in the territory that Turf finds it in', () => {
	test.each([
		['provinces', provinces, places(6000)],
		['provinces, on their lines', provinces, onLines(provinces, 7)],
		['communes', communes, places(600)],
		['communes, on their lines', communes, onLines(communes, 100)]
	] as const)('%s', (_, shapes, at) => {
		const locate = createLocator(shapes);
		const different = at.filter((place) => locate(place) !== byTurf(shapes, place));
		expect(different).toEqual([]);
	});
});

test('the label of every commune lies in its own cell', () => {
	const locate = createLocator(communes);
	const elsewhere = [...communes.keys()].filter((code) => locate(labels[code]!.label!) !== code);
	expect(elsewhere).toEqual([]);
});
