import { zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { cellOf } from '#lib/core/own/cell.ts';
import { checkColumns, checkRows, columnsOfRows } from '#lib/core/own/columns.ts';
import { OWN_LIMITS } from '#lib/core/own/limits.ts';
import type { OwnCell, ReadNote, ReadTable } from '#lib/core/own/own-table.ts';
import { OwnRefused } from '#lib/core/own/refusal.ts';

/** The parts of a workbook that say what is in its cells. */
const PARTS = /(^|\/)(\[Content_Types\]|workbook|sharedStrings|styles|sheet\d*|[^/]+)\.xml(\.rels)?$/i;
/** Sheets with more cells than this are a trap, not a table: the reader fills every gap. */
const MOST_CELLS = OWN_LIMITS.rows * OWN_LIMITS.columns;
const LAST_ROW = 1_048_576;

/** Whether a part of a ZIP is of a workbook. */
export const isWorkbookPart = (name: string): boolean => PARTS.test(name);

/** The table of a sheet: of the one asked for, or of the first that has something in it. `parts` are those of the file, unpacked. */
export async function readXlsx(parts: ReadonlyMap<string, Uint8Array>, part: string | null): Promise<ReadTable> {
	const marks = checkParts(parts);
	// Packed again from what really came out: the reader sees no size that the file claims.
	const bytes = zipSync(Object.fromEntries([...parts].filter(([name]) => isWorkbookPart(name))), { level: 0 });
	const sheets = await sheetsOf(bytes.buffer as ArrayBuffer);
	const chosen =
		sheets.find(({ name }) => name === part) ?? sheets.find(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)));
	if (!chosen) throw new OwnRefused('empty');
	const { columns, rows, notes } = columnsOfRows(chosen.rows);
	return {
		format: 'xlsx',
		part: chosen.name,
		parts: sheets.map(({ name }) => name),
		columns,
		rows,
		shapes: null,
		notes: [...marks, ...notes]
	};
}

interface Sheet {
	readonly name: string;
	readonly rows: readonly OwnCell[][];
}

async function sheetsOf(bytes: ArrayBuffer): Promise<readonly Sheet[]> {
	try {
		const sheets = await readWorkbook(bytes);
		return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }));
	} catch (cause) {
		throw new OwnRefused('damaged', {}, { cause });
	}
}

/** What the sheets are marked with; throws when a part would make the reader build what nobody wrote, or resolve what stands elsewhere. */
function checkParts(parts: ReadonlyMap<string, Uint8Array>): readonly ReadNote[] {
	let [formulas, merged] = [0, 0];
	const decoder = new TextDecoder();
	for (const [name, bytes] of parts) {
		if (!isWorkbookPart(name)) continue;
		const text = decoder.decode(bytes);
		if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new OwnRefused('xml-entities');
		if (!/worksheets\//i.test(name)) continue;
		checkSheet(text);
		formulas += count(text, /<f[\s/>]/g);
		merged += count(text, /<mergeCell[\s/>]/g);
	}
	return [
		...(formulas > 0 ? [{ kind: 'formulas', count: formulas } as const] : []),
		...(merged > 0 ? [{ kind: 'merged', count: merged } as const] : [])
	];
}

const count = (text: string, what: RegExp): number => {
	let found = 0;
	while (what.exec(text)) found++;
	return found;
};

/** Rows and columns that the cells of a sheet claim, before anything is built of them. */
function checkSheet(sheet: string): void {
	const cells = /<(?:c|row)\b[^>]*?\sr="([A-Z]*)(\d+)"/g;
	let [rows, width, cell] = [0, 0, 0];
	for (let found = cells.exec(sheet); found; found = cells.exec(sheet)) {
		const row = Number(found[2]);
		if (row > LAST_ROW || found[1]!.length > 3) throw new OwnRefused('damaged');
		rows = Math.max(rows, row);
		width = Math.max(width, columnOf(found[1]!));
		if (found[1] !== '') cell++;
	}
	if (rows * width <= MOST_CELLS || cell === 0) return;
	checkColumns(width);
	checkRows(rows);
}

/** Number of a column by its letters, from 1; 0 for none. */
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
