import type { IndicatorValue } from '#lib/core/indicator/indicator.ts';
import type { Method } from '#lib/core/scoring/method.ts';
import { nearestKm, peopleWithinReach, weightedMean, type Weighted } from '#lib/core/statistics/access.ts';
import { distanceKm } from '#lib/core/geo/distance.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { CommunePlace, Places } from './places.ts';

/** Source of everything this file computes. */
const SOURCE = 'furas-indicators-2026';
const YEAR = '2024';

/** Ratios over the municipal population, as multiples of a published count. */
const RATIOS = [
	{ indicator: 'weekly_souks_per_10000', count: 'weekly_souks', per: 10_000 },
	// HCP's table divides by the legal population, which counts people apart: ratios use municipal inhabitants only.
	{ indicator: 'business_density', count: 'establishments_business', per: 1000 }
] as const;

/** Published rows that are computed again here and must not be read twice. */
export const RECOMPUTED: ReadonlySet<string> = new Set(RATIOS.map(({ indicator }) => indicator));

/** Indicators a commune takes from its province where it has no figure of its own. */
export const INHERITED = ['monetary_vulnerability_rate', 'weekly_souks_per_10000', 'business_density', 'higher_education_share'] as const;

/** Ratios to municipal inhabitants for provinces, regions and the nation (`MA`), from the published counts. */
export function ratioValues(published: readonly IndicatorValue[], territories: readonly Territory[]): IndicatorValue[] {
	const people = new Map(territories.map(({ code, populationMunicipal }) => [code, populationMunicipal]));
	const provinces = territories.filter(({ level }) => level === 'province');
	people.set('MA', provinces.reduce((sum, { populationMunicipal }) => sum + populationMunicipal!, 0));
	return RATIOS.flatMap(({ indicator, count, per }) =>
		published
			.filter((value) => value.indicator === count)
			.map((value) => {
				const inhabitants = people.get(value.territory);
				if (!inhabitants) throw new Error(`No municipal population for ${value.territory}, which ${indicator} needs.`);
				return computed(indicator, value.territory, (value.value / inhabitants) * per);
			})
	);
}

/** Distances and people within reach: per commune, then weighted by municipal inhabitants per province and per region. */
export function accessValues(places: Places, method: Method): IndicatorValue[] {
	const towns = places.communes.filter(({ urbanPeople }) => urbanPeople >= method.townPopulation);
	const townPoints = towns.map(({ position }) => position).filter((position) => position !== null);
	const measures: Readonly<Record<string, (commune: CommunePlace) => number | null>> = {
		town_distance_km: ({ position }) => nearestKm(position, townPoints),
		regional_seat_distance_km: ({ position, region }) => position && distanceKm(position, places.regionalSeats.get(region)!),
		market_people: ({ position }) => peopleWithinReach(position, places.communes, method.market)
	};
	return Object.entries(measures).flatMap(([indicator, measure]) => levels(places.communes, measure).map(([code, value]) => computed(indicator, code, value)));
}

/** What communes inherit from their province, said so in the status. */
export function inheritedValues(values: readonly IndicatorValue[], territories: readonly Territory[]): IndicatorValue[] {
	const communes = Map.groupBy(
		territories.filter(({ level }) => level === 'commune'),
		({ parent }) => parent
	);
	return INHERITED.flatMap((indicator) =>
		values
			.filter((value) => value.indicator === indicator)
			.flatMap((value) => (communes.get(value.territory) ?? []).map(({ code }): IndicatorValue => ({ ...value, territory: code, status: 'inherited' })))
	);
}

function levels(communes: readonly CommunePlace[], measure: (commune: CommunePlace) => number | null): [string, number][] {
	const own = communes.map((commune) => ({ ...commune, value: measure(commune) }));
	const provinces = meansBy(own, ({ province }) => province);
	const regionOf = new Map(communes.map(({ province, region }) => [province, region]));
	const regions = meansBy(provinces, ({ code }) => regionOf.get(code)!);
	return [...regions, ...provinces, ...own].flatMap(({ code, value }): [string, number][] => (value === null ? [] : [[code, value]]));
}

interface Measured {
	readonly code: string;
	readonly people: number;
	readonly value: number | null;
}

function meansBy<T extends Measured>(items: readonly T[], group: (item: T) => string): Measured[] {
	return [...Map.groupBy(items, group)].map(([code, members]) => ({
		code,
		people: members.reduce((sum, { people }) => sum + people, 0),
		value: weightedMean(members.map(({ value, people }): Weighted => ({ value, weight: people })))
	}));
}

function computed(indicator: string, territory: string, value: number): IndicatorValue {
	// Nine significant digits: more than the inputs carry, and the same text on every machine.
	return { indicator, territory, year: YEAR, value: Number(value.toPrecision(9)), source: SOURCE, status: 'computed', note: null };
}
