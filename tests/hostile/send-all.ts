import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAtWork, type ImportState } from '#lib/core/import/import.ts';
import tableTexts from '#lib/i18n/messages/table/en.json' with { type: 'json' };
import type { TableFault } from '#lib/i18n/table-problem.ts';
import { hashPassword } from '#lib/server/account/password.ts';
import { acceptInvitation, createAccount } from '#lib/server/db/living/accounts.ts';
import { verifyChain } from '#lib/server/db/living/audit.ts';
import { importOf } from '#lib/server/db/living/imports.ts';
import { openLiving, type LivingStore } from '#lib/server/db/living/open.ts';
import { watchMemory, type Peaks } from '../../scripts/process-memory.ts';
import { startServer } from '../../scripts/production-server.ts';
import { emailOf, PASSWORD } from '../e2e/office-accounts.ts';
import type { HostileCase } from './case.ts';
import { LARGE_FILES } from './large-files.ts';
import { OTHER_FILES } from './other-files.ts';
import { SHEET_FILES } from './sheet-files.ts';
import { TEXT_FILES } from './text-files.ts';
import { ZIP_FILES } from './zip-files.ts';

/**
 * Sends every hostile file to the built production server, one after the other, as a planner would: `npm run hostile`, or
 * `npm run hostile -- <part of a name>` for some of them. Ends with 1 when an answer is not the expected one, something is left behind, or a
 * process needs more memory than is promised.
 */
const ALL: readonly HostileCase[] = [...OTHER_FILES, ...TEXT_FILES, ...ZIP_FILES, ...SHEET_FILES, ...LARGE_FILES];
/** What the server, and each process it starts, may need. */
const MEGABYTES = 256;
/** Longest that a file is waited for, in milliseconds. */
const PATIENCE = 120_000;

/** What sending came to. */
export interface SendReport {
	/** Answers to the upload, by status. */
	readonly answers: Readonly<Record<number, number>>;
	/** Imports by the state that reading left them in. */
	readonly states: Readonly<Record<string, number>>;
	readonly peaks: Peaks;
	readonly faults: readonly string[];
}

/** A planner over HTTP. */
interface Planner {
	readonly living: LivingStore;
	/** Posts to an address under the imports; a body that is no form goes as JSON. */
	post(path: string, body?: FormData | object): Promise<Response>;
}

/** What became of a file: the answer to it, the state it was left in when it was read, and what is wrong with either. */
interface Sent {
	readonly status: number;
	readonly state: ImportState | null;
	readonly faults: readonly string[];
}

/** Starts a server over a store of its own, sends it `cases` and says what came of them. */
export async function sendAll(cases: readonly HostileCase[], told: (line: string) => void = () => {}): Promise<SendReport> {
	const store = mkdtempSync(join(tmpdir(), 'furas-hostile-'));
	const living = await openLiving(join(store, 'living.sqlite'));
	await makePlanner(living);
	const server = await startServer({ FURAS_STORE: store, PORT: process.env['PORT'] ?? '0' });
	const [answers, states, faults]: [Record<number, number>, Record<string, number>, string[]] = [{}, {}, []];
	const memory = watchMemory(server.process.pid!);
	try {
		const planner = await signIn(`http://127.0.0.1:${server.port}`, living);
		for (const one of cases) {
			const started = performance.now();
			const sent = await send(planner, one);
			answers[sent.status] = (answers[sent.status] ?? 0) + 1;
			if (sent.state) states[sent.state] = (states[sent.state] ?? 0) + 1;
			faults.push(...[...sent.faults, ...(await leftBehind(living, store))].map((fault) => `${one.name}: ${fault}`));
			const seconds = ((performance.now() - started) / 1000).toFixed(1);
			told(`${sent.status} ${(sent.state ?? '').padEnd(9)} ${seconds.padStart(5)} s  ${memory.told()}  ${one.name}`);
		}
		const { brokenAt } = await verifyChain(living);
		if (brokenAt !== null) faults.push(`the audit chain breaks at ${brokenAt}`);
	} finally {
		memory.stop();
		await server.stop();
		await living.close();
		rmSync(store, { recursive: true });
	}
	return { answers, states, peaks: memory.peaks(), faults: [...faults, ...overweight(memory.peaks())] };
}

const overweight = ({ server, reader }: Peaks): string[] => [
	...(server > MEGABYTES ? [`the server needed ${server} MB`] : []),
	...(reader > MEGABYTES ? [`a reader needed ${reader} MB`] : [])
];

async function makePlanner(living: LivingStore): Promise<void> {
	const { invitation } = await createAccount(living, null, { email: emailOf('planner'), name: 'planner', role: 'planner', regions: [] });
	await acceptInvitation(living, invitation, await hashPassword(PASSWORD));
}

async function signIn(origin: string, living: LivingStore): Promise<Planner> {
	const body = new URLSearchParams({ email: emailOf('planner'), password: PASSWORD });
	const answer = await fetch(`${origin}/en/office/sign-in?/in`, { method: 'POST', headers: { origin }, body, redirect: 'manual' });
	const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]!).join('; '); // prettier-ignore
	if (cookie === '') throw new Error(`the planner is not signed in: ${answer.status}`);
	return {
		living,
		post(path, body = {}) {
			const isForm = body instanceof FormData;
			const headers = { origin, cookie, ...(isForm ? {} : { 'content-type': 'application/json' }) };
			return fetch(`${origin}/api/v1/office/imports${path}`, { method: 'POST', headers, body: isForm ? body : JSON.stringify(body) });
		}
	};
}

/** The answer to an upload: an import, or a problem. */
interface Answer {
	readonly id: string;
	readonly headers: readonly string[];
	readonly mapping: readonly string[];
	readonly detail: string;
}

async function send(planner: Planner, { content, expected, options }: HostileCase): Promise<Sent> {
	const form = new FormData();
	form.set('file', new Blob([content() as BlobPart]), 'register');
	const answer = await planner.post('', form);
	const said = (await answer.json()) as Answer;
	// What a test asks of the reader beside the file, nobody can ask who sends it: then any answer is right that is none of a mistake of ours.
	const wanted = options === undefined ? expected : null;
	const { status } = answer;
	if (status !== 200) return { status, state: null, faults: isRefusal(status, said, wanted) ? [] : [`${status} ${said.detail}`] };
	const { state, faults } = await read(planner, said);
	const removed = await planner.post(`/${said.id}/remove`);
	return {
		status,
		state,
		faults: [
			...faults,
			...(wanted === null ? [] : differences(said, state, wanted)),
			...(removed.status === 200 ? [] : [`removing it is answered ${removed.status}`])
		]
	};
}

/** Whether a file was refused as it should be, in the sentence of its fault. */
function isRefusal(status: number, { detail }: Answer, wanted: HostileCase['expected'] | null): boolean {
	if (status >= 500) return false;
	return wanted === null || ('fault' in wanted && says(detail, wanted.fault.kind));
}

/** What is otherwise than expected of a file that was taken in. */
function differences({ headers }: Answer, state: ImportState | null, wanted: HostileCase['expected']): string[] {
	const isOther = 'headers' in wanted && JSON.stringify(headers) !== JSON.stringify(wanted.headers);
	const right = 'fault' in wanted ? 'refused' : 'read';
	// Columns that tell neither name nor place cannot be read as a register.
	const isElsewhere = state !== null && state !== right;
	return [...(isOther ? ['its headers are others'] : []), ...(isElsewhere ? [`it is ${state}, not ${right}`] : [])];
}

/** Reads a file with its columns as guessed; the state that leaves it in is null when they cannot be used so. */
async function read({ living, post }: Planner, { id, mapping }: Answer): Promise<{ state: ImportState | null; faults: string[] }> {
	const mapped = await post(`/${id}/mapping`, { mapping, asOf: '2026-01-01' });
	if (mapped.status === 422) return { state: null, faults: [] };
	const begun = await post(`/${id}/read`);
	if (begun.status !== 200) return { state: null, faults: [`reading it is answered ${begun.status}`] };
	for (const end = performance.now() + PATIENCE; performance.now() < end; await wait(20)) {
		const { state } = await importOf(living, id);
		if (!isAtWork(state)) return { state, faults: [] };
	}
	return { state: null, faults: ['its reading does not end'] };
}

/** Whether a sentence is that of a fault, whatever numbers and texts stand in it. */
function says(sentence: string, kind: TableFault['kind']): boolean {
	const parts = tableTexts[`table.fault.${kind}`].split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`${parts.join('.*')}$`, 'is').test(sentence);
}

/** What an import that was refused or removed should have taken with it. */
async function leftBehind({ db }: LivingStore, store: string): Promise<string[]> {
	const imports = await db.selectFrom('register_import').select('id').execute();
	const row = await db.selectFrom('import_row').select('line').limit(1).executeTakeFirst();
	const files = existsSync(join(store, 'uploads')) ? readdirSync(join(store, 'uploads')) : [];
	return [
		...imports.map(({ id }) => `the import ${id} is left`),
		...(row ? ['rows are left'] : []),
		...files.map((file) => `the file ${file} is left`)
	];
}

if (import.meta.main) {
	const [part = ''] = process.argv.slice(2);
	const chosen = ALL.filter(({ name }) => name.includes(part));
	const { answers, states, peaks, faults } = await sendAll(chosen, (line) => console.log(line));
	console.log('answers', answers, 'after reading', states);
	console.log(`peaks in MB: server ${peaks.server}, a reader ${peaks.reader}, all at one moment ${peaks.together}`);
	for (const fault of faults) console.error(fault);
	console.log(`${chosen.length} files, ${faults.length} faults`);
	process.exitCode = faults.length === 0 ? 0 : 1;
}
