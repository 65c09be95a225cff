/** What a worker that makes a file tells: its bytes, or what went wrong. */
export type FileAnswer = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly ok: false; readonly reason: string };

/** Has a worker make one file, and ends it with the answer. Rejects with what went wrong. */
export function fileFrom(worker: Worker, question: unknown): Promise<Uint8Array<ArrayBuffer>> {
	const file = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => (data.ok ? resolve(data.bytes) : reject(new Error(data.reason)));
		worker.onerror = ({ message }) => reject(new Error(message || 'The worker did not start.'));
	});
	worker.postMessage(question);
	return file.finally(() => worker.terminate());
}

/** Answers from inside a worker, once its file is made. */
export async function tellFile(file: Promise<Uint8Array<ArrayBuffer>>): Promise<void> {
	const answer: FileAnswer = await file.then(
		(bytes) => ({ ok: true, bytes }),
		(error: unknown) => ({ ok: false, reason: String(error) })
	);
	postMessage(answer, { transfer: answer.ok ? [answer.bytes.buffer] : [] });
}
