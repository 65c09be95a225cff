import writeXlsxFile, { type Cell } from 'write-excel-file/universal';
import type { Sheet, SheetCell } from '#lib/core/export/sheets.ts';

/** Sheets as an XLSX file, in the browser and in Node alike. Codes are texts: their leading zeros stay. */
export function workbook(sheets: readonly Sheet[]): Promise<Blob> {
	const pages = sheets.map(({ name, rows, widths, rightToLeft, frozenRows }) => ({
		sheet: name,
		data: rows.map((row) => row.map(written)),
		columns: widths.map((width) => ({ width })),
		orientation: 'landscape' as const,
		rightToLeft,
		...(frozenRows > 0 ? { stickyRowsCount: frozenRows } : {})
	}));
	return writeXlsxFile(pages).toBlob();
}

function written(cell: SheetCell): Cell {
	if (cell === null) return null;
	switch (cell.kind) {
		case 'text':
			return { type: String, value: cell.text, ...(cell.isHeading ? { fontWeight: 'bold' } : {}) };
		case 'number':
			return { type: Number, value: cell.value, format: formatOf(cell.decimals) };
		default:
			return cell satisfies never;
	}
}

const formatOf = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`);
