import type { Indicator, IndicatorValue, ValueStatus } from '#lib/core/indicator/indicator.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Bank, IndicatorRow, IndicatorValueRow } from './schema.ts';
import { textOf, textOrNull } from './texts.ts';

/** Years as published, newest first, per level. */
export type YearsByLevel = Readonly<Record<Level, readonly string[]>>;

/** What is measured, and the figures. */
export interface Indicators {
	/** Every indicator, in the order of the fact tables. */
	all(): Promise<Indicator[]>;
	/** The indicator of an id; null when there is none. */
	find(id: string): Promise<Indicator | null>;
	/** One value per territory of a level that has one: of `year`, or the newest; by territory code. */
	values(indicator: string, level: Level, year?: string): Promise<IndicatorValue[]>;
	/** The newest value of every indicator for every territory of a level; by territory, in no other order. */
	ofLevel(level: Level): Promise<IndicatorValue[]>;
	/** The years there are figures of, newest first, by indicator and level; a level without any has none. */
	years(): Promise<ReadonlyMap<string, YearsByLevel>>;
	/** Values of one indicator for one territory, oldest first. */
	series(indicator: string, territory: string): Promise<IndicatorValue[]>;
	/** The newest value of every indicator for one territory, or for the nation under `NATION`; by order of the indicators. */
	ofTerritory(territory: string): Promise<IndicatorValue[]>;
}

/** The indicators of `bank`. */
export function indicatorsOf(bank: Bank): Indicators {
	return {
		all: async () => (await bank.selectFrom('indicator').selectAll().orderBy('position').execute()).map(parseIndicator),
		async find(id) {
			const row = await bank.selectFrom('indicator').selectAll().where('id', '=', id).executeTakeFirst();
			return row ? parseIndicator(row) : null;
		},
		async values(indicator, level, year) {
			let query = bank
				.selectFrom('indicator_value')
				.innerJoin('territory', 'territory.code', 'indicator_value.territory')
				.selectAll('indicator_value')
				.where('indicator_value.indicator', '=', indicator)
				.where('territory.level', '=', level)
				.orderBy('territory.code')
				.orderBy('indicator_value.year')
				.orderBy('indicator_value.position');
			if (year !== undefined) query = query.where('indicator_value.year', '=', year);
			return newest(await query.execute(), (row) => row.territory);
		},
		async ofLevel(level) {
			const rows = await bank
				.selectFrom('indicator_value')
				.innerJoin('territory', 'territory.code', 'indicator_value.territory')
				.selectAll('indicator_value')
				.where('territory.level', '=', level)
				.orderBy('indicator_value.year')
				.orderBy('indicator_value.position')
				.execute();
			return newest(rows, (row) => `${row.territory} ${row.indicator}`);
		},
		years: () => yearsIn(bank),
		async series(indicator, territory) {
			const rows = await bank
				.selectFrom('indicator_value')
				.selectAll()
				.where('indicator', '=', indicator)
				.where('territory', '=', territory)
				.orderBy('year')
				.orderBy('position')
				.execute();
			return newest(rows, (row) => row.year);
		},
		async ofTerritory(territory) {
			const rows = await bank
				.selectFrom('indicator_value')
				.innerJoin('indicator', 'indicator.id', 'indicator_value.indicator')
				.selectAll('indicator_value')
				.where('indicator_value.territory', '=', territory)
				.orderBy('indicator.position')
				.orderBy('indicator_value.year')
				.orderBy('indicator_value.position')
				.execute();
			return newest(rows, (row) => row.indicator);
		}
	};
}

async function yearsIn(bank: Bank): Promise<ReadonlyMap<string, YearsByLevel>> {
	const rows = await bank
		.selectFrom('indicator_value')
		.innerJoin('territory', 'territory.code', 'indicator_value.territory')
		.select(['indicator_value.indicator', 'territory.level', 'indicator_value.year'])
		.distinct()
		.orderBy('indicator_value.year', 'desc')
		.execute();
	const years = new Map<string, Record<Level, string[]>>();
	for (const { indicator, level, year } of rows) {
		const known = years.get(indicator) ?? { region: [], province: [], commune: [] };
		years.set(indicator, known);
		known[level as Level].push(year);
	}
	return years;
}

/** The last row of each key, in the order the keys come; rows are ordered by year, and of one year the first published stands. */
function newest(rows: readonly IndicatorValueRow[], keyOf: (row: IndicatorValueRow) => string): IndicatorValue[] {
	const kept = new Map<string, IndicatorValueRow>();
	for (const row of rows) {
		const key = keyOf(row);
		if (kept.get(key)?.year !== row.year) kept.set(key, row);
	}
	return [...kept.values()].map(parseValue);
}

const parseValue = (row: IndicatorValueRow): IndicatorValue => ({
	indicator: row.indicator,
	territory: row.territory,
	year: row.year,
	value: row.value,
	source: row.source,
	status: row.status as ValueStatus,
	note: textOrNull(row.note_ar, row.note_fr, row.note_en)
});

const parseIndicator = (row: IndicatorRow): Indicator => ({
	id: row.id,
	name: textOf(row.name_ar, row.name_fr, row.name_en),
	unit: textOf(row.unit_ar, row.unit_fr, row.unit_en),
	dimension: row.dimension as Indicator['dimension'],
	role: row.role as Indicator['role'],
	direction: row.direction as Indicator['direction'],
	decimals: row.decimals,
	source: row.source,
	coverage: { region: row.coverage_region, province: row.coverage_province, commune: row.coverage_commune },
	year: row.year,
	isCount: row.is_count === 1
});
