import { catchment } from '#lib/core/geo/catchment.ts';
import type { Found } from '#lib/core/geo/commune-index.ts';
import type { RecommendationRules } from '#lib/core/project/rules.ts';
import type { Surroundings } from '../answer.ts';
import type { Around } from './around.ts';
import type { NearRegister } from './register.ts';
import { isTown, type NearFacts } from './facts.ts';

/** What lies around a point, for the reader. `sorted` are all communes of the country, nearest first. */
export function surroundingsOf(facts: NearFacts, around: Around, sorted: readonly Found[]): Surroundings {
	const { table } = facts.communes;
	const { position, radiusKm, communes, people, weightedPeople } = around;
	const codeOf = ({ index }: Found): string => table.territories[index]!.code;
	return {
		position,
		radiusKm,
		communes: communes.map((found) => ({ code: codeOf(found), km: found.km })),
		people,
		weightedPeople,
		inheritedShare: inheritedShare(facts, around),
		cooperatives: catchment(facts.cooperativeIndex, position, radiusKm).map(({ index, km }) => ({ id: facts.cooperatives[index]!.id, km })),
		hasRegister: facts.register !== null,
		counted: facts.register && countedWithin(facts.register, around),
		towns: sorted
			.filter(({ index }) => isTown(facts, index))
			.slice(0, facts.rules.towns)
			.map((found) => ({ code: codeOf(found), km: found.km, minutes: minutesOf(found.km, facts.rules) }))
	};
}

/** Cooperatives within the radius; reservations are none yet. */
function countedWithin({ index, count, cooperatives }: NearRegister, { position, radiusKm }: Around): number {
	let sum = 0;
	index.each(position, radiusKm, (point) => {
		if (point < cooperatives) sum += count[point]!;
	});
	return sum;
}

/** Minutes on the road for a straight-line distance in km: an estimate (method §5). */
export const minutesOf = (km: number, { road }: Pick<RecommendationRules, 'road'>): number => ((km * road.detour) / road.kmPerHour) * 60;

/** Share 0–1 of the known figures behind the scores that are those of a province, each weighed by its people; 0 where nothing is known. */
function inheritedShare({ communes: { table } }: NearFacts, { communes, weights }: Around): number {
	let inherited = 0;
	let known = 0;
	for (const [indicator, column] of Object.entries(table.values)) {
		for (let i = 0; i < communes.length; i++) {
			if (Number.isNaN(column[communes[i]!.index]!)) continue;
			known += weights[i]!;
			if (table.inherited.has(indicator)) inherited += weights[i]!;
		}
	}
	return known > 0 ? inherited / known : 0;
}
