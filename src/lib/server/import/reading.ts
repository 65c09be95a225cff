import { setImmediate as turn } from 'node:timers/promises';
import { change } from '../db/living/audit.ts';
import { dropRows, recalledAnswers, writeRows } from '../db/living/import-rows.ts';
import { moveImport, noteImport, type Import } from '../db/living/imports.ts';
import type { StagedRow } from '../db/living/schema/register.ts';
import type { Living } from '../db/living/schema.ts';
import { openTable } from '../table/open-table.ts';
import type { TableRow } from '../table/table.ts';
import { isTableProblem } from '../table/table-problem.ts';
import type { Bearings } from './bearings.ts';
import { compare } from './comparing.ts';
import type { Job } from './job.ts';
import { cellsOf, createSettle, newEntry, type Settle } from './settle.ts';

/** Rows that are examined and written together: some 50 ms, after which the server answers others. */
const CHUNK = 500;

/**
 * Reads the file of an import that stands in `reading`, row by row, and compares the rows with the register: it is `read` then. A file that
 * turns out to be at fault is `refused`, with nothing kept of its rows. Throws what is no fault of the file.
 */
export async function readFile(job: Job, path: string, found: Import, bearings: Bearings): Promise<void> {
	const { living, id, signal } = job;
	try {
		await stage(job, path, found, bearings);
		signal.throwIfAborted();
		await compare(job, bearings);
		await change(living, { actor: null, action: 'import.read', subject: id, region: null }, (writing, at) =>
			moveImport(writing, at, id, 'read')
		);
	} catch (problem) {
		if (!isTableProblem(problem)) throw problem;
		const { kind } = problem.fault;
		await change(living, { actor: null, action: 'import.refuse', subject: id, region: null, facts: { kind } }, async (writing, at) => {
			await dropRows(writing, id);
			await moveImport(writing, at, id, 'refused', { fault: JSON.stringify(problem.fault), rows_read: 0 });
		});
	}
}

async function stage({ living, id, signal }: Job, path: string, { sheet, mapping }: Import, bearings: Bearings): Promise<void> {
	const recalled = { place: await recalledAnswers(living, 'place'), chain: await recalledAnswers(living, 'chain') };
	const settle = createSettle(id, bearings, living.now().getUTCFullYear(), recalled);
	const table = await openTable(path, sheet === null ? {} : { sheet });
	let rows: StagedRow[] = [];
	let read = 0;
	const flush = async (): Promise<void> => {
		signal.throwIfAborted();
		read += rows.length;
		await keep(living, id, rows, read);
		rows = [];
		await turn();
	};
	for await (const line of table.lines()) {
		rows.push(settled(settle, line, mapping));
		if (rows.length === CHUNK) await flush();
	}
	if (rows.length > 0) await flush();
}

const settled = (settle: Settle, { number, cells }: TableRow, mapping: Import['mapping']): StagedRow =>
	settle({
		line: number,
		cells: cellsOf(cells, mapping),
		decisions: {},
		entry: newEntry(),
		known: false,
		sameAs: null,
		resembles: null,
		recalled: false
	});

async function keep(living: Living, id: string, rows: readonly StagedRow[], read: number): Promise<void> {
	const facts = { rows: rows.length, read };
	await change(living, { actor: null, action: 'import.rows', subject: id, region: null, facts }, async (writing, at) => {
		await writeRows(writing, rows);
		await noteImport(writing, at, id, 'reading', { rows_read: read });
	});
}
