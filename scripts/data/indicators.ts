import { lastYear, type Indicator, type IndicatorValue, type ValueStatus } from '#lib/core/indicator/indicator.ts';
import { LEVELS, type Level, type Territory } from '#lib/core/territory/territory.ts';
import { byKey, headerOf, rowsOf, textsOf, type Row } from './rows.ts';
import { FOLDERS } from './sources.ts';
import { RECOMPUTED } from './computed.ts';
import type { Texts } from './texts.ts';

/** Long tables and the source their rows have; null where every row names its own. */
const LONG_TABLES = [
	{ path: `${FOLDERS.census}/indicators.csv`, source: 'hcp-rgph-2024' },
	{ path: `${FOLDERS.establishments}/indicators.csv`, source: 'hcp-establishments-2024' },
	{ path: `${FOLDERS.poverty}/indicators.csv`, source: 'hcp-poverty-map-2014' },
	{ path: `${FOLDERS.press}/indicators.csv`, source: null }
] as const;

/** Columns of the wide commune table that name the commune instead of measuring it. */
const COMMUNE_KEYS = new Set(['hcp_code', 'label', 'province_iso']);

/** Shares of cooperators mix cooperative members and business associates: a stand-in for cooperatives, never a count of them. */
const PROXIES = new Set(['cooperator_share', 'cooperator_share_women']);

/** HCP adds three published age groups; the wide commune table does not repeat it. */
const DERIVED_IN_COMMUNES = new Set(['youth_15_29_share']);

/** The published and derived figures of the nation (`MA`), regions, provinces and communes. Throws on a code that is no territory. */
export function publishedValues(root: string, territories: readonly Territory[], texts: Texts): IndicatorValue[] {
	const codes = new Set(['MA', ...territories.map(({ code }) => code)]);
	const long = LONG_TABLES.flatMap(({ path, source }) =>
		rowsOf(root, path)
			.filter((row) => !RECOMPUTED.has(row.text('indicator_id')))
			.map((row) => longValue(row, source, codes, texts))
	);
	return [...long, ...populationBefore(root), ...communeValues(root, territories)];
}

function longValue(row: Row, source: string | null, codes: ReadonlySet<string>, texts: Texts): IndicatorValue {
	const territory = row.text('territory_code');
	if (!codes.has(territory)) row.fail(`«territory_code» is no territory: ${territory}.`);
	const indicator = row.text('indicator_id');
	const basis = row.text('basis');
	if (basis !== 'published' && basis !== 'derived') row.fail(`«basis» is neither published nor derived: ${basis}.`);
	return {
		indicator,
		territory,
		year: row.text('year'),
		value: row.number('value'),
		source: source ?? row.text('source'),
		status: statusOf(indicator, basis as ValueStatus),
		note: texts.note(row, row.optional('note'))
	};
}

/** The legal population of the census before, in the boundaries of today: what a change is counted from. */
function populationBefore(root: string): IndicatorValue[] {
	const rows = ['regions', 'provinces'].flatMap((table) => rowsOf(root, `${FOLDERS.census}/${table}.csv`));
	return rows.map((row) => ({
		...{ indicator: 'population_legal', territory: row.text('iso_3166_2'), year: '2014', value: row.number('pop_2014') },
		...{ source: 'hcp-rgph-2024', status: 'published', note: null }
	}));
}

const statusOf = (indicator: string, basis: ValueStatus): ValueStatus => (PROXIES.has(indicator) ? 'proxy' : basis);

/** The wide commune table; its codes have lost leading zeros, so both sides are stripped before they are joined. */
function communeValues(root: string, territories: readonly Territory[]): IndicatorValue[] {
	const path = `${FOLDERS.census}/indicators_commune.csv`;
	const rows = rowsOf(root, path);
	const digits = byKey(rows, 'hcp_code');
	const stripped = new Map([...digits].map(([code, row]) => [withoutLeadingZeros(code), row]));
	checkLeftovers(root, stripped, territories);
	const columns = headerOf(root, path).filter((column) => !COMMUNE_KEYS.has(column));
	return territories
		.filter(({ level }) => level === 'commune')
		.flatMap(({ code, parent }) => {
			const row = stripped.get(withoutLeadingZeros(code.replaceAll('.', '')));
			if (!row) throw new Error(`${path}: commune ${code} has no row.`);
			if (row.text('province_iso') !== parent) row.fail(`commune ${code} is in ${row.text('province_iso')}, communes.csv says ${parent}.`);
			return columns.flatMap((indicator) => communeValue(row, code, indicator));
		});
}

/** Throws on a row of the wide table that is neither a commune nor one of the arrondissements, which are not scored. */
function checkLeftovers(root: string, rows: ReadonlyMap<string, Row>, territories: readonly Territory[]): void {
	const arrondissements = rowsOf(root, `${FOLDERS.census}/arrondissements.csv`).map((row) => row.text('code'));
	const communes = territories.filter(({ level }) => level === 'commune').map(({ code }) => code);
	const known = new Set([...arrondissements, ...communes].map((code) => withoutLeadingZeros(code.replaceAll('.', ''))));
	for (const [code, row] of rows) if (!known.has(code)) row.fail(`«hcp_code» is neither a commune nor an arrondissement: ${row.text('hcp_code')}.`);
}

function communeValue(row: Row, territory: string, indicator: string): IndicatorValue[] {
	const value = row.optionalNumber(indicator);
	if (value === null) return [];
	const status = statusOf(indicator, DERIVED_IN_COMMUNES.has(indicator) ? 'derived' : 'published');
	return [{ indicator, territory, year: '2024', value, source: 'hcp-rgph-2024', status, note: null }];
}

const withoutLeadingZeros = (code: string): string => code.replace(/^0+/, '');

/**
 * The catalogue with coverage and main source counted from `values`. An indicator without a single value is left out; a potential or
 * an access that is not among `scored` is context.
 */
export function readIndicators(
	root: string,
	values: readonly IndicatorValue[],
	territories: readonly Territory[],
	texts: Texts,
	scored: ReadonlySet<string>
): Indicator[] {
	const levelOf = new Map(territories.map(({ code, level }) => [code, level]));
	const display = byKey(rowsOf(root, `${FOLDERS.indicators}/display.csv`), 'id');
	const catalogue = [...rowsOf(root, `${FOLDERS.indicators}/catalog.csv`), ...rowsOf(root, `${FOLDERS.indicators}/computed.csv`)];
	const byIndicator = Map.groupBy(values, ({ indicator }) => indicator);
	for (const id of byIndicator.keys()) if (!catalogue.some((row) => row.text('id') === id)) throw new Error(`Values of «${id}», which the catalogue does not have.`);
	return catalogue.flatMap((row) => {
		const id = row.text('id');
		const own = byIndicator.get(id);
		if (!own) return [];
		const shown = display.get(id) ?? row.fail(`${id} is missing in display.csv.`);
		return [
			{
				id,
				// «Businesses per 1,000 inhabitants: 22 per 1,000 inhabitants» says it twice: such a name has a shorter one to be shown with its unit.
				name: textsOf(shown.optional('name_fr') === null ? row : shown, 'name'),
				unit: texts.unit(row, row.text('unit')),
				dimension: row.text('dimension') as Indicator['dimension'],
				role: roleOf(row, scored),
				direction: row.text('direction').split('_')[0] as Indicator['direction'],
				decimals: shown.number('decimals'),
				isCount: shown.number('is_count') === 1,
				...summary(own, levelOf)
			}
		];
	});
}

/**
 * What an indicator is for. The catalogue calls some counts a potential (the legal population, projects of a programme) that no
 * rule of the method reads: they are shown beside the score and must not look as if they made it.
 */
function roleOf(row: Row, scored: ReadonlySet<string>): Indicator['role'] {
	const role = row.text('role') as Indicator['role'];
	return role === 'need' || scored.has(row.text('id')) ? role : 'context';
}

function summary(values: readonly IndicatorValue[], levelOf: ReadonlyMap<string, Level>): Pick<Indicator, 'source' | 'coverage' | 'year'> {
	const local = values.filter(({ territory, status }) => levelOf.has(territory) && status !== 'inherited');
	const newest = (local.length > 0 ? local : values).reduce((a, b) => (lastYear(b.year) > lastYear(a.year) ? b : a)).year;
	const counted = local.filter(({ year }) => year === newest);
	const coverage = Object.fromEntries(LEVELS.map((level) => [level, counted.filter(({ territory }) => levelOf.get(territory) === level).length]));
	return { source: mostFrequent(counted.length > 0 ? counted : values), coverage: coverage as Record<Level, number>, year: newest };
}

function mostFrequent(values: readonly IndicatorValue[]): string {
	const groups = [...Map.groupBy(values, ({ source }) => source)].sort(([, a], [, b]) => b.length - a.length);
	return groups[0]![0];
}
