import { guessMapping, headerFingerprint, recallMapping } from '#lib/core/register/columns.ts';
import { LONGEST_TEXT } from '#lib/core/register/clean-text.ts';
import type { Mapping } from '#lib/core/register/field.ts';
import { recalledMapping } from '../db/living/imports.ts';
import type { Living } from '../db/living/schema.ts';
import { openTable } from '../table/open-table.ts';

/** Rows a mapping is guessed from, and letters of them: rows as long as they may be would need more memory than there is. */
const SAMPLE = 200;
const LETTERS = 4_000_000;
/** Values of a column that are shown. */
const SHOWN = 3;

/** What a file looks like before anything of it is read. */
export interface Inspected {
	readonly kind: 'csv' | 'xlsx';
	readonly sheet: string | null;
	readonly sheets: readonly string[];
	readonly headers: readonly string[];
	/** The first values of every column, cut where a field of the register ends. */
	readonly values: readonly (readonly string[])[];
	/** How its columns were used last, or what they seem to be. */
	readonly mapping: Mapping;
	readonly remembered: boolean;
	/** About how many rows it has; null for a workbook, which does not tell. */
	readonly rowsAbout: number | null;
}

/** Looks into a file. Throws a TableProblem when it is no table. */
export async function inspect(living: Living, path: string, bytes: number, sheet: string | null = null): Promise<Inspected> {
	const table = await openTable(path, sheet === null ? {} : { sheet });
	const { kind, headers } = table;
	const sample: (readonly string[])[] = [];
	let letters = 0;
	let isWhole = true;
	for await (const cells of table.rows()) {
		letters += cells.reduce((sum, cell) => sum + cell.length, 0);
		if (sample.push(cells) < SAMPLE && letters < LETTERS) continue;
		isWhole = false;
		break;
	}
	const known = await recalledMapping(living, headerFingerprint(headers));
	return {
		kind,
		sheet: table.sheet,
		sheets: table.sheets,
		headers,
		values: headers.map((_, column) => shown(sample, column)),
		mapping: known ? recallMapping(headers, known) : guessMapping(headers, sample).map(({ use }) => use),
		remembered: known !== null,
		rowsAbout: kind === 'csv' ? (isWhole ? sample.length : about(sample, bytes, table.encoding)) : null
	};
}

function shown(sample: readonly (readonly string[])[], column: number): string[] {
	const values: string[] = [];
	for (const { [column]: cell = '' } of sample) {
		if (cell.trim() !== '') values.push(cell.slice(0, LONGEST_TEXT));
		if (values.length === SHOWN) break;
	}
	return values;
}

/** Rows of a text file, from the mean length of the first ones. */
function about(sample: readonly (readonly string[])[], bytes: number, encoding: string | null): number {
	const texts = sample.map((cells) => cells.join(';'));
	const width = { 'utf-16le': 2, 'utf-16be': 2, 'windows-1256': 1, 'windows-1252': 1 }[encoding ?? ''];
	const length = texts.reduce((sum, text) => sum + (width ? (text.length + 1) * width : Buffer.byteLength(text) + 1), 0);
	return Math.round((bytes * sample.length) / length);
}
