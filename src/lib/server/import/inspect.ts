import { guessMapping, headerFingerprint, recallMapping } from '#lib/core/register/columns.ts';
import type { Mapping } from '#lib/core/register/field.ts';
import { recalledMapping } from '../db/living/imports.ts';
import type { Living } from '../db/living/schema.ts';
import { openTable } from '../table/open-table.ts';

/** Rows a mapping is guessed from. */
const SAMPLE = 200;

/** What a file looks like before anything of it is read. */
export interface Inspected {
	readonly kind: 'csv' | 'xlsx';
	readonly sheet: string | null;
	readonly sheets: readonly string[];
	readonly headers: readonly string[];
	/** Its first rows. */
	readonly sample: readonly (readonly string[])[];
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
	for await (const cells of table.rows()) if (sample.push(cells) >= SAMPLE) break;
	const known = await recalledMapping(living, headerFingerprint(headers));
	return {
		kind,
		sheet: table.sheet,
		sheets: table.sheets,
		headers,
		sample,
		mapping: known ? recallMapping(headers, known) : guessMapping(headers, sample).map(({ use }) => use),
		remembered: known !== null,
		rowsAbout: kind === 'csv' ? about(sample, bytes, table.encoding) : null
	};
}

/** Rows of a text file, from the mean length of the first ones. */
function about(sample: readonly (readonly string[])[], bytes: number, encoding: string | null): number {
	if (sample.length < SAMPLE) return sample.length;
	const texts = sample.map((cells) => cells.join(';'));
	const width = { 'utf-16le': 2, 'utf-16be': 2, 'windows-1256': 1, 'windows-1252': 1 }[encoding ?? ''];
	const length = texts.reduce((sum, text) => sum + (width ? (text.length + 1) * width : Buffer.byteLength(text) + 1), 0);
	return Math.round((bytes * sample.length) / length);
}
