import { OWN_LIMITS } from '#lib/core/own/limits.ts';
import type { ReadAnswer, ReadOrder } from './protocol.ts';

/**
 * What a file holds, read in a worker of its own that is gone afterwards, and all its memory with it. A file that is too large is refused
 * before a byte of it is read; one that takes too long is given up. Rejects with an `AbortError` when `signal` says so.
 */
export function readFile(file: File, part: string | null, signal: AbortSignal): Promise<ReadAnswer> {
	if (file.size > OWN_LIMITS.fileBytes) return refused({ kind: 'too-large', limit: OWN_LIMITS.fileBytes / 1_000_000 });
	if (file.size === 0) return refused({ kind: 'empty' });
	const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
	let clock: ReturnType<typeof setTimeout> | undefined;
	return new Promise<ReadAnswer>((resolve, reject) => {
		signal.throwIfAborted();
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
		clock = setTimeout(
			() => resolve({ ok: false, refusal: { kind: 'too-slow', limit: OWN_LIMITS.milliseconds / 1000 } }),
			OWN_LIMITS.milliseconds
		);
		worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => resolve(data));
		// The worker ends where there is no memory left; so does one that cannot be loaded.
		worker.addEventListener('error', () => resolve({ ok: false, refusal: { kind: 'damaged' } }));
		worker.postMessage({ file, name: file.name, part } satisfies ReadOrder);
	}).finally(() => {
		clearTimeout(clock);
		worker.terminate();
	});
}

const refused = (refusal: Extract<ReadAnswer, { ok: false }>['refusal']): Promise<ReadAnswer> => Promise.resolve({ ok: false, refusal });
