import type { Table, TableCell } from '#lib/i18n/diagnostic/report.ts';
import type { DiagnosticDocument } from './document.ts';
import { spanOf } from './pdf-charts.ts';
import { inRuns } from './pdf-runs.ts';
import { breakable, citedOf } from './pdf-said.ts';

/** A line of a printed table: the name of a group over the whole width, the cells of a row, or what explains them at the foot. */
type Line =
	| { readonly kind: 'group'; readonly text: string }
	| { readonly kind: 'cells'; readonly cells: readonly PrintedCell[] }
	| { readonly kind: 'foot' };

type PrintedCell = ReturnType<typeof cellOf>;

/** A table with its groups as lines of their own, and which lines no page may part. */
export function tableOf({ origin }: DiagnosticDocument, { title, columns, rows, note }: Table) {
	const body = rows.flatMap(({ group, cells }, index): Line[] => {
		const line: Line = { kind: 'cells', cells: cells.map((cell) => cellOf(cell, origin)) };
		const isNewGroup = group !== '' && group !== rows[index - 1]?.group;
		return isNewGroup ? [{ kind: 'group', text: breakable(group) }, line] : [line];
	});
	const cells = rows.flatMap((row) => row.cells);
	const marks = [...new Set(cells.flatMap((cell) => cell.marks))].sort();
	const hasTick = cells.some(({ bar }) => bar !== null && bar.reference !== null);
	const lines: readonly Line[] = note !== '' || marks.length > 0 || hasTick ? [...body, { kind: 'foot' }] : body;
	return {
		kind: 'table' as const,
		title: breakable(title),
		note: breakable(note),
		columns: columns.map(({ label, align, share }, index) => ({
			label: breakable(label),
			align,
			share,
			// Numbers of a column stay under each other when their sources have a place of their own.
			refs: align === 'end' ? Math.max(0, ...rows.map((row) => lettersOf(row.cells[index]?.refs ?? []))) : 0
		})),
		runs: runsOf(lines).map((run) => ({ lines: run, refs: refsOf(run), isLong: isLong(run) })),
		marks,
		hasTick
	};
}

/** Letters of «[3, 12]». */
const lettersOf = (refs: readonly number[]): number => (refs.length === 0 ? 0 : 2 * refs.length + refs.join('').length);

function cellOf({ note, marks, bar, link, ...said }: TableCell, origin: string | null) {
	return {
		...citedOf(said),
		note: breakable(note),
		marks,
		bar: bar === null ? null : { ...spanOf(bar.value, bar), tick: bar.reference === null ? null : shareOf(bar.reference, bar) },
		url: link === null || origin === null ? null : origin + link
	};
}

const shareOf = (value: number, { min, max }: { readonly min: number; readonly max: number }): number =>
	Math.min(1, Math.max(0, (value - min) / (max - min || 1)));

/**
 * Lines in runs that stay on one page: a group with its first row, the first two and the last two rows, and the foot with what
 * explains them, so that none of them stands alone.
 */
function runsOf(lines: readonly Line[]): Line[][] {
	const last = lines.findLastIndex(({ kind }) => kind === 'cells');
	return inRuns(lines, ({ kind }, index) => kind === 'group' || index === 0 || index >= last - 1);
}

const refsOf = (lines: readonly Line[]): number[] => [
	...new Set(lines.flatMap((line) => (line.kind === 'cells' ? line.cells.flatMap(({ refs }) => refs) : [])))
];

/** Letters of a cell from which a row may go on over the page: it could be longer than one. */
const LONG = 1200;

const isLong = (lines: readonly Line[]): boolean =>
	lines.some((line) => line.kind === 'cells' && line.cells.some(({ text }) => text.length > LONG));
