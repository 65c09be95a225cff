import { spawn, type ChildProcess } from 'node:child_process';

/** A server of ours at work: its port, and how to end it. */
export interface Running {
	readonly port: number;
	readonly process: ChildProcess;
	/** Milliseconds from spawn to the printed address. */
	readonly startedIn: number;
	stop(): Promise<void>;
}

/** Starts the production server on a free port of loopback; `settings` are added to its environment. */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<Running> {
	const started = performance.now();
	const child = spawn(process.execPath, ['scripts/serve.ts'], {
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...settings },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const port = await portOf(child);
	return {
		port,
		process: child,
		startedIn: performance.now() - started,
		stop: () => new Promise((resolve) => (child.once('exit', () => resolve()), child.kill('SIGTERM')))
	};
}

/** The port in the address that a server prints once it listens. */
export function portOf(child: ChildProcess): Promise<number> {
	return new Promise((resolve, reject) => {
		let text = '';
		child.once('exit', (code) => reject(new Error(`the server ended with code ${code} before it listened`)));
		child.stdout!.on('data', (chunk: Buffer) => {
			text += chunk.toString();
			const port = /:(\d+)\/\s/.exec(text)?.[1];
			if (port) resolve(Number(port));
		});
	});
}
