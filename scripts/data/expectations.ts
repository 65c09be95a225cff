import type { BankRecords } from '#lib/core/release/records.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { rowsOf } from './rows.ts';
import { FOLDERS } from './sources.ts';

/** How many territories there are. */
const TERRITORIES: Readonly<Record<Level, number>> = { region: 12, province: 75, commune: 1503 };

/** Published totals of the 2024 census, the same at every level. */
const PEOPLE_2024 = 36_828_330;
const HOUSEHOLDS_2024 = 9_275_038;
const MUNICIPAL_2024 = 36_490_591;

/** 2014: the communes add to one less, because HCP publishes 115,691 for Sidi Ifni and its communes add to 115,690. */
const PEOPLE_2014 = { [`${FOLDERS.census}/regions.csv`]: 33_848_242, [`${FOLDERS.census}/provinces.csv`]: 33_848_242, [`${FOLDERS.census}/communes.csv`]: 33_848_241 };

/** Communes HCP gives a population for but no rate and no count of 2014 (Lagouira, Aghouinite, Zoug, Mijik). */
const WITHOUT_RATES = ['12.066.01.03', '12.066.03.03', '12.066.03.09', '12.391.05.05'];

/** Sidi Mohamed Benmansour: its outline could not be closed, so it has no point and no cell. */
const WITHOUT_POINT = ['04.281.05.11'];

/** Sidi Yahia El Gharb belongs to Sidi Slimane, although its point lies in the polygon of Kénitra. */
const BELONGS = { commune: '04.491.01.09', province: 'MA-SIL' };

/** 224 communes have no distance to a road: it is measured for rural dwellings, which wholly urban communes do not have; plus those without rates. */
const WITHOUT_ROAD = 224;

/** Indicators with a figure for every province (45 published, 4 computed) and for every region (46 and 4). */
const COMPLETE = { province: 49, region: 50 } as const;

/** Indicators of rural dwellings or people: Rabat and Casablanca have none. */
const RURAL_ONLY = ['unemployment_rate_rural', 'running_water_access_rural', 'road_distance_km'];
const PROVINCES_WITH_RURAL = 73;

/** Throws a sentence when the records are not those of the census: totals, joins, and each exception this file names. */
export function checkRecords(root: string, records: BankRecords): void {
	checkTotals(root, records);
	checkExceptions(root, records);
	checkCoverage(records);
}

function checkTotals(root: string, { territories }: BankRecords): void {
	for (const [level, count] of Object.entries(TERRITORIES)) {
		const own = territories.filter((territory) => territory.level === level);
		expectSame(`the number of territories at level ${level}`, own.length, count);
		expectSame(`the legal population of 2024 at level ${level}`, sum(own.map(({ populationLegal }) => populationLegal)), PEOPLE_2024);
		expectSame(`the households of 2024 at level ${level}`, sum(own.map(({ households }) => households)), HOUSEHOLDS_2024);
		expectSame(`the municipal population of 2024 at level ${level}`, sum(own.map(({ populationMunicipal }) => populationMunicipal ?? 0)), MUNICIPAL_2024);
	}
	for (const [path, total] of Object.entries(PEOPLE_2014)) {
		expectSame(`the legal population of 2014 in ${path}`, sum(rowsOf(root, path).map((row) => row.optionalNumber('pop_2014') ?? 0)), total);
	}
}

function checkExceptions(root: string, { territories, values }: BankRecords): void {
	const communes = territories.filter(({ level }) => level === 'commune');
	expectSame('the communes without a point', communes.filter(({ label }) => label === null).map(({ code }) => code).join(' '), WITHOUT_POINT.join(' '));
	const uncounted = rowsOf(root, `${FOLDERS.census}/communes.csv`).filter((row) => row.optional('pop_2014') === null);
	expectSame('the communes without a population of 2014', uncounted.map((row) => row.text('code')).sort().join(' '), WITHOUT_RATES.join(' '));
	const withRate = codesWith(values, 'unemployment_rate');
	const withoutRate = communes.filter(({ code }) => !withRate.has(code)).map(({ code }) => code);
	expectSame('the communes without rates', withoutRate.join(' '), WITHOUT_RATES.join(' '));
	expectSame('the province of Sidi Yahia El Gharb', communes.find(({ code }) => code === BELONGS.commune)?.parent, BELONGS.province);
	const withRoad = codesWith(values, 'road_distance_km');
	const withoutRoad = communes.filter(({ code }) => !withRoad.has(code));
	expectSame('the number of communes without a distance to the road', withoutRoad.length, WITHOUT_ROAD);
	const surprising = withoutRoad.find(({ code, kind }) => kind !== 'urban-commune' && !WITHOUT_RATES.includes(code));
	expectSame('the first commune that has rural dwellings but no distance to the road', surprising?.code, undefined);
}

function checkCoverage({ indicators }: BankRecords): void {
	for (const level of ['province', 'region'] as const) {
		const whole = indicators.filter(({ coverage }) => coverage[level] === TERRITORIES[level]);
		expectSame(`the number of indicators with a figure for all ${TERRITORIES[level]} territories of level ${level}`, whole.length, COMPLETE[level]);
	}
	for (const id of RURAL_ONLY) {
		const coverage = indicators.find((indicator) => indicator.id === id)?.coverage.province;
		expectSame(`the number of provinces with ${id}`, coverage, PROVINCES_WITH_RURAL);
	}
}

function codesWith(values: BankRecords['values'], indicator: string): Set<string> {
	return new Set(values.filter((value) => value.indicator === indicator).map(({ territory }) => territory));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function expectSame(what: string, found: unknown, expected: unknown): void {
	if (found !== expected) throw new Error(`${what[0]!.toUpperCase()}${what.slice(1)}: found ${found}, expected ${expected}.`);
}
