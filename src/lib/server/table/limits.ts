/** One limit on a table that strangers send: the number, and why it is that one. */
interface Limit {
	readonly value: number;
	readonly unit: string;
	readonly reason: string;
}

/** What a table may be. Each is checked while reading, never from what the file says of itself. */
export const LIMITS = {
	fileBytes: {
		value: 64 * 2 ** 20,
		unit: 'bytes',
		reason: 'Ten times the national register of some 65,000 cooperatives as CSV in UTF-16.'
	},
	inflatedBytes: {
		value: 400 * 2 ** 20,
		unit: 'bytes',
		reason: 'Six times the XML of 65,000 rows of 15 columns; read in some ten seconds.'
	},
	inflation: { value: 200, unit: '×', reason: 'Sheets of one repeated value reach some 100; a bomb of zeros reaches 1,032.' },
	inflationFrom: { value: 8 * 2 ** 20, unit: 'bytes', reason: 'A small part may repeat itself as it likes: it is small.' },
	entries: { value: 10_000, unit: 'parts', reason: 'A workbook of 200 sheets with pictures has some 2,000.' },
	rows: { value: 200_000, unit: 'rows', reason: 'Three times the cooperatives of the country.' },
	columns: { value: 256, unit: 'columns', reason: 'What a sheet of the old format held; registers have 10 to 40.' },
	cellCharacters: { value: 32_767, unit: 'characters', reason: 'What a cell of a spreadsheet holds.' },
	rowCharacters: { value: 2 ** 20, unit: 'characters', reason: 'Thirty-two full cells, or 256 columns of 4,000 characters.' },
	sharedCharacters: {
		value: 16_000_000,
		unit: 'characters',
		reason: '65,000 rows with 240 characters that no other row has; 32 MB in Arabic.'
	},
	sharedStrings: { value: 4_000_000, unit: 'texts', reason: 'Every cell of 200,000 rows of 20 columns different.' },
	merges: { value: 20_000, unit: 'ranges', reason: 'A sheet merged by commune has some 1,500.' },
	quietCharacters: {
		value: 2 ** 20,
		unit: 'characters',
		reason: 'A full cell written as character references, four times over, without a tag.'
	},
	depth: { value: 64, unit: 'levels', reason: 'The parts of a workbook that are read go 8 deep.' },
	milliseconds: { value: 60_000, unit: 'ms', reason: 'Thirty times what 65,000 rows take on the machine of this project.' }
} as const satisfies Record<string, Limit>;

/** The limits as numbers, by name. */
export type TableLimits = { readonly [Name in keyof typeof LIMITS]: number };

/** The limits of this product, some of them replaced by the caller. */
export function tableLimits(own: Partial<TableLimits> = {}): TableLimits {
	const usual = Object.fromEntries(Object.entries(LIMITS).map(([name, { value }]) => [name, value]));
	return { ...usual, ...own } as TableLimits;
}
