import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom, type Random } from '#lib/core/statistics/random.ts';
import { verifyChain } from '#lib/server/db/living/audit.ts';
import { integrityOf } from '#lib/server/db/living/integrity.ts';
import { importOf, listImports, type Import } from '#lib/server/db/living/imports.ts';
import { openLiving, type LivingStore } from '#lib/server/db/living/open.ts';
import { registerNumber, versionsOf } from '#lib/server/db/living/register.ts';
import { rowsKept } from '#lib/server/db/living/import-rows.ts';
import { openBearings, type Bearings } from '#lib/server/import/bearings.ts';
import { createDesk, type ImportDesk } from '#lib/server/import/desk.ts';
import { readerApart } from '#lib/server/import/reader-apart.ts';
import { childrenOf, isRunning } from '../process-memory.ts';

/**
 * Kills a process that imports, enters and undoes registers, at seeded moments, and looks at what it leaves:
 * `node scripts/register/kill.ts [kills=200] [seed=1]`. Ends with 1 when anything was half done.
 */
const DATA = join(import.meta.dirname, '../../data');
const PLANNER = { id: 'planner', role: 'planner', regions: 'all' } as const;

/** What the child says before and after each step. */
interface Said {
	readonly step: 'upload' | 'read' | 'answer' | 'enter' | 'undo' | 'reopen' | 'remove';
	readonly id: string | null;
	/** Fingerprint of the register; of after the step when it is done. */
	readonly register: string;
	readonly done: boolean;
}

/** What a run came to. */
export interface KillReport {
	readonly kills: number;
	/** Kills by the step they fell into; `between` where none was under way. */
	readonly during: Readonly<Record<string, number>>;
	readonly faults: readonly string[];
}

/** Rows of a file: read in two steps, so that a kill falls between them too. */
const ROWS = 700;
/** Entries after which imports are undone rather than added. */
const ENOUGH = 2_500;
/** Longest wait after a step begins, in milliseconds: as long as the longest step, which reads in a process of its own. */
const LONGEST = 1_000;
/** How long a reader may outlive its server, in milliseconds. */
const SURVIVAL = 5_000;
/** How many registers there are. */
const REGISTERS = 4;

async function fingerprint(living: LivingStore): Promise<string> {
	return createHash('sha256')
		.update(JSON.stringify(await versionsOf(living)))
		.digest('hex');
}

/** Works until it is killed. */
async function work(folder: string, seed: number): Promise<void> {
	const random = createRandom(seed);
	const living = await openLiving(join(folder, 'living.sqlite'));
	const bearings = await openBearings(join(DATA, 'built'));
	const reader = readerApart({ data: join(DATA, 'built'), store: folder });
	const desk = createDesk({ living, store: folder, bearings: async () => bearings, reader });
	await desk.recover();
	const step = async (name: Said['step'], id: string | null, deed: () => Promise<unknown>): Promise<void> => {
		say({ step: name, id, register: await fingerprint(living), done: false });
		await deed();
		await desk.idle();
		say({ step: name, id, register: await fingerprint(living), done: true });
	};
	for (;;) {
		const imports = await listImports(living, PLANNER, 1_000);
		const open = imports.find(({ state }) => state !== 'committed');
		if (open) await goOn(open, desk, random, step);
		else if ((await versionsOf(living)).length > ENOUGH)
			await step('undo', (await last(living, imports)).id, async () => desk.undo(PLANNER, (await last(living, imports)).id));
		else await step('upload', null, () => desk.receive(PLANNER, upload(random)));
	}
}

const say = (said: Said): void => void process.stdout.write(`${JSON.stringify(said)}\n`);

type Step = (name: Said['step'], id: string | null, deed: () => Promise<unknown>) => Promise<void>;

async function goOn({ id, state, brokeIn, mapping }: Import, desk: ImportDesk, random: Random, step: Step): Promise<void> {
	const read = async (): Promise<void> => {
		await desk.map(PLANNER, id, { mapping, asOf: '2026-01-01' });
		await desk.startReading(PLANNER, id);
	};
	if (state === 'read') {
		await step('answer', id, async () => {
			await desk.decide(PLANNER, id, { question: 'place', answer: 'unknown', which: 'all' });
			await desk.decide(PLANNER, id, { question: 'chain', answer: 'unknown', which: 'all' });
			await desk.decide(PLANNER, id, { question: 'twin', answer: 'other', which: 'all' });
		});
		return step('enter', id, () => desk.startEntering(PLANNER, id));
	}
	if (state === 'broken-off' && brokeIn === 'committing' && random.below(2) === 0)
		return step('reopen', id, () => desk.reopen(PLANNER, id));
	if (state === 'undone' || (state === 'broken-off' && random.below(4) === 0)) return step('remove', id, () => desk.remove(PLANNER, id));
	return step('read', id, read);
}

/** The import that was entered last: the only one that nothing rests on. */
async function last(living: LivingStore, imports: readonly Import[]): Promise<Import> {
	const number = await registerNumber(living);
	return imports.find(({ enteredAs }) => enteredAs === number) ?? imports.toSorted((a, b) => (b.enteredAs ?? 0) - (a.enteredAs ?? 0))[0]!;
}

const PLACES = ['Tiznit;Tiznit', 'Ifrane;Ifrane', 'Midelt;Midelt', 'Azilal;Azilal', 'Zagora;Zagora', 'Taounatte;Taounate'];
const TRADES = ['huile d’argan', 'pommes', 'miel', 'safran', 'dattes', 'x y z'];

/** One of a few registers that nobody holds, with other numbers of members every time, so that entries are added, changed and found again. */
function upload(random: Random): Request {
	const first = 1_000 * random.below(REGISTERS);
	const rows = Array.from({ length: ROWS }, (_, i) => {
		const number = first + i;
		const name = `Coopérative SYNTHETIC ${((number * 2_654_435_761) % 2 ** 32).toString(36)}`;
		const members = random.below(3) === 0 ? 20 + random.below(50) : 10;
		return `${number};${name};${PLACES[number % PLACES.length]!};${TRADES[number % TRADES.length]!};${members};0600000000`;
	});
	const form = new FormData();
	form.set('file', new Blob([['Numéro;Nom;Commune;Province;Activité;Membres;Téléphone', ...rows].join('\r\n')]), 'register.csv');
	return new Request('http://localhost', { method: 'POST', body: form });
}

/** What a child that was killed leaves: what it had said, and the readers it had started. */
interface Killed {
	readonly said: readonly Said[];
	readonly readers: readonly number[];
}

/** Starts a child and kills it at a random moment. */
async function killed(folder: string, seed: number, random: Random): Promise<Killed> {
	const child = spawn(process.execPath, [import.meta.filename, '--child', folder, String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] });
	const said: Said[] = [];
	let readers: readonly number[] = [];
	const kill = (): void => {
		readers = childrenOf(child.pid!);
		child.kill('SIGKILL');
	};
	let left = 1 + random.below(6);
	const delay = random.below(LONGEST);
	await new Promise<void>((resolve, reject) => {
		child.on('exit', (code) => (code === null ? resolve() : reject(new Error(`the child ended by itself with ${code}`))));
		createInterface({ input: child.stdout! }).on('line', (line) => {
			said.push(JSON.parse(line) as Said);
			if (!said.at(-1)!.done && --left === 0) void wait(delay).then(kill);
		});
	});
	return { said, readers };
}

/** Readers that go on although nobody is there whom they could answer. */
async function survivors(readers: readonly number[]): Promise<string[]> {
	for (const end = performance.now() + SURVIVAL; readers.some(isRunning) && performance.now() < end;) await wait(20);
	return readers.filter(isRunning).map(() => 'a reader outlived its server');
}

/** Everything that is wrong with what a killed child left, after the next start has seen to it. */
async function faultsAfter(folder: string, said: readonly Said[], bearings: Bearings): Promise<string[]> {
	const faults: string[] = [];
	const living = await openLiving(join(folder, 'living.sqlite'));
	const desk = createDesk({ living, store: folder, bearings: async () => bearings });
	await desk.recover();
	const integrity = await integrityOf(living);
	if (integrity !== 'ok') faults.push(`integrity: ${integrity}`);
	const { brokenAt } = await verifyChain(living);
	if (brokenAt !== null) faults.push(`the audit chain breaks at ${brokenAt}`);
	const imports = await listImports(living, PLANNER, 1_000);
	for (const { id, state, rowsRead } of imports) {
		if (state === 'reading' || state === 'committing') faults.push(`${id} is still ${state}`);
		const rows = await rowsKept(living, id);
		if (state !== 'committed' && rows !== rowsRead) faults.push(`${id} (${state}) says ${rowsRead} rows and has ${rows}`);
	}
	const ids = new Set(imports.map(({ id }) => id));
	for (const name of readdirSync(join(folder, 'uploads'))) if (!ids.has(name)) faults.push(`the file ${name} belongs to no import`);
	faults.push(...(await registerFaults(folder, living, said)));
	await desk.close();
	await living.close();
	return faults;
}

/** The register is what it was before the step that was cut short, or what the step makes of it; nothing between. */
async function registerFaults(folder: string, living: LivingStore, said: readonly Said[]): Promise<string[]> {
	const cut = said.at(-1);
	const found = await fingerprint(living);
	if (!cut || found === cut.register) return [];
	if (cut.done || cut.id === null) return [`the register changed outside a step (${cut.step})`];
	const { state } = await importOf(living, cut.id);
	if (cut.step === 'enter' && state === 'committed') {
		return (await fingerprintUndone(folder, cut.id)) === cut.register ? [] : [`${cut.id} was entered, and undoing it leads elsewhere`];
	}
	const before = said.findLast(({ step, id, done }) => step === 'enter' && id === cut.id && !done);
	if (cut.step === 'undo' && state === 'undone')
		return before && before.register !== found ? [`${cut.id} was undone to another state`] : [];
	return [`the register changed although ${cut.id} is ${state} after ${cut.step}`];
}

/** The register of a copy of the store in which an import is undone. */
async function fingerprintUndone(folder: string, id: string): Promise<string> {
	const copy = mkdtempSync(join(tmpdir(), 'furas-copy-'));
	cpSync(folder, copy, { recursive: true });
	const living = await openLiving(join(copy, 'living.sqlite'));
	const desk = createDesk({ living, store: copy, bearings: () => Promise.reject(new Error('none')) });
	await desk.undo(PLANNER, id);
	const found = await fingerprint(living);
	await living.close();
	rmSync(copy, { recursive: true });
	return found;
}

/** Kills `kills` children over one store, one after another, and says what was wrong. */
export async function runKills(kills: number, seed: number, told: (line: string) => void = () => {}): Promise<KillReport> {
	const folder = mkdtempSync(join(tmpdir(), 'furas-kill-'));
	const random = createRandom(seed);
	const bearings = await openBearings(join(DATA, 'built'));
	const during: Record<string, number> = {};
	const faults: string[] = [];
	try {
		for (let count = 1; count <= kills; count++) {
			const { said, readers } = await killed(folder, seed * 10_000 + count, random);
			const cut = said.at(-1)!;
			const step = cut.done ? 'between' : cut.step;
			during[step] = (during[step] ?? 0) + 1;
			// A reader may still be about to notice: what the next start finds has to be right all the same.
			const found = [...(await faultsAfter(folder, said, bearings)), ...(await survivors(readers))];
			faults.push(...found.map((fault) => `kill ${count} during ${step}: ${fault}`));
			told(`${count} ${step}${found.length > 0 ? `: ${found.join('; ')}` : ''}`);
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
	return { kills, during, faults };
}

if (import.meta.main) {
	const [first = '200', second = '1', third] = process.argv.slice(2);
	if (first === '--child') await work(second, Number(third));
	else {
		const { kills, during, faults } = await runKills(Number(first), Number(second), (line) => console.log(line));
		console.log(during);
		for (const fault of faults) console.error(fault);
		console.log(`${kills} kills, ${faults.length} faults`);
		process.exitCode = faults.length === 0 ? 0 : 1;
	}
}
