import type { TableLimits } from '../limits.ts';
import type { TableRow } from '../table.ts';
import { TableProblem } from '../table-problem.ts';
import { addressOf, LAST_ROW } from './address.ts';
import { isoDate } from './serial-date.ts';
import { unescaped, type SharedStrings } from './shared-strings.ts';
import type { IsDate } from './styles.ts';
import { readXml, type Attributes, type XmlReader } from './xml.ts';

/** What is needed to read the cells of a sheet. */
export interface SheetContext {
	readonly strings: SharedStrings;
	readonly isDate: IsDate;
	readonly from1904: boolean;
	readonly limits: TableLimits;
	/** Name of the part, for problems. */
	readonly part: string;
	/** Given each row that is not blank before it is handed on. */
	readonly fill: (row: number, cells: string[]) => void;
}

/** The rows of a sheet that are not blank, a batch per chunk. A formula is never calculated: the value beside it is taken. */
export async function* sheetRows(chunks: AsyncIterable<Buffer>, context: SheetContext): AsyncGenerator<readonly TableRow[]> {
	const rows = new SheetRows(context);
	for await (const _ of readXml(context.part, chunks, rows, context.limits)) {
		const batch = rows.taken();
		if (batch.length > 0) yield batch;
	}
	rows.finish();
	yield rows.taken();
}

/** Tags in, rows out. */
class SheetRows implements XmlReader {
	readonly #context: SheetContext;
	#batch: TableRow[] = [];
	#root = '';
	#row = 0;
	#cells: string[] = [];
	#formulas: number[] = [];
	#column = -1;
	#type = 'n';
	#style = 0;
	#value = '';
	#hasFormula = false;
	#isValue = false;
	#isReading = false;
	#hasData = false;

	constructor(context: SheetContext) {
		this.#context = context;
	}

	taken(): readonly TableRow[] {
		const batch = this.#batch;
		this.#batch = [];
		return batch;
	}

	/** A part that is no sheet, or a sheet without its data, is damaged. */
	finish(): void {
		if (this.#root !== 'worksheet' || !this.#hasData) throw new TableProblem({ kind: 'damaged', text: this.#context.part });
	}

	open(name: string, at: Attributes): void {
		this.#root ||= name;
		switch (name) {
			case 'sheetData':
				this.#hasData = true;
				break;
			case 'row':
				this.#startRow(at['r']);
				break;
			case 'c':
				this.#startCell(at);
				break;
			case 'f':
				this.#hasFormula = true;
				break;
			case 'rPh':
				this.#isReading = true;
				break;
			case 'v':
			case 't':
				this.#isValue = !this.#isReading;
		}
	}

	text(text: string): void {
		if (!this.#isValue) return;
		this.#value += text;
		const { cellCharacters: limit } = this.#context.limits;
		if (this.#value.length <= limit) return;
		throw new TableProblem({ kind: 'cell-too-long', limit, found: this.#value.length, row: this.#row, column: this.#column });
	}

	close(name: string): void {
		switch (name) {
			case 'v':
			case 't':
				this.#isValue = false;
				break;
			case 'rPh':
				this.#isReading = false;
				break;
			case 'c':
				this.#endCell();
				break;
			case 'row':
				this.#endRow();
		}
	}

	#startRow(reference: string | undefined): void {
		const row = reference === undefined ? this.#row + 1 : Number(reference);
		if (!Number.isInteger(row) || row > LAST_ROW || row < 1)
			throw new TableProblem({ kind: 'bad-address', text: reference ?? String(row) });
		if (row <= this.#row) throw new TableProblem({ kind: 'damaged', text: this.#context.part, row });
		this.#row = row;
		this.#column = -1;
		this.#cells = [];
		this.#formulas = [];
	}

	#startCell({ r: reference, t: type, s: style }: Attributes): void {
		const address = reference === undefined ? { column: this.#column + 1, row: this.#row } : addressOf(reference);
		if (!address || address.row !== this.#row) throw new TableProblem({ kind: 'bad-address', text: reference ?? '', row: this.#row });
		if (address.column <= this.#column) throw new TableProblem({ kind: 'damaged', text: this.#context.part, row: this.#row });
		this.#column = address.column;
		this.#type = type ?? 'n';
		this.#style = Number(style ?? 0);
		this.#value = '';
		this.#hasFormula = false;
	}

	#endCell(): void {
		const value = this.#text();
		if (value === '' && !this.#hasFormula) return;
		const { columns: limit } = this.#context.limits;
		if (this.#column >= limit) throw new TableProblem({ kind: 'too-many-columns', limit, found: this.#column + 1, row: this.#row });
		while (this.#cells.length < this.#column) this.#cells.push('');
		this.#cells[this.#column] = value;
		if (this.#hasFormula) this.#formulas.push(this.#column);
	}

	#endRow(): void {
		if (this.#cells.every((cell) => cell === '')) return;
		this.#context.fill(this.#row, this.#cells);
		this.#batch.push({ number: this.#row, cells: this.#cells, formulas: this.#formulas });
	}

	/** What the cell shows, without its number format; days as ISO 8601. */
	#text(): string {
		const value = this.#value;
		switch (this.#type) {
			case 's':
				return value === '' ? '' : this.#shared(value);
			case 'inlineStr':
			case 'str':
				return unescaped(value);
			case 'b':
				return value === '1' || value === 'true' ? 'TRUE' : value === '' ? '' : 'FALSE';
			case 'n':
				return this.#number(value);
			default:
				return value;
		}
	}

	#shared(value: string): string {
		const text = this.#context.strings.at(Number(value));
		if (text === null) throw new TableProblem({ kind: 'damaged', text: this.#context.part, row: this.#row, column: this.#column });
		return text;
	}

	#number(value: string): string {
		const number = Number(value);
		if (value.trim() === '' || !Number.isFinite(number)) return value;
		const day = this.#context.isDate(this.#style) ? isoDate(number, this.#context.from1904) : null;
		// Fifteen digits are what a spreadsheet shows; the file holds the noise behind them too.
		return day ?? String(Number.isSafeInteger(number) ? number : Number(number.toPrecision(15)));
	}
}
