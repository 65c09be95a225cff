import { access } from 'node:fs/promises';
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
import type { Living, Writing } from '../db/living/schema.ts';
import { newId } from '../db/living/secrets.ts';
import { EndedEarly } from '../apart/run.ts';
import { isTableProblem } from '../table/table-problem.ts';
import type { TakeBearings } from './bearings.ts';
import type { Inspected } from './inspect.ts';
import type { Job } from './job.ts';
import { readerHere, type FileReader } from './reader.ts';
import { decide, fix, skip, type Answer, type Review, type Reviewed } from './review.ts';
import { dropUpload, receive, sweepUploads, uploadPath, uploadsIn } from './uploads.ts';

/** What taking a file in comes to: its import, or why there is none. */
export type TakenIn = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly fault: FileFault };

/** How the columns of a file are to be used. */
export interface Chosen {
	readonly mapping: readonly string[];
	/** ISO date of the register. */
	readonly asOf: string;
}

/** What choosing comes to: the problems that keep the file from being read, or a date that is none. */
export type Mapped =
	{ readonly ok: true } | { readonly ok: false; readonly problems: readonly MappingProblem[]; readonly badDate: boolean };

/** Takes in files of the register, reads them, enters them and takes them out again. Who may do it is asked before. */
export interface ImportDesk {
	/** Keeps the file of a form and looks into it. */
	receive(actor: Actor | null, request: Request): Promise<TakenIn>;
	/** What the file of an import looks like. Throws a TableProblem when it is no table any more, `EndedEarly` when looking did not end. */
	sample(found: Import): Promise<Inspected>;
	/** Takes another sheet of a workbook; its columns are guessed anew. Throws as `sample`. */
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

/** What the deeds of a desk work with. */
interface Room {
	readonly living: Living;
	/** Where files wait. */
	readonly folder: string;
	readonly bearings: TakeBearings;
	readonly reader: FileReader;
	/** Begins work in the background, after what was begun before. */
	begin(id: string, work: (job: Job) => Promise<void>): void;
}

/** What a desk is made of; without a reader files are opened in this process. */
interface Desk {
	readonly living: Living;
	/** Folder of the living store. */
	readonly store: string;
	readonly bearings: TakeBearings;
	readonly reader?: FileReader;
}

/** A desk. Every function that moves an import throws an ImportConflict when it stands where it cannot go from. */
export function createDesk({ living, store, bearings, reader }: Desk): ImportDesk {
	const folder = uploadsIn(store);
	const stop = new AbortController();
	let working: Promise<void> = Promise.resolve();
	const room: Room = {
		living,
		folder,
		bearings,
		reader: reader ?? readerHere(living, folder, bearings),
		begin(id, work) {
			working = working.then(() => done({ living, id, signal: stop.signal }, work));
		}
	};
	const review = async (actor: Actor, id: string): Promise<Review> => ({ living, actor, id, bearings: await bearings() });
	return {
		receive: (actor, request) => takeIn(room, actor, request),
		async sample(found) {
			// Said here, so that a file that is gone is no mistake of the reader.
			await access(uploadPath(folder, found.id));
			return room.reader.inspect(found);
		},
		chooseSheet: (actor, id, sheet) => chooseSheet(room, actor, id, sheet),
		map: (actor, id, chosen) => map(room, actor, id, chosen),
		startReading: (actor, id) => startReading(room, actor, id),
		decide: async (actor, id, answer) => decide(await review(actor, id), answer),
		fix: async (actor, id, line, cells) => fix(await review(actor, id), line, cells),
		skip: async (actor, id, line, skipped) => skip(await review(actor, id), line, skipped),
		startEntering: (actor, id) => startEntering(room, actor, id),
		undo: (actor, id) => undoImport(living, actor, id),
		reopen: (actor, id) => reopen(room, actor, id),
		remove: (actor, id) => remove(room, actor, id),
		recover: () => recover(room),
		idle: () => working,
		async close() {
			stop.abort();
			await working;
		}
	};
}

/** Does a job; one that fails or is stopped leaves its import broken off. */
async function done(job: Job, work: (job: Job) => Promise<void>): Promise<void> {
	try {
		job.signal.throwIfAborted();
		await work(job);
	} catch (error) {
		if (!job.signal.aborted) console.error(error);
		await breakOff(job.living, job.id).catch(console.error);
	}
}

/** One change of an import, with nothing more to tell of it than what was done. */
const deed = <T>(
	{ living }: Room,
	actor: Actor | null,
	verb: string,
	id: string,
	work: (writing: Writing, at: string) => Promise<T>
): Promise<T> => change(living, { actor, action: `import.${verb}`, subject: id, region: null }, work);

async function takeIn({ living, folder, reader }: Room, actor: Actor | null, request: Request): Promise<TakenIn> {
	const id = newId();
	const received = await receive(request, folder, id);
	if (!received.ok) return { ok: false, fault: { kind: received.fault } };
	const { file, bytes } = received.value;
	try {
		const { kind, sheet, headers, mapping, remembered, rowsAbout } = await reader.inspect({ id, bytes, sheet: null });
		const asOf = living.now().toISOString().slice(0, 10);
		await createImport(living, actor, { id, file, bytes, asOf, kind, sheet, headers, mapping, remembered, rowsAbout });
		return { ok: true, id };
	} catch (problem) {
		await dropUpload(folder, id);
		if (isTableProblem(problem)) return { ok: false, fault: problem.fault };
		if (problem instanceof EndedEarly) return { ok: false, fault: endedEarly(problem) };
		throw problem;
	}
}

/** What the sender is told; what killed the process is for the operator. */
function endedEarly(problem: EndedEarly): FileFault {
	console.error(problem.message);
	return { kind: 'ended-early' };
}

async function chooseSheet(room: Room, actor: Actor, id: string, sheet: string): Promise<void> {
	const { bytes } = await importOf(room.living, id);
	const { headers, mapping, remembered } = await room.reader.inspect({ id, bytes, sheet });
	await deed(room, actor, 'sheet', id, async (writing, at) => {
		await dropRows(writing, id);
		const columns = { headers: JSON.stringify(headers), mapping: JSON.stringify(mapping), remembered: remembered ? 1 : 0 } as const;
		await moveImport(writing, at, id, 'uploaded', { sheet, ...columns, rows_read: 0, broke_in: null });
	});
}

async function map(room: Room, actor: Actor | null, id: string, { mapping, asOf }: Chosen): Promise<Mapped> {
	const { headers } = await importOf(room.living, id);
	const problems = checkMapping(headers, mapping);
	const badDate = !isDate(asOf) || asOf > room.living.now().toISOString().slice(0, 10);
	if (badDate || problems.some(({ severity }) => severity === 'error')) return { ok: false, problems, badDate };
	const uses = mapping as Mapping;
	await deed(room, actor, 'map', id, async (writing, at) => {
		await moveImport(writing, at, id, 'mapped', { mapping: JSON.stringify(uses), as_of: asOf, rows_read: 0, broke_in: null });
		await dropRows(writing, id);
		await keepMapping(writing, at, headerFingerprint(headers), rememberMapping(headers, uses));
	});
	return { ok: true };
}

async function startReading(room: Room, actor: Actor | null, id: string): Promise<void> {
	await deed(room, actor, 'start-reading', id, async (writing, at) => {
		await moveImport(writing, at, id, 'reading', { rows_read: 0, broke_in: null, compared_with: null });
		await dropRows(writing, id);
	});
	room.begin(id, room.reader.read);
}

async function startEntering(room: Room, actor: Actor | null, id: string): Promise<void> {
	const { living, folder, reader } = room;
	await deed(room, actor, 'start-entering', id, (writing, at) => moveImport(writing, at, id, 'committing'));
	room.begin(id, async (job) => {
		if (await asksAgain(job, reader)) return;
		job.signal.throwIfAborted();
		await enterImport(living, actor, id);
		await dropUpload(folder, id);
		await forgetOlderRows(living, id);
	});
}

async function reopen(room: Room, actor: Actor, id: string): Promise<void> {
	const { state, brokeIn } = await importOf(room.living, id);
	const isWhole = (state === 'broken-off' && brokeIn === 'committing') || (state === 'undone' && (await hasRows(room.living, id)));
	if (!isWhole) throw new ImportConflict(state, 'read');
	await deed(room, actor, 'reopen', id, (writing, at) => moveImport(writing, at, id, 'read', { broke_in: null, compared_with: null }));
}

async function remove(room: Room, actor: Actor, id: string): Promise<void> {
	await deed(room, actor, 'remove', id, async (writing) => {
		await dropRows(writing, id);
		await forgetImport(writing, id);
	});
	await dropUpload(room.folder, id);
}

async function recover({ living, folder }: Room): Promise<void> {
	for (const { id } of await importsIn(living, ['reading', 'committing'])) await breakOff(living, id);
	const waiting = await importsIn(living, ['uploaded', 'mapped', 'read', 'broken-off']);
	await sweepUploads(
		folder,
		waiting.map(({ id }) => id)
	);
}

const isDate = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

const hasRows = async (living: Living, id: string): Promise<boolean> => (await endOfNext(living, id, -1, 1)) !== null;

/** Says of an import whose work ended early that it did; nothing of it is in the register. */
async function breakOff(living: Living, id: string): Promise<void> {
	const { state } = await importOf(living, id);
	if (state !== 'reading' && state !== 'committing') return;
	try {
		await change(living, { actor: null, action: 'import.break-off', subject: id, region: null, facts: { state } }, (writing, at) =>
			moveImport(writing, at, id, 'broken-off', { broke_in: state })
		);
	} catch (thrown) {
		// A reader that outlived the server by a moment has brought it to its end in between.
		if (!(thrown instanceof ImportConflict)) throw thrown;
	}
}

/** Compares the rows once more when something has changed since; true when that leaves questions, and the import is back in review. */
async function asksAgain(job: Job, reader: FileReader): Promise<boolean> {
	const { living, id } = job;
	const { comparedWith } = await importOf(living, id);
	if (comparedWith === (await registerNumber(living))) return false;
	if ((await reader.compare(job)) === 0) return false;
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
