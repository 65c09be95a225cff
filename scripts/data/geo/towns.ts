import type { Town } from '#lib/core/geo/geography.ts';
import type { CommuneRow, GeoFacts, ProvinceRow } from './facts.ts';

/** People living in town from which a commune gets a map label even when it is the seat of nothing. */
const LARGE_TOWN_PEOPLE = 90_000;

/** Seats of regions, seats of provinces and large towns, by rank, then by population. Throws when a seat is no commune of its province. */
export function townsOf({ regions, provinces, communes }: GeoFacts): Town[] {
	const towns = new Map<string, Town>();
	const label = (row: CommuneRow, rank: Town['rank'], position: Town['position'] | null): void => {
		if (!position || towns.has(row.code)) return;
		// HCP publishes no English names; the French ones are the official Latin spelling.
		const name = { ar: row.nameAr, fr: row.nameFr, en: row.nameFr };
		towns.set(row.code, { id: row.code, name, position, population: row.population, rank });
	};
	for (const province of provinces) {
		const rank = regions.some((region) => region.code === province.region && plain(region.seat) === plain(province.seat)) ? 1 : 2;
		label(seatCommune(province, communes), rank, province.seatPosition);
	}
	const seatedRegions = [...towns.values()].filter((town) => town.rank === 1).length;
	if (seatedRegions !== regions.length) throw new Error(`${seatedRegions} of ${regions.length} regions have their seat among the towns.`);
	for (const row of communes) {
		if (row.populationUrban >= LARGE_TOWN_PEOPLE) label(row, 3, row.point);
	}
	return [...towns.values()].sort((a, b) => a.rank - b.rank || b.population - a.population);
}

function seatCommune({ code, seat }: ProvinceRow, communes: readonly CommuneRow[]): CommuneRow {
	const found = communes.find((row) => row.province === code && plain(row.nameFr) === plain(seat));
	if (!found) throw new Error(`The seat ${seat} is no commune of ${code}.`);
	return found;
}

/** Without accents and case: the tables write both Khénifra and Khenifra. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();
