import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import type { Block, Chapter, Report, Said, Table } from '#lib/i18n/diagnostic/report.ts';
import { tableOf } from '#lib/i18n/diagnostic/table-of.ts';
import type { Words } from '#lib/i18n/words.ts';
import { sheetData, sheetName, textCell, type WorkbookCell } from '../case-xlsx-cells.ts';
import { figureRows } from './figures.ts';

interface Sheet {
	readonly name: string;
	readonly data: SheetData;
	readonly widths: readonly number[];
}

/** A diagnostic as a workbook: a sheet per chapter as it is told, one with every number and its cell, one with the sources. Right to left in Arabic. */
export function diagnosticXlsx(diagnostic: Diagnostic, report: Report, words: Words): Promise<Buffer> {
	const sheets = [...report.chapters.map(chapterSheet), figuresSheet(diagnostic, report, words), sourcesSheet(report)];
	const names = new Set<string>();
	const pages = sheets.map(({ name, data, widths }) => ({
		sheet: unique(sheetName(name), names),
		data,
		columns: widths.map((width) => ({ width })),
		orientation: 'landscape' as const,
		rightToLeft: report.direction === 'rtl'
	}));
	return writeXlsxFile(pages).toBuffer();
}

/** Two sheets of one name open in no spreadsheet. */
function unique(name: string, taken: Set<string>): string {
	const free = taken.has(name) ? `${name.slice(0, 28)} ${taken.size}` : name;
	taken.add(free);
	return free;
}

const written = (rows: readonly (readonly (WorkbookCell | null)[])[]): SheetData => sheetData({ name: '', rows, widths: [] });
const heading = (text: string): WorkbookCell => textCell(text, true);
const cited = ({ text, refs }: Said): string => (refs.length > 0 ? `${text} [${refs.join(', ')}]` : text);

/** Sentences, then every block as a table: what is a chart on the page is its numbers here. */
function chapterSheet({ title, sentences, blocks }: Chapter): Sheet {
	const rows: (readonly (WorkbookCell | null)[])[] = [[heading(title)], ...sentences.map((said) => [textCell(cited(said))]), []];
	for (const block of blocks) rows.push(...blockRows(block), []);
	return { name: title, data: written(rows), widths: [46, 22, 22, 22, 22, 40] };
}

function blockRows(block: Block): (readonly (WorkbookCell | null)[])[] {
	switch (block.kind) {
		case 'facts':
			return block.facts.map(({ label, value, note }) => [textCell(label), textCell(cited(value)), textCell(note)]);
		case 'points':
			return [[heading(block.title)], ...block.points.map((point) => [textCell(cited(point))])];
		case 'notice':
			return [[textCell(block.text)]];
		case 'quadrants':
			return block.items.flatMap(({ title, points }) => [[heading(title)], ...points.map((point) => [textCell(cited(point))])]);
		default:
			return tableRows(tableOf(block));
	}
}

function tableRows({ title, columns, rows, note }: Table): (readonly (WorkbookCell | null)[])[] {
	return [
		[heading(title)],
		columns.map(({ label }) => heading(label)),
		...rows.map(({ group, cells }) =>
			cells.map((cell, index) =>
				textCell(
					[index === 0 && group !== '' ? `${group}: ${cited(cell)}` : cited(cell), cell.note].filter((part) => part !== '').join(' · ')
				)
			)
		),
		...(note === '' ? [] : [[textCell(note)]])
	];
}

/** Numbers as numbers, each with its cell. */
function figuresSheet(diagnostic: Diagnostic, { labels }: Report, words: Words): Sheet {
	const [head, ...rows] = figureRows(diagnostic, words);
	const data: SheetData = [
		head!.map((text): Cell => ({ type: String, value: String(text), fontWeight: 'bold' })),
		...rows.map((row) =>
			row.map((cell): Cell =>
				cell === null ? null : typeof cell === 'number' ? { type: Number, value: cell } : { type: String, value: safe(cell) }
			)
		)
	];
	return { name: labels.figures, data, widths: [44, 44, 14, 20, 12, 12, 24, 60] };
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
const safe = (text: string): string => {
	const cell = textCell(text);
	return cell.kind === 'text' ? cell.text : text;
};

function sourcesSheet({ labels, sources, statement, independent, version, date }: Report): Sheet {
	const rows = [
		[heading(labels.sources)],
		['', labels.source, labels.licence, 'id', 'URL'].map(heading),
		...sources.map(({ number, text, licence, id, url }) => [`[${number}]`, text, licence, id, url ?? ''].map((part) => textCell(part))),
		[],
		[textCell(`${statement} ${independent}`)],
		[textCell(`${version} · ${date}`)]
	];
	return { name: labels.sources, data: written(rows), widths: [8, 70, 40, 26, 60] };
}
