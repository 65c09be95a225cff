import { openAsBlob, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { openApp } from '#lib/server/app.ts';
import { importOf } from '#lib/server/db/living/imports.ts';
import { watchMemory } from '../../scripts/process-memory.ts';

/**
 * Sends files to the app of this process, reads each as a register, and writes what came of them and the peaks of memory to `sent.json`:
 * `send-here.ts <folder> <file> …`. What `npm run hostile` does with the built server, for tests that have none.
 */
const [folder = '', ...files] = process.argv.slice(2);

// As scripts/serve.ts runs it.
for (const flag of ['--semi-space-growth-factor=1', '--max-semi-space-size=16', '--heap-growing-percent=20']) setFlagsFromString(flag);
const memory = watchMemory(process.pid);
const { living, imports, close } = await openApp({
	data: process.env['FURAS_DATA'] ?? 'data/built',
	store: join(folder, 'store'),
	origin: null
});

/** The state a file is read into, or the fault it is refused for. */
async function outcomeOf(file: string): Promise<string> {
	const form = new FormData();
	form.set('file', await openAsBlob(join(folder, file)), file);
	const taken = await imports.receive(null, new Request('http://localhost', { method: 'POST', body: form }));
	if (!taken.ok) return taken.fault.kind;
	const { id } = taken;
	await imports.map(null, id, { mapping: (await importOf(living, id)).mapping, asOf: '2026-01-01' });
	await imports.startReading(null, id);
	await imports.idle();
	return (await importOf(living, id)).state;
}

const outcomes: string[] = [];
for (const file of files) outcomes.push(await outcomeOf(file));
memory.stop();
await close();
writeFileSync(join(folder, 'sent.json'), JSON.stringify({ outcomes, ...memory.peaks() }));
