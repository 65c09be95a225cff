import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One row of a table as printed: text by column. */
export type Printed = Readonly<Record<string, string>>;

/** The fact tables as they are on disk, each read once. Nothing of the build is used, so that a mistake of the build is seen. */
export interface Tables {
	/** Rows of a CSV file under `data/`, in their order. */
	rows(path: string): readonly Printed[];
}

/** The tables under the folder `data`. */
export function tablesOf(data: string): Tables {
	const read = new Map<string, readonly Printed[]>();
	return {
		rows(path) {
			const known = read.get(path) ?? keyed(cellsOf(readFileSync(join(data, path), 'utf8')));
			read.set(path, known);
			return known;
		}
	};
}

/** The number printed in a column; null for an empty cell. Throws on anything else. */
export function numberIn(row: Printed, column: string): number | null {
	const text = row[column]?.trim();
	if (text === undefined) throw new Error(`there is no column «${column}»`);
	if (text === '') return null;
	const value = Number(text);
	if (!Number.isFinite(value)) throw new Error(`«${column}» is no number: ${text}`);
	return value;
}

/** Cells of a CSV text (RFC 4180): quotes may hold commas, line breaks and doubled quotes. */
export function cellsOf(text: string): string[][] {
	const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
	const rows: string[][] = [[]];
	const source = text.replace(/^\ufeff/, '').replace(/\r?\n$/, '');
	for (cells.lastIndex = 0; ;) {
		const found = cells.exec(source);
		if (!found) throw new Error(`the table cannot be read after character ${rows.flat().join(',').length}`);
		rows.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
		if (found[3] === '') return rows;
		if (found[3] !== ',') rows.push([]);
	}
}

function keyed([header, ...rows]: readonly string[][]): Printed[] {
	return rows.map((cells) => Object.fromEntries(header!.map((column, index) => [column, cells[index] ?? ''])));
}
