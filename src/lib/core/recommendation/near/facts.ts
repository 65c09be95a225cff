import type { Position } from '#lib/core/geo/geography.ts';
import { placeIndex, type PlaceIndex } from '#lib/core/geo/commune-index.ts';
import type { RecommendationRules } from '#lib/core/project/rules.ts';
import type { PillarWeights } from '#lib/core/scoring/method.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { TopShares } from '../tops.ts';
import type { NearRegister } from './register.ts';

/** A named cooperative that has a position. */
export interface NamedCooperative {
	readonly id: string;
	readonly position: Position;
}

/** What an answer near a place is made from. All of one release. */
export interface NearParts {
	/** Scorers of the communes and of the provinces. */
	readonly communes: Scorer;
	readonly provinces: Scorer;
	/** How often a province is in the top quarter of a chain, with the weights below. */
	readonly tops: TopShares;
	/** Weights of the pillars: those of a holder. */
	readonly weights: PillarWeights;
	readonly rules: RecommendationRules;
	readonly releaseYear: number;
	/** Examples from public sources: shown, never counted. */
	readonly cooperatives: readonly NamedCooperative[];
	/** Null until a register is loaded: room then comes from the proxy. */
	readonly register: NearRegister | null;
	/** Newest published number of cooperatives, by code of the province; a province that is missing publishes none. */
	readonly published: ReadonlyMap<string, number>;
	/** Source of the documented potentials with its year, and of an indicator. */
	readonly evidenceSource: { readonly id: string; readonly year: string | null };
	sourceOf(indicator: string): string;
}

/** The parts with what is computed once for every question. */
export interface NearFacts extends NearParts {
	/** Communes by their index in the table. */
	readonly index: PlaceIndex;
	/** People of each commune, municipal; 0 where unknown, so that nobody is weighed by it. */
	readonly people: Float64Array;
	/** Per commune, the index of its province in the table of provinces. */
	readonly provinceOf: Uint16Array;
	/** Per commune, the people of its town: at least so many. */
	readonly townPeople: Float64Array;
	readonly cooperativeIndex: PlaceIndex;
}

/** Everything near-me answers from. Throws a sentence when a commune has no province in the table. */
export function nearFacts(parts: NearParts): NearFacts {
	const { territories, values } = parts.communes.table;
	const provinces = new Map(parts.provinces.table.territories.map(({ code }, index) => [code, index]));
	const townKm = values['town_distance_km'];
	const provinceOf = Uint16Array.from(territories, ({ code, parent }) => {
		const index = provinces.get(parent ?? '');
		if (index === undefined) throw new Error(`The commune ${code} has no province ${parent} in the table of provinces.`);
		return index;
	});
	return {
		...parts,
		index: placeIndex(territories.map(({ label }) => label)),
		people: Float64Array.from(territories, ({ populationMunicipal }) => populationMunicipal ?? 0),
		provinceOf,
		townPeople: Float64Array.from(territories, ({ kind, populationMunicipal }, i) =>
			// Of a rural commune only the size of a town is known: that its town has at least so many inhabitants.
			kind === 'urban-commune' ? (populationMunicipal ?? 0) : townKm?.[i] === 0 ? parts.communes.method.townPopulation : 0
		),
		cooperativeIndex: placeIndex(parts.cooperatives.map(({ position }) => position))
	};
}

/** True when a commune counts as a town (method: so many urban inhabitants). */
export const isTown = ({ communes }: Pick<NearFacts, 'communes'>, commune: number): boolean =>
	communes.table.values['town_distance_km']?.[commune] === 0;
