import { headerRow, isValue, sameHeader, TITLE_ROWS } from '#lib/core/table/header-row.ts';
import { textOf } from './cell.ts';
import { OWN_LIMITS } from './limits.ts';
import type { OwnCell, OwnColumn, ReadNote } from './own-table.ts';
import { OwnRefused } from './refusal.ts';

/** Columns and what was decided about them. */
export interface Columns {
	readonly columns: readonly OwnColumn[];
	readonly rows: number;
	readonly notes: readonly ReadNote[];
}

/** The columns of rows whose header stands in the first of them that looks like one. Throws when there is no table in them. */
export function columnsOfRows(rows: readonly (readonly OwnCell[])[]): Columns {
	const first = rows.slice(0, TITLE_ROWS).map((row) => row.map(textOf));
	if (rows.every((row) => row.every((cell) => cell === null))) throw new OwnRefused('empty');
	const at = headerRow(first);
	if (at < 0) throw new OwnRefused('not-a-table');
	const names = first[at]!.filter((name) => name.trim() !== '');
	if (names.filter(isValue).length * 2 >= names.length) throw new OwnRefused('no-header', { row: at + 1 });
	const body = rows.slice(at + 1).filter((row) => row.some((cell) => cell !== null));
	if (body.length === 0) throw new OwnRefused('no-rows');
	checkRows(body.length);
	const width = body.reduce((most, row) => Math.max(most, widthOf(row)), widthOf(rows[at]!));
	checkColumns(width);
	const { headers, renamed } = distinct(Array.from({ length: width }, (_, column) => first[at]![column] ?? ''));
	const columns = headers.map((name, column) => ({ name, values: body.map((row) => row[column] ?? null) }));
	const notes: ReadNote[] = [
		...(at > 0 ? [{ kind: 'header-row', row: at + 1 } as const] : []),
		...(renamed > 0 ? [{ kind: 'renamed', count: renamed } as const] : [])
	];
	// A column without a name and without a cell is an edge that somebody painted.
	return { columns: columns.filter(({ name, values }) => name !== '' || values.some((cell) => cell !== null)), rows: body.length, notes };
}

/** Length of a row up to its last cell that says something. */
const widthOf = (row: readonly OwnCell[]): number => row.findLastIndex((cell) => cell !== null) + 1;

/** The columns of things that each name their own properties; a property that one lacks is empty there. Throws above the limits. */
export function columnsOfProperties(records: readonly (readonly (readonly [string, OwnCell])[])[]): Columns {
	if (records.length === 0) throw new OwnRefused('no-rows');
	checkRows(records.length);
	const columns = new Map<string, OwnCell[]>();
	records.forEach((record, row) => {
		for (const [name, cell] of record) {
			let values = columns.get(name);
			if (!values) {
				checkColumns(columns.size + 1);
				values = new Array<OwnCell>(records.length).fill(null);
				columns.set(name, values);
			}
			values[row] = cell;
		}
	});
	const { headers, renamed } = distinct([...columns.keys()]);
	const notes: ReadNote[] = renamed > 0 ? [{ kind: 'renamed', count: renamed }] : [];
	return { columns: [...columns.values()].map((values, i) => ({ name: headers[i]!, values })), rows: records.length, notes };
}

/** Throws when there are more rows than are read. */
export function checkRows(count: number): void {
	if (count > OWN_LIMITS.rows) throw new OwnRefused('too-many-rows', { limit: OWN_LIMITS.rows });
}

/** Throws when there are more columns than are read. */
export function checkColumns(count: number): void {
	if (count > OWN_LIMITS.columns) throw new OwnRefused('too-many-columns', { limit: OWN_LIMITS.columns });
}

/** Headers on one line each, those a reader would take for one another numbered: «Total», «Total (2)». */
function distinct(headers: readonly string[]): { readonly headers: readonly string[]; readonly renamed: number } {
	const times = new Map<string, number>();
	let renamed = 0;
	const named = headers.map((header) => {
		const name = header.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
		const key = sameHeader(name);
		if (key === '') return '';
		const time = (times.get(key) ?? 0) + 1;
		times.set(key, time);
		if (time === 1) return name;
		renamed++;
		return `${name} (${time})`;
	});
	return { headers: named, renamed };
}

const LONGEST_NAME = 120;
