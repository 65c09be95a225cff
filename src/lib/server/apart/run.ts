import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Errand, Errands, Reply } from './errand.ts';
import { thrownOf } from './reply.ts';

/**
 * Most megabytes of a process for what it keeps, and for each half of what is young. With what Node itself needs and the buffers outside the
 * heap it stays under 256 MB in all; a file that needs more ends its own process and nobody else's.
 */
const FLAGS = ['--max-old-space-size=128', '--max-semi-space-size=4'];
/** Memory that the C library keeps per thread is given back late; two shares are enough for one thread that works. */
const SETTINGS = { MALLOC_ARENA_MAX: '2' };

/** The process ended without an answer: it was killed, or needed more memory than it may. A change it was at is undone, those before stand. */
export class EndedEarly extends Error {
	constructor(errand: string, how: string) {
		super(`The process of its own for «${errand}» ended early (${how}).`);
		this.name = 'EndedEarly';
	}
}

/**
 * Does an errand in a process of its own, whose memory goes with it, and returns its answer once that process is gone. The process ends when
 * this one does, or when `signal` is given. Throws what the errand throws (a TableProblem, `NothingToPublish`, a PublicationProblem, an Error),
 * and `EndedEarly` when there is no answer.
 */
export async function runApart<Name extends keyof Errands>(errand: Errand<Name>, signal?: AbortSignal): Promise<Errands[Name]['answer']> {
	signal?.throwIfAborted();
	const child = spawn(process.execPath, [...FLAGS, entry()], {
		env: { ...process.env, ...SETTINGS },
		stdio: ['ignore', 'ignore', 'inherit', 'ipc']
	});
	const stop = (): void => void child.kill('SIGKILL');
	signal?.addEventListener('abort', stop);
	try {
		const { reply, how } = await ended(child, errand);
		if (!reply) throw new EndedEarly(errand.name, how);
		if (reply.kind !== 'done') throw thrownOf(reply);
		return reply.answer as Errands[Name]['answer'];
	} finally {
		signal?.removeEventListener('abort', stop);
	}
}

/** Its source: Node runs it as it stands, also for a server whose own code is in a bundle. */
const entry = (): string => createRequire(import.meta.url).resolve('#lib/server/apart/main.ts');

/** What a process answered, null without an answer, and how it ended, or why it could not begin. */
function ended(child: ChildProcess, errand: object): Promise<{ readonly reply: Reply | null; readonly how: string }> {
	return new Promise((resolve) => {
		let reply: Reply | null = null;
		let how: string | null = null;
		// The answer may come after the end is known, so both are waited for.
		const settle = (): void => {
			if (how !== null && !child.connected) resolve({ reply, how });
		};
		child.on('message', (said) => (reply = said as Reply));
		child.once('exit', (code, signal) => {
			how = signal ?? `code ${code}`;
			settle();
		});
		child.once('disconnect', settle);
		child.once('error', ({ message }) => {
			if (child.pid === undefined) resolve({ reply: null, how: message });
		});
		// One that ends before it is told anything ends early.
		child.send(errand, () => {});
	});
}
