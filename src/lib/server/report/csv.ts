import { csvText, type Cell } from '#lib/core/export/csv.ts';

export type { Cell };

/** Rows as CSV (RFC 4180) with commas and a byte order mark, harmless for a spreadsheet. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string => csvText(rows, { separator: 'comma', byteOrderMark: true });
