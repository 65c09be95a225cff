import type { TableLimits } from '../limits.ts';
import type { TableRow, TableSource } from '../table.ts';
import { TableProblem } from '../table-problem.ts';
import { createWatch, type Watch } from '../watch.ts';
import { createFilling, mergesOf, type Merge } from './merges.ts';
import { openPackage, type Package } from './package.ts';
import { sharedStringsOf } from './shared-strings.ts';
import { sheetRows, type SheetContext } from './sheet.ts';
import { datesOf } from './styles.ts';
import { workbookOf, type SheetPart } from './workbook.ts';

/** The same for every pass over a sheet. */
type Common = Omit<SheetContext, 'fill' | 'part'>;

/** A workbook with a table in one of its sheets: in `wanted`, or in the first one that is not hidden and has a cell. Throws a `TableProblem` when there is none. */
export async function xlsxSource(path: string, limits: TableLimits, wanted?: string): Promise<TableSource> {
	const zip = await openPackage(path, limits, createWatch(limits.milliseconds));
	try {
		const { sheets, sharedStrings, styles, from1904 } = await workbookOf(zip, limits);
		const strings = sharedStrings ? await sharedStringsOf(sharedStrings, zip.bytes(sharedStrings), limits) : { at: () => null };
		const isDate = styles ? await datesOf(styles, zip.bytes(styles), limits) : () => false;
		const common = { strings, isDate, from1904, limits };
		const visible = sheets.filter(({ isHidden }) => !isHidden);
		const names = visible.map(({ name }) => name);
		const { name, part } = await sheetOf(zip, visible, wanted, common);
		const merges = await mergesOf(zip.bytes(part), limits);
		const read: TableSource['read'] = (watch, fillAfter) =>
			passOver(path, { ...common, part }, fillAfter === null ? [] : merges, fillAfter ?? 0, watch);
		return { kind: 'xlsx', encoding: null, delimiter: null, sheet: name, sheets: names, read };
	} finally {
		zip.close();
	}
}

async function sheetOf(
	zip: Package,
	visible: readonly SheetPart[],
	wanted: string | undefined,
	common: Common
): Promise<{ name: string; part: string }> {
	const candidates = wanted === undefined ? visible : visible.filter(({ name }) => name === wanted);
	if (candidates.length === 0) {
		throw new TableProblem(
			wanted === undefined ? { kind: 'empty' } : { kind: 'no-such-sheet', text: wanted, names: visible.map(({ name }) => name) }
		);
	}
	for (const { name, part } of candidates) {
		if (part === null || !zip.names.has(part)) throw new TableProblem({ kind: 'damaged', text: name });
		if (candidates.length === 1 || (await hasCells(zip, part, common))) return { name, part };
	}
	throw new TableProblem({ kind: 'empty' });
}

async function hasCells(zip: Package, part: string, common: Common): Promise<boolean> {
	for await (const batch of sheetRows(zip.bytes(part), { ...common, part, fill: () => undefined })) if (batch.length > 0) return true;
	return false;
}

async function* passOver(
	path: string,
	context: Omit<SheetContext, 'fill'>,
	merges: readonly Merge[],
	fillAfter: number,
	watch: Watch
): AsyncGenerator<readonly TableRow[]> {
	const zip = await openPackage(path, context.limits, watch);
	try {
		yield* sheetRows(zip.bytes(context.part), { ...context, fill: createFilling(merges, fillAfter) });
	} finally {
		zip.close();
	}
}
