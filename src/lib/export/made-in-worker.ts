import type { Sheet } from '#lib/core/export/sheets.ts';
import type { SqlStatement } from '#lib/core/export/sql-statement.ts';
import { fileFrom } from './file-worker.ts';

/** The SQLite file that statements make; the database comes with the worker. */
export const sqliteInWorker = (statements: readonly SqlStatement[]): Promise<Uint8Array<ArrayBuffer>> =>
	fileFrom(new Worker(new URL('./geopackage.worker.ts', import.meta.url), { type: 'module' }), statements);

/** Sheets as an XLSX file. */
export const workbookInWorker = (sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> =>
	fileFrom(new Worker(new URL('./workbook.worker.ts', import.meta.url), { type: 'module' }), sheets);
