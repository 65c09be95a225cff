import type { Level } from '#lib/core/territory/territory.ts';
import type { Decisions, Join, JoinBy } from './join.ts';
import { isNumeric, readNumbers, type NumberColumn } from './numbers.ts';
import type { OwnColumn, OwnTable } from './own-table.ts';
import { ROW_COUNT, type ColumnUse } from './use.ts';

/** Something the reader brought along, as it is kept: plain data. */
export interface OwnDataset {
	readonly id: string;
	readonly table: OwnTable;
	readonly level: Level;
	/** Null where nothing joins its rows: it is a layer only. */
	readonly by: JoinBy | null;
	readonly decisions: Decisions;
	readonly uses: readonly ColumnUse[];
	/** Code of the territory of each row, as the join found it. */
	readonly codes: readonly (string | null)[];
}

/** A dataset as it was joined anew. */
export const rejoined = (dataset: OwnDataset, join: Join): OwnDataset => ({ ...dataset, codes: join.codes });

/** Words of a header that tell a share, a mean or a density: what no two rows are added of. */
const RATE = /%|٪|taux|part\b|share|rate|ratio|moyen|mean|average|indice|index|densit|نسبة|معدل|متوسط|مؤشر|كثافة/i;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;

/** What each column of numbers could be used as: names and units from its header, nothing said of its source. Key columns are left out. */
export function offeredUses(table: OwnTable, by: JoinBy | null): readonly ColumnUse[] {
	const keys = by?.kind === 'key' ? [by.key, by.within] : [];
	const columns = table.columns.flatMap((column, at) => (keys.includes(at) ? [] : offered(column, at)));
	const rows = plainUse({ column: ROW_COUNT, name: '', unit: '', year: '', measure: 'count', combination: 'sum' });
	return by?.kind === 'position' ? [...columns, rows] : columns;
}

function offered({ name, values }: OwnColumn, column: number): ColumnUse[] {
	if (COORDINATE.test(name.trim())) return [];
	const numbers = readNumbers(values);
	if (!isNumeric(numbers)) return [];
	const [year = ''] = YEAR.exec(name) ?? [];
	const isRate = numbers.isPercent || RATE.test(name);
	const unit = numbers.isPercent ? '%' : unitIn(name);
	return [
		plainUse({ column, name: withoutUnit(name), unit, year, measure: isRate ? 'rate' : 'count', combination: isRate ? 'mean' : 'sum' })
	];
}

/** A header without the unit in its brackets, which is told beside it. */
const withoutUnit = (header: string): string => header.replace(UNIT, '').trim() || header;

const unitIn = (header: string): string => (/%|٪/.test(header) ? '%' : (UNIT.exec(header)?.[1] ?? ''));

/** What stands in brackets at the end of a header. */
const UNIT = /[([]([^)\]]{1,12})[)\]]\s*$/;

/** Identifiers and coordinates are numbers that nobody maps. */
const COORDINATE = /^(?:fid|ogc_fid|objectid(?:_\d)?|gid|id|lat(?:itude)?|lon(?:gitude)?|lng|x|y|shape_(?:leng?t?h?|area))$/i;

const plainUse = (use: Omit<ColumnUse, 'direction' | 'source' | 'decimal'>): ColumnUse => ({
	...use,
	direction: 'neutral',
	source: '',
	decimal: null
});

/** The figures of a used column, row by row; null for the number of rows. */
export const numbersOf = ({ table }: OwnDataset, use: ColumnUse): Float64Array | null => numberColumn(table, use)?.values ?? null;

const read = new WeakMap<OwnTable, Map<string, NumberColumn>>();

/** A used column as numbers, read once; null for the number of rows. */
export function numberColumn(table: OwnTable, { column, decimal }: Pick<ColumnUse, 'column' | 'decimal'>): NumberColumn | null {
	if (column === ROW_COUNT) return null;
	const known = read.get(table) ?? new Map<string, NumberColumn>();
	read.set(table, known);
	const key = `${column} ${decimal}`;
	const numbers = known.get(key) ?? readNumbers(table.columns[column]?.values ?? [], decimal);
	known.set(key, numbers);
	return numbers;
}
