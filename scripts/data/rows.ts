import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One row of a table that knows where it stands, so that every complaint names file, row and value. */
export interface Row {
	/** The text of a cell; throws when it is empty. */
	text(column: string): string;
	/** The text of a cell, or null when it is empty. */
	optional(column: string): string | null;
	/** The number of a cell; throws when it is empty or no number. */
	number(column: string): number;
	/** The number of a cell, or null when it is empty; throws when it is no number. */
	optionalNumber(column: string): number | null;
	/** Throws `sentence` with the file and the row in front. */
	fail(sentence: string): never;
}

/** The rows of one CSV table under `folder`. Columns are checked against the data package, by `check.ts`. */
export function rowsOf(folder: string, path: string): Row[] {
	const file = join(folder, path);
	const records = parse(readFileSync(file), { columns: true, bom: true }) as Record<string, string>[];
	return records.map((record, index) => rowOf(record, `${relative(folder, file)} row ${index + 2}`));
}

/** The column names of one CSV table under `folder`. */
export function headerOf(folder: string, path: string): string[] {
	const [header] = parse(readFileSync(join(folder, path)), { bom: true, to_line: 1 }) as string[][];
	return header ?? [];
}

/** The three texts `<name>_ar`, `<name>_fr`, `<name>_en` of a row; throws when one is empty. */
export const textsOf = (row: Row, name = ''): { ar: string; fr: string; en: string } => {
	const prefix = name === '' ? '' : `${name}_`;
	return { ar: row.text(`${prefix}ar`), fr: row.text(`${prefix}fr`), en: row.text(`${prefix}en`) };
};

/** Rows by the text of `column`; throws on a key that comes twice. */
export function byKey(rows: readonly Row[], column: string): Map<string, Row> {
	const keyed = new Map<string, Row>();
	for (const row of rows) {
		const key = row.text(column);
		if (keyed.has(key)) row.fail(`«${column}» ${key} comes twice.`);
		keyed.set(key, row);
	}
	return keyed;
}

function rowOf(record: Record<string, string>, place: string): Row {
	const fail = (sentence: string): never => {
		throw new Error(`${place}: ${sentence}`);
	};
	const cell = (column: string): string => record[column] ?? fail(`there is no column «${column}».`);
	const row: Row = {
		text: (column) => cell(column).trim() || fail(`«${column}» is empty.`),
		optional: (column) => cell(column).trim() || null,
		number: (column) => row.optionalNumber(column) ?? fail(`«${column}» is empty.`),
		optionalNumber: (column) => {
			const value = cell(column).trim();
			if (value === '') return null;
			const number = Number(value);
			return Number.isFinite(number) ? number : fail(`«${column}» is no number: ${value}.`);
		},
		fail
	};
	return row;
}
