import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import { LARGEST_FILE, type UploadFault } from '#lib/core/import/import.ts';

/** A file that came whole. */
export interface Upload {
	readonly file: string;
	readonly bytes: number;
	/** The other fields of the form, by name. */
	readonly fields: Readonly<Record<string, string>>;
}

/** What a request brought. */
export type Received = { readonly ok: true; readonly value: Upload } | { readonly ok: false; readonly fault: UploadFault };

/** Bytes of the form around the file, and of a field. */
const AROUND = 64 * 1024;
const FIELD_BYTES = 200;
const MOST_FIELDS = 4;
const UNFINISHED = '.part';

/** Where files wait in the folder of the living store. */
export const uploadsIn = (store: string): string => join(store, 'uploads');

/** Where the file of an import waits. */
export const uploadPath = (folder: string, id: string): string => join(folder, id);

/**
 * Keeps the one file of a form as `id` in `folder` while it comes in, never more of it in memory than a piece. It gets its name when it is
 * whole and on the disk; what is too large, cut off or no form leaves nothing.
 */
export async function receive(request: Request, folder: string, id: string): Promise<Received> {
	const form = formOf(request);
	if (!form) return { ok: false, fault: 'no-form' };
	if (Number(request.headers.get('content-length') ?? 0) > LARGEST_FILE + AROUND) return { ok: false, fault: 'too-large' };
	await mkdir(folder, { recursive: true });
	const path = uploadPath(folder, id);
	const received = await written(form, request.body as ReadableStream, `${path}${UNFINISHED}`);
	if (received.ok) {
		await rename(`${path}${UNFINISHED}`, path);
		await synced(folder);
	} else await rm(`${path}${UNFINISHED}`, { force: true });
	return received;
}

/** Removes the file of an import; one that is gone already is no mistake. */
export const dropUpload = (folder: string, id: string): Promise<void> => rm(uploadPath(folder, id), { force: true });

/** Removes what belongs to no import any more: files cut off by the end of the process, and those of imports that were removed. */
export async function sweepUploads(folder: string, ids: readonly string[]): Promise<void> {
	await mkdir(folder, { recursive: true });
	const kept = new Set(ids);
	for (const name of await readdir(folder)) if (!kept.has(name)) await rm(join(folder, name), { force: true });
}

/** Flushes a file or a folder to the disk. */
async function synced(path: string): Promise<void> {
	const handle = await open(path, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

function formOf({ headers, body }: Request): busboy.Busboy | null {
	if (!body) return null;
	const limits = { files: 1, fileSize: LARGEST_FILE, fields: MOST_FIELDS, fieldSize: FIELD_BYTES, parts: MOST_FIELDS + 1 };
	try {
		return busboy({ headers: Object.fromEntries(headers), limits, defParamCharset: 'utf8' });
	} catch {
		// Another content type, or one without a boundary.
		return null;
	}
}

async function written(form: busboy.Busboy, body: ReadableStream, path: string): Promise<Received> {
	const fields: Record<string, string> = {};
	let upload: { file: string; bytes: number } | null = null;
	let fault: UploadFault | null = null;
	let writing: Promise<void> = Promise.resolve();
	const stop = new AbortController();
	const fail = (kind: UploadFault): void => {
		fault ??= kind;
		stop.abort();
	};
	form.on('field', (name, value) => (fields[name] = value));
	form.on('file', (_, stream, { filename }) => {
		const target = createWriteStream(path);
		stream.on('limit', () => fail('too-large'));
		writing = pipeline(stream, target)
			.then(async () => {
				await synced(path);
				upload = { file: fileName(filename), bytes: target.bytesWritten };
			})
			.catch((error: NodeJS.ErrnoException) => fail(error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'no-space' : 'cut-off'));
	});
	// A form that ends early, a client that leaves, a header nobody can read: what came is not the file that was sent.
	await pipeline(Readable.fromWeb(body), form, { signal: stop.signal }).catch(() => fail('cut-off'));
	await writing;
	if (fault !== null) return { ok: false, fault };
	const { file, bytes } = upload ?? { file: '', bytes: 0 };
	return file === '' && bytes === 0 ? { ok: false, fault: 'no-file' } : { ok: true, value: { file, bytes, fields } };
}

/** Longest name that is shown. */
const NAME_LENGTH = 120;

/** The name of a file as it is shown: no folders, no signs that would turn the text around it. */
function fileName(given: string | undefined): string {
	const last = (given ?? '').split(/[\\/]/).at(-1)!;
	return last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, NAME_LENGTH);
}
