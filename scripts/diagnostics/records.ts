import { numberIn, type Printed, type Tables } from './csv.ts';
import { tableOf } from './figures.ts';

/** Codes such as `MA-03` are regions. */
const levelOf = (code: string): 'region' | 'province' => (/^MA-\d\d$/.test(code) ? 'region' : 'province');

/** The number of a column, which must not be empty. */
function valueIn(row: Printed, column: string): number {
	const value = numberIn(row, column);
	if (value === null) throw new Error(`«${column}» is empty`);
	return value;
}

/** The one row of a table whose column says `value`. Throws when there is none. */
function rowOf(tables: Tables, path: string, column: string, value: string): Printed {
	const found = tables.rows(path).find((row) => row[column] === value);
	if (!found) throw new Error(`${path} has no row with ${column} ${value}`);
	return found;
}

/** The printed column of a column of the product; throws when the product has no such column. */
function columnOf(columns: Readonly<Record<string, string>>, column: string | null): string {
	const printed = column === null ? undefined : columns[column];
	if (printed === undefined) throw new Error(`there is no column ${column}`);
	return printed;
}

/** One column of a territory's row. Areas are those of the drawn polygons, which no table prints: `areas` are the built ones. */
export function territoryCell(
	tables: Tables,
	areas: ReadonlyMap<string, number>,
	[code]: readonly string[],
	column: string | null
): number {
	const row = rowOf(tables, tableOf(levelOf(code!)), 'iso_3166_2', code!);
	if (column !== 'areaKm2') return valueIn(row, columnOf({ populationLegal: 'pop_2024', households: 'households_2024' }, column));
	const points = levelOf(code!) === 'region' ? 'region_areas' : 'province_points';
	const printed = valueIn(rowOf(tables, `facts/osm/points/2026/${points}.csv`, 'iso_3166_2', code!), 'area_km2');
	const area = areas.get(code!);
	if (area === undefined) throw new Error(`no polygon of ${code} is built`);
	// Drawn borders are simplified: a half per cent is more than they lose.
	if (Math.abs(area / printed - 1) > 0.005) throw new Error(`the polygon of ${code} has ${area} km², the table says ${printed}`);
	return area;
}

/** One column of a published count of cooperatives. Throws when rows of one address print several numbers. */
export function countCell(tables: Tables, [territory, branch, measure, ...date]: readonly string[], column: string | null): number {
	const printed = columnOf({ count: 'count', members: 'members', womenMembers: 'women_members' }, column);
	const asOf = date.join('/');
	const rows = tables
		.rows('facts/furas/cooperatives/2026/coop_counts.csv')
		.filter((row) => row['territory_code'] === territory && row['sector'] === branch && row['measure'] === measure)
		.filter((row) => dateOf(row['as_of']!) === asOf);
	const values = new Set(rows.flatMap((row) => numberIn(row, printed) ?? []));
	const [value] = values;
	if (value === undefined) throw new Error('no row prints it');
	if (values.size > 1) throw new Error(`rows print ${[...values].join(' and ')}`);
	return value;
}

/** The day, month or year inside the words of a source; `undated` where it gives none of the count itself. */
function dateOf(words: string): string {
	if (/undated|published|page says/.test(words)) return 'undated';
	const campaign = /campaign (\d\d)(\d\d)-(\d\d)/.exec(words);
	if (campaign) return `${campaign[1]}${campaign[2]}/${campaign[1]}${campaign[3]}`;
	return /\d{4}(?:-\d\d){0,2}(?: H\d)?/.exec(words)?.[0] ?? 'undated';
}

/** The value of a documented potential; of «7 (Settat) / 17 (Berrechid)» the one of its own province. */
export function evidenceCell(tables: Tables, [id]: readonly string[], column: string | null): number {
	if (column !== 'value') throw new Error(`there is no column ${column}`);
	const row = rowOf(tables, 'facts/furas/potentials/2026/potentials.csv', 'id', id!);
	const shared = [...row['value']!.matchAll(/(\d+(?:\.\d+)?) \(([^)]+)\)/g)];
	if (shared.length === 0) return valueIn(row, 'value');
	const name = rowOf(tables, tableOf('province'), 'iso_3166_2', row['province_code']!)['name_fr'];
	const own = shared.find(([, , place]) => place === name);
	if (!own) throw new Error(`«value» has no part for ${name}: ${row['value']}`);
	return Number(own[1]);
}

/** One column of an existing project. */
export function projectCell(tables: Tables, [id]: readonly string[], column: string | null): number {
	const columns = { amountMad: 'amount_mad', indhAmountMad: 'indh_amount_mad', projectsCount: 'projects_count', areaM2: 'area_m2' };
	return valueIn(rowOf(tables, 'facts/furas/projects/2026/existing_projects.csv', 'id', id!), columnOf(columns, column));
}

/** One result of an economic model as its summary prints it. */
export function modelCell(tables: Tables, [id]: readonly string[], column: string | null): number {
	const columns = { investment: 'capex_mad', members: 'members' };
	return valueIn(rowOf(tables, 'bank/models/2026/economic_models_summary.csv', 'id', id!), columnOf(columns, column));
}

/** How many rows of a table belong to a territory: `count(territories?parent=MA-03)`. */
export function rowCount(tables: Tables, rule: string, question: string): number {
	if (rule !== 'count') throw new Error(`rows have no ${rule}`);
	const [, table, key, code] = /^(\w+)\?(\w+)=(.+)$/.exec(question) ?? [];
	const provinces = tables.rows(tableOf('province'));
	const inside = new Set([code, ...provinces.filter((row) => row['region_iso'] === code).map((row) => row['iso_3166_2'])]);
	const among = (path: string, column: string): number => tables.rows(path).filter((row) => inside.has(row[column])).length;
	switch (`${table}?${key}`) {
		case 'territories?parent':
			return levelOf(code!) === 'region' ? inside.size - 1 : among('facts/hcp/rgph/2024/communes.csv', 'province_iso');
		case 'evidence?within':
			return among('facts/furas/potentials/2026/potentials.csv', 'province_code');
		case 'cooperatives?within':
			// Sources that name only a region have no province.
			return among('facts/furas/cooperatives/2026/coop_named.csv', levelOf(code!) === 'region' ? 'region_code' : 'province_code');
		case 'projects?within':
			return among('facts/furas/projects/2026/existing_projects.csv', 'territory_code');
		default:
			throw new Error('no rows are counted so');
	}
}
