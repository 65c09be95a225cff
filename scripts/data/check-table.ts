import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Field, FieldType, Resource, TableSchema } from './package.ts';

/** One table as read: the file it came from and its rows as texts. */
export interface Table {
	readonly path: string;
	readonly schema: TableSchema;
	readonly rows: readonly Readonly<Record<string, string>>[];
}

const PATTERNS: Readonly<Record<FieldType, RegExp>> = {
	string: /^/,
	integer: /^-?\d+$/,
	number: /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/,
	date: /^\d{4}-\d{2}-\d{2}$/
};

/** A checked table. Throws one sentence with file, row and value on the first column, type, missing or repeated value that the schema refuses. */
export function checkedTable(root: string, { path }: Resource, schema: TableSchema): Table {
	const [header = [], ...cells] = parse(readFileSync(join(root, path)), { bom: true, relax_column_count: true }) as string[][];
	checkHeader(path, header, schema);
	const rows = cells.map((row, index) => {
		if (row.length !== header.length) throw new Error(`${place(path, index)} has ${row.length} cells, the header has ${header.length}.`);
		return Object.fromEntries(header.map((column, position) => [column, row[position]!]));
	});
	rows.forEach((row, index) => schema.fields.forEach((field) => checkCell(row[field.name]!, field, place(path, index))));
	const table = { path, schema, rows };
	checkPrimaryKey(table);
	return table;
}

/** Throws on the first value that the table it points to does not have. Empty cells point nowhere. */
export function checkForeignKeys(table: Table, tables: ReadonlyMap<string, Table>): void {
	for (const { fields, reference } of table.schema.foreignKeys ?? []) {
		const target = tables.get(reference.resource);
		if (!target) throw new Error(`${table.path}: «${fields}» points to ${reference.resource}, which is no table of the package.`);
		const known = new Set(target.rows.map((row) => row[reference.fields]));
		table.rows.forEach((row, index) => {
			const value = row[fields]!;
			if (value !== '' && !known.has(value)) {
				throw new Error(`${place(table.path, index)}: «${fields}» is ${quoted(value)}, which «${reference.fields}» of ${target.path} does not have.`);
			}
		});
	}
}

function checkHeader(path: string, header: readonly string[], { fields }: TableSchema): void {
	const expected = fields.map(({ name }) => name);
	const unexpected = header.find((column) => !expected.includes(column));
	if (unexpected !== undefined) throw new Error(`${path}: unexpected column «${unexpected}».`);
	const missing = expected.find((column) => !header.includes(column));
	if (missing !== undefined) throw new Error(`${path}: column «${missing}» is missing.`);
	const moved = header.findIndex((column, index) => column !== expected[index]);
	if (moved >= 0) throw new Error(`${path}: column «${header[moved]}» stands where «${expected[moved]}» belongs.`);
}

function checkCell(value: string, { name, type, constraints }: Field, where: string): void {
	if (value.trim() === '') {
		if (constraints?.required) throw new Error(`${where}: «${name}» is empty.`);
		return;
	}
	if (!PATTERNS[type].test(value)) throw new Error(`${where}: «${name}» is ${quoted(value)}, not of type ${type}.`);
	if (constraints?.enum && !constraints.enum.includes(value)) throw new Error(`${where}: «${name}» is ${quoted(value)}, not one of ${constraints.enum.join(', ')}.`);
}

function checkPrimaryKey({ path, schema, rows }: Table): void {
	const columns = [schema.primaryKey].flat();
	const seen = new Map<string, number>();
	rows.forEach((row, index) => {
		const key = columns.map((column) => row[column]).join(' · ');
		const first = seen.get(key);
		if (first !== undefined) throw new Error(`${place(path, index)}: the key ${quoted(key)} is already that of row ${first + 2}.`);
		seen.set(key, index);
	});
}

/** Row numbers as a spreadsheet shows them: the header is row 1. */
const place = (path: string, index: number): string => `${path} row ${index + 2}`;

const quoted = (value: string): string => `«${value.length > 80 ? `${value.slice(0, 80)}…` : value}»`;
