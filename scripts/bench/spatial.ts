import { moranIndex, point } from '@turf/turf';
import { ckmeans } from 'simple-statistics';
import type { Geography } from '#lib/core/geo/geography.ts';
import { decodeTable, type EncodedTable } from '#lib/core/release/snapshot.ts';
import { naturalBreaks } from '#lib/core/statistics/classify/natural-breaks.ts';
import { adjacencyWeights } from '#lib/core/statistics/spatial/adjacency-weights.ts';
import { localMoran } from '#lib/core/statistics/spatial/local-moran.ts';
import { globalMoran } from '#lib/core/statistics/spatial/moran.ts';
import { weightsOf } from '#lib/core/statistics/spatial/weights.ts';
import { atLeast, atMost, timed, timesAsLong, type Measure } from './measure.ts';
import { objectLocalMoran, objectNaturalBreaks, type Place } from './object-spatial.ts';

const INDICATOR = 'running_water_access';
const CLASSES = 5;
/** Few enough that the version with objects ends in a second. */
const PERMUTATIONS_OF_OBJECTS = 999;

/** Hot spots and natural breaks on the shipped figures, against plain objects and against the npm library that does the same. */
export function spatialMeasures(provinces: EncodedTable, communes: EncodedTable, { adjacency }: Geography): Measure[] {
	return [...hotSpotMeasures(provinces, communes, adjacency), ...moranMeasures(communes), ...breakMeasures(communes)];
}

function hotSpotMeasures(provinces: EncodedTable, communes: EncodedTable, adjacency: Geography['adjacency']): Measure[] {
	const of = (table: EncodedTable, permutations: number) => {
		const codes = decodeTable(table).territories.map(({ code }) => code);
		const values = Float64Array.from(table.values[INDICATOR]!, (value) => value ?? NaN);
		const weights = adjacencyWeights(codes, adjacency[table.level], 'row');
		return () => localMoran(values, weights, { permuting: { permutations, seed: 1 } });
	};
	const full = timed(of(provinces, 9999), 15);
	const few = timed(of(provinces, PERMUTATIONS_OF_OBJECTS), 30);
	const places = placesOf(provinces, adjacency.province);
	const objects = timed(() => objectLocalMoran(places, PERMUTATIONS_OF_OBJECTS), 3);
	const ours = of(provinces, 99)();
	const theirs = objectLocalMoran(places, 99);
	const gap = ours.ok ? Math.max(...theirs.map(({ statistic }, i) => Math.abs(statistic - ours.value.statistic[i]!))) : Infinity;
	return [
		atMost('local Moran, 75 provinces × 9,999 permutations', full.median, 500, 'ms'),
		atMost('local Moran, 1,503 communes × 999 permutations', timed(of(communes, 999), 5).median, 1000, 'ms'),
		atLeast(`local Moran against plain objects, ${PERMUTATIONS_OF_OBJECTS} permutations`, objects.median / few.median, 10, '×'),
		atMost('largest difference of a local statistic between the two', gap, 1e-9, '')
	];
}

function placesOf(table: EncodedTable, adjacency: Geography['adjacency']['province']): Place[] {
	const values = table.values[INDICATOR]!;
	const places = decodeTable(table).territories.map(({ code }, i) => ({ code, value: values[i] ?? 0, neighbours: [] as Place[] }));
	const byCode = new Map(places.map((place) => [place.code, place]));
	for (const place of places) for (const code of adjacency[place.code]!) place.neighbours.push(byCode.get(code)!);
	return places;
}

/** Turf knows bands of planar distance only, so both get those: weights and statistic from points, as a caller pays for them. */
function moranMeasures(communes: EncodedTable): Measure[] {
	const threshold = 0.5;
	const values = communes.values[INDICATOR]!;
	const known = decodeTable(communes).territories.flatMap(({ label }, i) =>
		label && values[i] !== null ? [{ label, value: values[i]! }] : []
	);
	// Turf counts a place without a neighbour into the mean, ours does not: both get the others only.
	const located = known.filter(({ label: [x, y] }, i) =>
		known.some(({ label: [u, v] }, j) => i !== j && Math.hypot(x - u, y - v) <= threshold)
	);
	const features = { type: 'FeatureCollection' as const, features: located.map(({ label, value }) => point([...label], { value })) };
	const turf = () => moranIndex(features, { inputField: 'value', threshold, binary: true, standardization: false });
	const ours = () => {
		const band: [number, number][][] = located.map(() => []);
		for (let i = 0; i < located.length; i++) {
			const [x, y] = located[i]!.label;
			for (let j = 0; j < i; j++) {
				const [u, v] = located[j]!.label;
				if ((x - u) ** 2 + (y - v) ** 2 > threshold ** 2) continue;
				band[i]!.push([j, 1]);
				band[j]!.push([i, 1]);
			}
		}
		return globalMoran(
			located.map(({ value }) => value),
			weightsOf(band, 'raw')
		);
	};
	const [own, theirs] = [ours(), turf()];
	const gap = own.ok ? Math.abs(own.value.statistic - theirs.moranIndex) : Infinity;
	return [
		atLeast(`global Moran of ${located.length} communes against @turf/moran-index`, timesAsLong(turf, ours, 3), 1.5, '×'),
		atMost('difference of Moran’s I between the two', gap, 1e-9, '')
	];
}

function breakMeasures(communes: EncodedTable): Measure[] {
	const values = decodeTable(communes).territories.map(({ populationLegal }) => populationLegal);
	const own = timed(() => naturalBreaks(values, CLASSES), 200);
	const times = timesAsLong(
		() => ckmeans(values, CLASSES),
		() => naturalBreaks(values, CLASSES),
		100
	);
	const objects = timed(() => objectNaturalBreaks(values, CLASSES), 3);
	const breaks = naturalBreaks(values, CLASSES);
	const same = [
		ckmeans(values, CLASSES)
			.slice(0, -1)
			.map((group) => group[group.length - 1]!),
		objectNaturalBreaks(values, CLASSES)
	];
	const gap = Math.max(...same.flatMap((others) => others.map((value, i) => Math.abs(value - breaks[i]!))));
	return [
		atMost(`natural breaks of ${values.length} values in ${CLASSES} classes`, own.median, 10, 'ms'),
		atLeast('natural breaks against simple-statistics ckmeans', times, 1, '×'),
		atLeast('natural breaks against plain objects, every start tried', objects.median / own.median, 15, '×'),
		atMost('difference of a break between the three', gap, 0, '')
	];
}
