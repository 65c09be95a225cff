import type PptxGenJS from 'pptxgenjs';
import type { SourceNote, Table, TableCell } from '#lib/i18n/diagnostic/report.ts';
import { AREA, INK, placed, printed, saidRuns, textProps, type Box, type Deck, type Page, type Paragraph } from './deck.ts';
import { lineCount, lineHeight, textWidth } from './fit.ts';
import { captioned, type Caption } from './frame.ts';

const SIZE = { text: 11, note: 10, head: 10.5 } as const;
/** Around the words of a cell, in inches: beside them, and above and below. */
const CELL = { x: 0.1, y: 0.035 } as const;
const TIGHT = 0.02;
/** As many rows as a hall reads before the next slide comes. */
const MOST_ROWS = 10;

/** A row as it is set: its cells, or one that spans them all as a sub-heading. */
interface SetRow {
	readonly kind: 'row' | 'group';
	readonly group: string;
	readonly cells: readonly Paragraph[][];
	readonly height: number;
}

interface Grid {
	readonly widths: readonly number[];
	readonly labels: readonly string[];
	readonly aligns: readonly ('start' | 'end')[];
	/** Above and below the words of a cell, in inches. */
	readonly pad: number;
}

/** A table on as many slides as its rows take, its head on each of them. */
export function tablePages(deck: Deck, table: Table, room: Box): Page[] {
	const cells = table.rows.map((row) => row.cells.map((cell, at) => cellParagraphs(deck, cell, table.columns[at]!.align, at === 0)));
	const grid: Grid = {
		labels: table.columns.map(({ label }) => label),
		aligns: table.columns.map(({ align }) => align),
		pad: CELL.y,
		widths: columnWidths(
			table.columns.map(({ share }) => share),
			[table.columns.map(({ label }) => [{ runs: [{ text: printed(label), size: SIZE.head, bold: true }] }]), ...cells]
		)
	};
	const rows = cells.map((row, at) => setRow(deck, grid, table.rows[at]!.group, row));
	const notes = [table.note].filter((note) => note !== '');
	const taken =
		0.4 + notes.reduce((height, note) => height + lineCount(printed(note), AREA.w, 11) * lineHeight(11, deck.isArabic) + 0.1, 0);
	const slides = slidesOf(deck, rows, room.h - taken - headHeight(deck, grid), MOST_ROWS);
	return pages(deck, grid, slides, { title: table.title, notes });
}

/** Sources with their numbers: credit, id of the data set, licence. */
export function sourcePages(deck: Deck, sources: readonly SourceNote[], room: Box): Page[] {
	const { labels } = deck.report;
	const shares = [0.6, 8.5, 3.5];
	const total = 12.6;
	const grid: Grid = {
		labels: ['', labels.source, labels.licence],
		aligns: ['start', 'start', 'start'],
		pad: CELL.y,
		widths: shares.map((share) => (share / total) * AREA.w)
	};
	const rows = sources.map(({ number, id, text, licence, url }) => {
		const address = url !== null && /^https?:\/\//.test(url) ? url : null;
		return setRow(deck, grid, '', [
			[{ runs: [{ text: `[${number}]`, size: SIZE.text, color: INK.muted }] }],
			[
				{ runs: [{ text: printed(text), size: SIZE.text }] },
				{ runs: [{ text: printed(id), size: SIZE.note, color: INK.muted, url: address }] }
			],
			[{ runs: [{ text: printed(licence), size: SIZE.text }] }]
		]);
	});
	return pages(deck, grid, slidesOf(deck, rows, room.h - headHeight(deck, grid), Infinity), { title: '' });
}

/**
 * Widths of the columns: what the report asks for, drawn to what the cells hold. A page may be wide where a slide is not, and a column
 * that breaks every line makes a table of twice the slides. No column breaks a word while another has room.
 */
function columnWidths(shares: readonly number[], rows: readonly (readonly Paragraph[][])[]): number[] {
	const total = shares.reduce((sum, share) => sum + share, 0);
	const held = shares.map((_, at) => {
		const widths = rows.map((row) => Math.max(0, ...row[at]!.map((paragraph) => widthOf(paragraphText(paragraph), paragraph))));
		const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
		return (Math.min(5, mean) + Math.min(2.4, Math.max(...widths))) / 2 + 2 * CELL.x;
	});
	const holds = held.reduce((sum, width) => sum + width, 0);
	const wanted = shares.map((share, at) => (0.35 * (share / total) + 0.65 * (held[at]! / holds)) * AREA.w);
	const least = shares.map((_, at) => Math.min(2.4, Math.max(...rows.flatMap((row) => row[at]!.map(longestWord)))) + 2 * CELL.x);
	const lacking = wanted.reduce((sum, width, at) => sum + Math.max(0, least[at]! - width), 0);
	const spare = wanted.reduce((sum, width, at) => sum + Math.max(0, width - least[at]!), 0);
	const given = spare === 0 ? 0 : Math.min(1, lacking / spare);
	return wanted.map((width, at) =>
		width < least[at]! ? width + (least[at]! - width) * Math.min(1, spare / lacking) : width - (width - least[at]!) * given
	);
}

/** Bold letters are wider. */
const widthOf = (text: string, { runs }: Paragraph): number => textWidth(text, runs[0]!.size) * (runs[0]!.bold ? 1.06 : 1);

const longestWord = (paragraph: Paragraph): number =>
	Math.max(
		0,
		...paragraphText(paragraph)
			.split(' ')
			.map((word) => widthOf(word, paragraph))
	) + 0.02;

function cellParagraphs(deck: Deck, cell: TableCell, align: 'start' | 'end', isHeading: boolean): Paragraph[] {
	const aside = [cell.note, ...cell.marks.map((mark) => deck.report.labels.marks[mark])].map(printed).filter((text) => text !== '');
	return [
		{ runs: saidRuns(cell, { size: SIZE.text, bold: isHeading }), align },
		...(aside.length === 0 ? [] : [{ runs: [{ text: aside.join(' · '), size: SIZE.note, color: INK.muted }], align }])
	];
}

const paragraphText = ({ runs }: Paragraph): string => runs.map(({ text }) => text).join('');

function setRow(deck: Deck, { widths, pad }: Grid, group: string, cells: readonly Paragraph[][]): SetRow {
	const heights = cells.map((paragraphs, at) =>
		paragraphs.reduce((height, paragraph) => {
			const size = paragraph.runs[0]!.size;
			return height + lineCount(paragraphText(paragraph), widths[at]! - 2 * CELL.x, size) * lineHeight(size, deck.isArabic);
		}, 0)
	);
	return { kind: 'row', group, cells, height: Math.max(...heights) + 2 * pad };
}

function pages(deck: Deck, grid: Grid, slides: readonly SetRow[][], caption: Caption): Page[] {
	return slides.map((some) => (slide, area) => {
		addTable(deck, slide, captioned(deck, slide, area, caption), grid, some);
	});
}

const headHeight = (deck: Deck, { labels, widths }: Grid): number =>
	Math.max(...labels.map((label, at) => lineCount(printed(label), widths[at]! - 2 * CELL.x, SIZE.head))) *
		lineHeight(SIZE.head, deck.isArabic) +
	2 * CELL.y;

/** Rows slide by slide, at most `most` on one, on every slide about as many: no slide for a single last row. */
function slidesOf(deck: Deck, rows: readonly SetRow[], height: number, most: number): SetRow[][] {
	let slides = filled(deck, rows, height, most);
	for (let room = height - 0.1; slides.length > 1 && room > 0; room -= 0.1) {
		const evener = filled(deck, rows, room, most);
		if (evener.length > slides.length) break;
		slides = evener;
	}
	return slides;
}

/** Slides filled one after the other; a sub-heading stands over its rows again where they go on. */
function filled(deck: Deck, rows: readonly SetRow[], height: number, most: number): SetRow[][] {
	const slides: SetRow[][] = [[]];
	for (const row of rows) {
		const last = slides.at(-1)!;
		const heading = row.group === '' ? [] : [groupRow(deck, row.group)];
		const added = last.at(-1)?.group === row.group ? [row] : [...heading, row];
		const isFull = last.filter(({ kind }) => kind === 'row').length >= most || heightOf(last) + heightOf(added) > height;
		if (isFull && last.length > 0) slides.push([...heading, row]);
		else last.push(...added);
	}
	return slides;
}

const heightOf = (rows: readonly SetRow[]): number => rows.reduce((sum, row) => sum + row.height, 0);

function groupRow(deck: Deck, group: string): SetRow {
	const cells = [[{ runs: [{ text: printed(group), size: SIZE.head, bold: true, color: INK.primary }] }]];
	return { kind: 'group', group, cells, height: lineHeight(SIZE.head, deck.isArabic) + 2 * CELL.y };
}

const NO_LINE = { type: 'none' } as const;
const border = (color: string, pt: number): NonNullable<PptxGenJS.TableCellProps['border']> => [
	NO_LINE,
	NO_LINE,
	{ type: 'solid', color, pt },
	NO_LINE
];

/**
 * The table itself. In Arabic its columns are laid out from the right by ourselves: a table that is marked as right to left is mirrored
 * by PowerPoint and by nobody else.
 */
function addTable(deck: Deck, slide: PptxGenJS.Slide, box: Box, grid: Grid, rows: readonly SetRow[]): void {
	const inOrder = <T>(cells: readonly T[]): T[] => (deck.isArabic ? cells.toReversed() : [...cells]);
	const cell = (paragraphs: readonly Paragraph[], more: PptxGenJS.TableCellProps): PptxGenJS.TableCell => ({
		text: textProps(deck, paragraphs) as unknown as PptxGenJS.TableCell[],
		options: { margin: [grid.pad, CELL.x, grid.pad, CELL.x], valign: 'middle', ...more }
	});
	const head = grid.labels.map((label, at) =>
		cell([{ runs: [{ text: printed(label), size: SIZE.head, bold: true, color: INK.muted }], align: grid.aligns[at]! }], {
			border: border(INK.ink, 1),
			valign: 'bottom'
		})
	);
	const body = rows.map(({ kind, cells }): PptxGenJS.TableRow => {
		if (kind === 'group')
			return [cell(cells[0]!, { colspan: grid.widths.length, fill: { color: INK.line }, border: border(INK.line, 0.75) })];
		return inOrder(cells.map((paragraphs) => cell(paragraphs, { border: border(INK.line, 0.75) })));
	});
	const { x, y, w } = placed(deck, box);
	slide.addTable([inOrder(head), ...body], {
		x,
		y,
		w,
		colW: inOrder(grid.widths),
		rowH: [headHeight(deck, grid), ...rows.map(({ height }) => height)]
	});
}

/** Height of a row of a small table at `size` points. */
export const pairHeight = (size: number, isArabic: boolean): number => lineHeight(size, isArabic) + 2 * TIGHT;

/** A small table of two columns without a title, for the figures of a chart: one line a row. */
export function addPairs(
	deck: Deck,
	slide: PptxGenJS.Slide,
	box: Box,
	heads: readonly [string, string],
	pairs: readonly (readonly [Paragraph, Paragraph])[]
): void {
	const grid: Grid = { labels: heads, aligns: ['start', 'end'], widths: [box.w * 0.55, box.w * 0.45], pad: TIGHT };
	const rows = pairs.map((pair) =>
		setRow(
			deck,
			grid,
			'',
			pair.map((paragraph) => [paragraph])
		)
	);
	addTable(deck, slide, box, grid, rows);
}
