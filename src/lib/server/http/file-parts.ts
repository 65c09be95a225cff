import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { byteRange, type ByteRange } from './byte-range.ts';
import { holds } from './negotiate.ts';
import { DATA_HEADERS } from './security.ts';

/** A strong mark of a file as it lies on the disk now: another file in its place has another one. */
export function markOf({ size, mtimeMs, ino }: { readonly size: number; readonly mtimeMs: number; readonly ino: number }): string {
	return createHash('sha256').update(`${ino} ${size} ${mtimeMs}`).digest('base64url').slice(0, 16);
}

/**
 * The file, or the part of it a request asks for: 200, 206, 304 or 416. `version` is the mark of the file that the address names: what is
 * asked for by it never changes and may be kept for ever; anything else is asked for anew, so that no part of an older file is mixed in.
 */
export async function fileParts(file: string, request: Request, version: string | null, contentType: string): Promise<Response> {
	const handle = await open(file, 'r');
	let isSending = false;
	try {
		const stats = await handle.stat();
		const mark = markOf(stats);
		const { status, headers, part } = answerTo(request.headers, stats.size, `"${mark}"`);
		isSending = part !== null && request.method !== 'HEAD';
		return new Response(isSending ? bytesOf(handle, part!) : null, {
			status,
			headers: {
				...DATA_HEADERS,
				'content-type': contentType,
				'accept-ranges': 'bytes',
				// Packed on the way, a part would no longer be the bytes that were asked for.
				'cache-control': version === mark ? 'public, max-age=31536000, immutable, no-transform' : 'no-cache, no-transform',
				...headers
			}
		});
	} finally {
		if (!isSending) await handle.close();
	}
}

interface PartAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	/** What is to be sent; null for nothing. */
	readonly part: ByteRange | null;
}

function answerTo(asked: Headers, size: number, etag: string): PartAnswer {
	if (holds(asked.get('if-none-match') ?? undefined, etag)) return { status: 304, headers: { etag }, part: null };
	// Part of a file the client no longer has is no use to it: it gets the whole.
	const condition = asked.get('if-range') ?? etag;
	const range = condition === etag ? byteRange(asked.get('range'), size) : null;
	if (range === 'none') return { status: 416, headers: { etag, 'content-range': `bytes */${size}` }, part: null };
	const whole = size === 0 ? null : { first: 0, last: size - 1 };
	const length = { etag, 'content-length': String(range ? range.last - range.first + 1 : size) };
	if (range === null) return { status: 200, headers: length, part: whole };
	return { status: 206, headers: { ...length, 'content-range': `bytes ${range.first}-${range.last}/${size}` }, part: range };
}

/** Read a piece at a time, as fast as the client takes them; the file is closed with the last piece, or when the client leaves. */
function bytesOf(handle: FileHandle, { first, last }: ByteRange): ReadableStream<Uint8Array> {
	let at = first;
	const PIECE = 64 * 1024;
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const piece = new Uint8Array(Math.min(PIECE, last - at + 1));
				const { bytesRead } = await handle.read(piece, 0, piece.length, at);
				at += bytesRead;
				if (bytesRead > 0) controller.enqueue(piece.subarray(0, bytesRead));
				if (bytesRead > 0 && at <= last) return;
				await handle.close();
				// A file cut short while it is sent ends as an error, not as a shorter truth.
				if (at <= last) controller.error(new Error('the file became shorter'));
				else controller.close();
			},
			cancel: () => handle.close()
		},
		{ highWaterMark: 0 }
	);
}
