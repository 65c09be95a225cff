import { readdirSync, readFileSync } from 'node:fs';

/** Highest resident memory, in whole megabytes. */
export interface Peaks {
	readonly server: number;
	/** Of any process that the server started; 0 when it started none. */
	readonly reader: number;
	/** Of the server and its processes at one moment, as far as it was looked at. */
	readonly together: number;
}

/** A look at the memory of a server, every few milliseconds until it is stopped. */
export interface MemoryWatch {
	/** The peaks so far. */
	peaks(): Peaks;
	/** The peaks so far, for a line of a report. */
	told(): string;
	stop(): void;
}

const EVERY_MS = 10;
const KIB = 1024;

/** Watches a process and those it starts. Throws on a system without /proc. */
export function watchMemory(pid: number): MemoryWatch {
	if (!statusOf(process.pid)) throw new Error('Memory is read from /proc, which this system does not have.');
	let [server, reader, together] = [0, 0, 0];
	const look = (): void => {
		const own = statusOf(pid);
		if (!own) return;
		const others = childrenOf(pid).flatMap((child) => statusOf(child) ?? []);
		server = Math.max(server, own.peak);
		reader = Math.max(reader, ...others.map(({ peak }) => peak));
		together = Math.max(
			together,
			others.reduce((sum, { now }) => sum + now, own.now)
		);
	};
	look();
	const timer = setInterval(look, EVERY_MS);
	const peaks = (): Peaks => ({ server: Math.ceil(server), reader: Math.ceil(reader), together: Math.ceil(together) });
	return {
		peaks,
		told: () => Object.values(peaks()).map((peak) => String(peak).padStart(3)).join(' '), // prettier-ignore
		stop() {
			look();
			clearInterval(timer);
		}
	};
}

/** Resident memory of a process in megabytes; null when it has ended. */
function statusOf(pid: number): { readonly peak: number; readonly now: number } | null {
	const status = read(`/proc/${pid}/status`);
	const megabytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) / KIB;
	return status === '' ? null : { peak: megabytes('VmHWM'), now: megabytes('VmRSS') };
}

/** Processes that a process has started and that have not ended; none on a system without /proc. */
export function childrenOf(pid: number): number[] {
	try {
		return readdirSync(`/proc/${pid}/task`).flatMap((task) => (read(`/proc/${pid}/task/${task}/children`).match(/\d+/g) ?? []).map(Number));
	} catch {
		return [];
	}
}

/** Whether a process is at work: neither gone nor waiting for somebody to notice its end. */
export const isRunning = (pid: number): boolean => /^State:\s+[^ZX]/m.test(read(`/proc/${pid}/status`));

function read(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}
