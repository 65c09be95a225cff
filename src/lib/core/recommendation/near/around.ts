import { catchment } from '#lib/core/geo/catchment.ts';
import type { Found } from '#lib/core/geo/commune-index.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import { decay, type Reach } from '#lib/core/statistics/access.ts';
import type { NearFacts } from './facts.ts';

/** Longer than the country: a radius that takes in every commune. */
const WHOLE_COUNTRY_KM = 3000;

/** Communes around a point, and what each counts: its people × 0.5^(d/15 km). The radius only cuts. */
export interface Around {
	readonly position: Position;
	readonly radiusKm: number;
	/** Nearest first. */
	readonly communes: readonly Found[];
	/** People × decay, in the order of `communes`. */
	readonly weights: Float64Array;
	readonly people: number;
	readonly weightedPeople: number;
}

/** Every commune of the country that has a point, nearest first. */
export const communesFrom = ({ index }: NearFacts, position: Position): readonly Found[] => catchment(index, position, WHOLE_COUNTRY_KM);

/** Communes of `sorted` (nearest first) within `radiusKm`; none for a radius of 0. */
export function aroundOf(facts: NearFacts, position: Position, sorted: readonly Found[], radiusKm: number): Around {
	const { people } = facts;
	const reach = reachOf(facts, radiusKm);
	const communes = radiusKm > 0 ? sorted.slice(0, countWithin(sorted, radiusKm)) : [];
	const weights = Float64Array.from(communes, ({ index, km }) => people[index]! * decay(km, reach));
	return {
		position,
		radiusKm,
		communes,
		weights,
		people: communes.reduce((sum, { index }) => sum + people[index]!, 0),
		weightedPeople: weights.reduce((sum, weight) => sum + weight, 0)
	};
}

/** The reach of a question: half counts at 15 km whatever the radius, nothing beyond it. */
export const reachOf = ({ communes }: Pick<NearFacts, 'communes'>, radiusKm: number): Reach => ({
	halfDistanceKm: communes.method.market.halfDistanceKm,
	cutKm: radiusKm
});

/** Mean of a column over the communes around, weighed by people and distance; NaN where no commune around has a figure. */
export function meanAround({ communes, weights }: Around, column: Float64Array): number {
	let sum = 0;
	let total = 0;
	for (let i = 0; i < communes.length; i++) {
		const value = column[communes[i]!.index]!;
		if (value !== value) continue; // NaN: unknown
		sum += weights[i]! * value;
		total += weights[i]!;
	}
	return sum / total; // 0/0 is NaN: nothing known
}

function countWithin(sorted: readonly Found[], radiusKm: number): number {
	const beyond = sorted.findIndex(({ km }) => km > radiusKm);
	return beyond < 0 ? sorted.length : beyond;
}
