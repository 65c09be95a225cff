import { numberIn, type Printed, type Tables } from './csv.ts';

/** A figure as a table prints it. */
export interface PrintedFigure {
	readonly year: string;
	readonly value: number;
}

/** The figures of the fact tables. */
export interface PrintedFigures {
	/** The figure of a year. Throws when no table prints one. */
	of(indicator: string, code: string, year: string): number;
	/** The newest figure; null when no table prints one. */
	newest(indicator: string, code: string): PrintedFigure | null;
	/** Codes of a level, of which `MA-03` is a region and `MA-HAJ` a province. */
	codes(level: string): readonly string[];
}

/** Tables with one figure per row, in the order in which the first printed figure of a year stands. */
const LONG = [
	'facts/hcp/rgph/2024/indicators.csv',
	'facts/hcp/establishments/2024/indicators.csv',
	'facts/hcp/poverty-map/2014/indicators.csv',
	'facts/furas/press/2026/indicators.csv'
];
const TERRITORIES = { region: 'facts/hcp/rgph/2024/regions.csv', province: 'facts/hcp/rgph/2024/provinces.csv' } as const;

/** Counts that the release divides by municipal inhabitants, and of how many of them it says so; the printed ratios are not used. */
const RATIOS: Readonly<Record<string, { readonly count: string; readonly per: number }>> = {
	weekly_souks_per_10000: { count: 'weekly_souks', per: 10_000 },
	business_density: { count: 'establishments_business', per: 1000 }
};

/** The release keeps nine significant digits of what it computes. */
const kept = (value: number): number => Number(value.toPrecision(9));

/**
 * The figures printed in `tables`. Distances and people within reach are printed nowhere: `measured` are those of the built release,
 * by indicator and code.
 */
export function figuresIn(tables: Tables, measured: ReadonlyMap<string, ReadonlyMap<string, number>>): PrintedFigures {
	const printed = new Map<string, PrintedFigure[]>();
	const add = (indicator: string, code: string, figure: PrintedFigure): void => {
		const key = `${indicator} ${code}`;
		const known = printed.get(key) ?? [];
		// Of one year the figure that is printed first stands.
		if (!known.some(({ year }) => year === figure.year)) known.push(figure);
		printed.set(key, known);
	};
	for (const row of LONG.flatMap((path) => tables.rows(path)))
		if (!(row['indicator_id']! in RATIOS))
			add(row['indicator_id']!, row['territory_code']!, { year: row['year']!, value: numberIn(row, 'value')! });
	const levels = Object.values(TERRITORIES).flatMap((path) => tables.rows(path));
	for (const row of levels) add('population_legal', row['iso_3166_2']!, { year: '2014', value: numberIn(row, 'pop_2014')! });
	for (const [indicator, { count, per }] of Object.entries(RATIOS))
		for (const [code, inhabitants] of municipal(tables)) {
			const [first] = printed.get(`${count} ${code}`) ?? [];
			if (first) add(indicator, code, { year: '2024', value: kept((first.value / inhabitants) * per) });
		}
	for (const [indicator, values] of measured) for (const [code, value] of values) add(indicator, code, { year: '2024', value });
	return {
		of(indicator, code, year) {
			const found = printed.get(`${indicator} ${code}`)?.find((figure) => figure.year === year);
			if (!found) throw new Error(`no table prints ${indicator} of ${code} for ${year}`);
			return found.value;
		},
		newest: (indicator, code) => printed.get(`${indicator} ${code}`)?.reduce((a, b) => (lastYear(b) > lastYear(a) ? b : a)) ?? null,
		codes: (level) => tables.rows(tableOf(level)).map((row) => row['iso_3166_2']!)
	};
}

/** The table of the territories of a level. Throws on a level without one. */
export function tableOf(level: string): string {
	if (level !== 'region' && level !== 'province') throw new Error(`there is no level ${level}`);
	return TERRITORIES[level];
}

const lastYear = ({ year }: PrintedFigure): number => Math.max(...(year.match(/\d{4}/g) ?? []).map(Number));

/** Municipal inhabitants of provinces, regions and the nation: people counted apart are in none of them. */
function municipal(tables: Tables): Map<string, number> {
	const people = new Map<string, number>();
	const add = (code: string, row: Printed): void => {
		people.set(code, (people.get(code) ?? 0) + numberIn(row, 'pop_2024_municipale')!);
	};
	for (const row of tables.rows(TERRITORIES.province)) for (const code of [row['iso_3166_2']!, row['region_iso']!, 'MA']) add(code, row);
	return people;
}
