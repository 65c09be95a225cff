import { spawnSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { countsOf } from '#lib/server/db/living/import-rows.ts';
import { importOf } from '#lib/server/db/living/imports.ts';
import { openLiving } from '#lib/server/db/living/open.ts';
import { registerCoverage } from '#lib/server/db/living/register.ts';
import { openBearings } from '#lib/server/import/bearings.ts';
import { createDesk } from '#lib/server/import/desk.ts';
import { readerApart } from '#lib/server/import/reader-apart.ts';
import { csvOf, registerOver } from './synthetic-file.ts';

/**
 * How long the import of a synthetic register takes, and how much memory: `node scripts/register/measure.ts [rows=65000]`. The file is made in
 * one process and imported in another, as a server does it, so that the memory is that of the server; its readers have their own, which
 * `npm run hostile` measures.
 */
const DATA = join(import.meta.dirname, '../../data');
const BUILT = join(DATA, 'built');
const [first = '65000', file] = process.argv.slice(2);

if (file === undefined) make(Number(first));
else await measure(first, file);

function make(rows: number): void {
	const folder = mkdtempSync(join(tmpdir(), 'furas-measure-'));
	const path = join(folder, 'register.csv');
	writeFileSync(path, csvOf(registerOver(DATA, { seed: 7, rows, thisYear: new Date().getUTCFullYear() })));
	const { status } = spawnSync(process.execPath, [import.meta.filename, folder, path], { stdio: 'inherit' });
	rmSync(folder, { recursive: true });
	process.exitCode = status ?? 1;
}

async function measure(folder: string, path: string): Promise<void> {
	// As scripts/serve.ts runs it.
	for (const flag of ['--semi-space-growth-factor=1', '--max-semi-space-size=16', '--heap-growing-percent=20']) setFlagsFromString(flag);
	const living = await openLiving(join(folder, 'living.sqlite'));
	const taken = openBearings(BUILT);
	const desk = createDesk({ living, store: folder, bearings: () => taken, reader: readerApart({ data: BUILT, store: folder }) });
	const planner = { id: 'planner', role: 'planner', regions: 'all' } as const;
	let longest = 0;
	let last = performance.now();
	const pulse = setInterval(() => {
		longest = Math.max(longest, performance.now() - last - 5);
		last = performance.now();
	}, 5);
	const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
		const start = performance.now();
		[longest, last] = [0, start];
		const before = process.cpuUsage();
		const result = await work();
		const { user, system } = process.cpuUsage(before);
		const seconds = [(performance.now() - start) / 1000, (user + system) / 1e6].map((value) => value.toFixed(1).padStart(6));
		const peak = Math.round(process.resourceUsage().maxRSS / 1024);
		console.log(`${what.padEnd(18)} ${seconds[0]} s  ${seconds[1]} s of work  longest wait ${Math.round(longest)} ms  peak ${peak} MB`);
		return result;
	};
	await timed('bearings', () => taken);
	let again: string | undefined;
	for (const time of ['first', 'second']) {
		const form = new FormData();
		form.set('file', await openAsBlob(path), 'register.csv');
		const sent = await timed(`${time} upload`, () =>
			desk.receive(planner, new Request('http://localhost', { method: 'POST', body: form }))
		);
		if (!sent.ok) throw new Error(JSON.stringify(sent));
		const { id } = sent;
		const found = await importOf(living, id);
		await desk.map(planner, id, { mapping: found.mapping, asOf: '2026-01-01' });
		await timed(`${time} reading`, async () => {
			await desk.startReading(planner, id);
			await desk.idle();
		});
		console.log(await timed('counts', () => countsOf(living, planner, id)));
		await timed(`${time} answers`, async () => {
			await desk.decide(planner, id, { question: 'place', answer: 'unknown', which: 'all' });
			await desk.decide(planner, id, { question: 'chain', answer: 'unknown', which: 'all' });
			await desk.decide(planner, id, { question: 'point', answer: 'words', which: 'all' });
			await desk.decide(planner, id, { question: 'twin', answer: 'other', which: 'all' });
		});
		await timed(`${time} entering`, async () => {
			await desk.startEntering(planner, id);
			await desk.idle();
		});
		const { state, entered } = await importOf(living, id);
		console.log(state, entered, (await registerCoverage(living, planner)).entries);
		again = id;
	}
	await timed('undo', () => desk.undo(planner, again!));
	console.log((await registerCoverage(living, planner)).entries);
	clearInterval(pulse);
	await desk.close();
	await living.close();
}
