import { join } from 'node:path';
import type { Actor } from '#lib/core/account/actor.ts';
import { headerFingerprint, rememberMapping } from '#lib/core/register/columns.ts';
import { checkMapping, type MappingProblem } from '#lib/core/register/check-mapping.ts';
import type { Mapping, RegisterField } from '#lib/core/register/field.ts';
import type { FileFault } from '#lib/i18n/import-words.ts';
import { change } from '../db/living/audit.ts';
import { enterImport, undoImport } from '../db/living/entering.ts';
import { dropRows, endOfNext } from '../db/living/import-rows.ts';
import {
	createImport,
	forgetImport,
	ImportConflict,
	importOf,
	importsIn,
	keepMapping,
	moveImport,
	olderEntered,
	type Import
} from '../db/living/imports.ts';
import { registerNumber } from '../db/living/register.ts';
import type { Living } from '../db/living/schema.ts';
import { newId } from '../db/living/secrets.ts';
import { isTableProblem } from '../table/table-problem.ts';
import type { TakeBearings } from './bearings.ts';
import { compare } from './comparing.ts';
import { inspect, type Inspected } from './inspect.ts';
import type { Job } from './job.ts';
import { readFile } from './reading.ts';
import { decide, fix, skip, type Answer, type Reviewed } from './review.ts';
import { dropUpload, receive, sweepUploads, uploadPath } from './uploads.ts';

/** How the columns of a file are to be used. */
export interface Chosen {
	readonly mapping: readonly string[];
	/** ISO date of the register. */
	readonly asOf: string;
	readonly remember?: boolean;
}

/** What choosing comes to: the problems that keep the file from being read, or a date that is none. */
export type Mapped =
	{ readonly ok: true } | { readonly ok: false; readonly problems: readonly MappingProblem[]; readonly badDate: boolean };

/** Takes in files of the register, reads them, enters them and takes them out again. Who may do it is asked before. */
export interface ImportDesk {
	/** Keeps the file of a form and looks into it. */
	receive(
		actor: Actor | null,
		request: Request
	): Promise<{ readonly ok: true; readonly id: string } | { readonly ok: false; readonly fault: FileFault }>;
	/** What the file of an import looks like. Throws a TableProblem when it is no table any more. */
	sample(found: Import): Promise<Inspected>;
	/** Takes another sheet of a workbook; its columns are guessed anew. */
	chooseSheet(actor: Actor, id: string, sheet: string): Promise<void>;
	map(actor: Actor | null, id: string, chosen: Chosen): Promise<Mapped>;
	/** Begins to read; the rows come in the background. */
	startReading(actor: Actor | null, id: string): Promise<void>;
	decide(actor: Actor, id: string, answer: Answer): Promise<Reviewed>;
	fix(actor: Actor, id: string, line: number, cells: Readonly<Partial<Record<RegisterField, string>>>): Promise<Reviewed>;
	skip(actor: Actor, id: string, line: number, skipped: boolean): Promise<Reviewed>;
	/** Begins to enter the ready rows into the register. */
	startEntering(actor: Actor | null, id: string): Promise<void>;
	/** Takes an import out of the register again. Throws `UndoRefused`. */
	undo(actor: Actor, id: string): Promise<void>;
	/** Goes back to the review of what was undone, or broke off while it was entered. */
	reopen(actor: Actor, id: string): Promise<void>;
	/** Forgets an import with its rows and its file. */
	remove(actor: Actor, id: string): Promise<void>;
	/** Sees to what the end of the last process left half done. Called once, before anything else. */
	recover(): Promise<void>;
	/** Ends when nothing is being done. */
	idle(): Promise<void>;
	/** Stops what is being done and ends when it has. */
	close(): Promise<void>;
}

/** Every function that moves an import throws an ImportConflict when it stands where it cannot go from. */
export function createDesk({ living, store, bearings }: { living: Living; store: string; bearings: TakeBearings }): ImportDesk {
	const folder = join(store, 'uploads');
	const stop = new AbortController();
	let working: Promise<void> = Promise.resolve();

	const begin = (id: string, work: (job: Job) => Promise<void>): void => {
		const job: Job = { living, id, signal: stop.signal };
		working = working.then(async () => {
			try {
				stop.signal.throwIfAborted();
				await work(job);
			} catch (error) {
				if (!stop.signal.aborted) console.error(error);
				await breakOff(living, id).catch(console.error);
			}
		});
	};
	const move = (actor: Actor | null, action: string, id: string, work: Parameters<typeof change>[2]) =>
		change(living, { actor, action: `import.${action}`, subject: id, region: null }, work);

	return {
		async receive(actor, request) {
			const id = newId();
			const received = await receive(request, folder, id);
			if (!received.ok) return { ok: false, fault: { kind: received.fault } };
			const { file, bytes } = received.value;
			try {
				const { sample: _, sheets: _sheets, ...found } = await inspect(living, uploadPath(folder, id), bytes);
				await createImport(living, actor, { id, file, bytes, asOf: living.now().toISOString().slice(0, 10), ...found });
				return { ok: true, id };
			} catch (problem) {
				await dropUpload(folder, id);
				if (isTableProblem(problem)) return { ok: false, fault: problem.fault };
				throw problem;
			}
		},
		sample: ({ id, bytes, sheet }) => inspect(living, uploadPath(folder, id), bytes, sheet),
		async chooseSheet(actor, id, sheet) {
			const { bytes } = await importOf(living, id);
			const { headers, mapping, remembered } = await inspect(living, uploadPath(folder, id), bytes, sheet);
			await move(actor, 'sheet', id, async (writing, at) => {
				await dropRows(writing, id);
				const set = { sheet, headers: JSON.stringify(headers), mapping: JSON.stringify(mapping), remembered: remembered ? 1 : 0 } as const;
				await moveImport(writing, at, id, 'uploaded', { ...set, rows_read: 0 });
			});
		},
		async map(actor, id, { mapping, asOf, remember = true }) {
			const { headers } = await importOf(living, id);
			const problems = checkMapping(headers, mapping);
			const badDate = !isDate(asOf) || asOf > living.now().toISOString().slice(0, 10);
			if (badDate || problems.some(({ severity }) => severity === 'error')) return { ok: false, problems, badDate };
			const uses = mapping as Mapping;
			await move(actor, 'map', id, async (writing, at) => {
				await moveImport(writing, at, id, 'mapped', { mapping: JSON.stringify(uses), as_of: asOf, rows_read: 0, broke_in: null });
				await dropRows(writing, id);
				if (remember) await keepMapping(writing, at, headerFingerprint(headers), rememberMapping(headers, uses));
			});
			return { ok: true };
		},
		async startReading(actor, id) {
			const found = await importOf(living, id);
			await move(actor, 'start-reading', id, async (writing, at) => {
				await moveImport(writing, at, id, 'reading', { rows_read: 0, broke_in: null, compared_with: null });
				await dropRows(writing, id);
			});
			begin(id, async (job) => readFile(job, uploadPath(folder, id), found, await bearings()));
		},
		decide: async (actor, id, answer) => decide({ living, actor, id, bearings: await bearings() }, answer),
		fix: async (actor, id, line, cells) => fix({ living, actor, id, bearings: await bearings() }, line, cells),
		skip: async (actor, id, line, skipped) => skip({ living, actor, id, bearings: await bearings() }, line, skipped),
		async startEntering(actor, id) {
			await move(actor, 'start-entering', id, (writing, at) => moveImport(writing, at, id, 'committing'));
			begin(id, async (job) => {
				if (await asksAgain(job, await bearings())) return;
				job.signal.throwIfAborted();
				await enterImport(living, actor, id);
				await dropUpload(folder, id);
				await forgetOlderRows(living, id);
			});
		},
		undo: (actor, id) => undoImport(living, actor, id),
		async reopen(actor, id) {
			const { state, brokeIn } = await importOf(living, id);
			const whole = (state === 'broken-off' && brokeIn === 'committing') || (state === 'undone' && (await hasRows(living, id)));
			if (!whole) throw new ImportConflict(state, 'read');
			await move(actor, 'reopen', id, (writing, at) => moveImport(writing, at, id, 'read', { broke_in: null, compared_with: null }));
		},
		async remove(actor, id) {
			await move(actor, 'remove', id, async (writing) => {
				await dropRows(writing, id);
				await forgetImport(writing, id);
			});
			await dropUpload(folder, id);
		},
		async recover() {
			for (const { id } of await importsIn(living, ['reading', 'committing'])) await breakOff(living, id);
			const waiting = await importsIn(living, ['uploaded', 'mapped', 'read', 'broken-off']);
			await sweepUploads(
				folder,
				waiting.map(({ id }) => id)
			);
		},
		idle: () => working,
		async close() {
			stop.abort();
			await working;
		}
	};
}

const isDate = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

const hasRows = async (living: Living, id: string): Promise<boolean> => (await endOfNext(living, id, -1, 1)) !== null;

/** Says of an import whose work ended early that it did; nothing of it is in the register. */
async function breakOff(living: Living, id: string): Promise<void> {
	const { state } = await importOf(living, id);
	if (state !== 'reading' && state !== 'committing') return;
	await change(living, { actor: null, action: 'import.break-off', subject: id, region: null, facts: { state } }, (writing, at) =>
		moveImport(writing, at, id, 'broken-off', { broke_in: state })
	);
}

/** Compares the rows once more when something has changed since; true when that leaves questions, and the import is back in review. */
async function asksAgain(job: Job, bearings: Awaited<ReturnType<TakeBearings>>): Promise<boolean> {
	const { living, id } = job;
	const { comparedWith } = await importOf(living, id);
	if (comparedWith === (await registerNumber(living))) return false;
	if ((await compare(job, bearings)) === 0) return false;
	await change(living, { actor: null, action: 'import.ask-again', subject: id, region: null }, (writing, at) =>
		moveImport(writing, at, id, 'read')
	);
	return true;
}

/** Drops the rows of imports entered before: what they brought stands in the register, and their undoing needs none. */
async function forgetOlderRows(living: Living, id: string): Promise<void> {
	for (const older of await olderEntered(living, id)) {
		if (!(await hasRows(living, older))) continue;
		await change(living, { actor: null, action: 'import.drop-rows', subject: older, region: null }, (writing) => dropRows(writing, older));
	}
}
