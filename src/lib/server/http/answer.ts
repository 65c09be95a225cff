import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './negotiate.ts';

/** What a source answers, before it is packed for a client. */
export interface Answer {
	readonly status: number;
	/** Lower-case names. Without content-length and content-encoding: those depend on the client. */
	readonly headers: Readonly<Record<string, string>>;
	/** Values of `set-cookie`; an answer with one is never kept. */
	readonly cookies?: readonly string[];
	readonly bytes: Uint8Array;
	/** Strong ETag of the plain bytes, in quotes; null when there is none. */
	readonly etag: string | null;
	/** True when the answer depends on address and release only, so that the next client may get the same bytes. */
	readonly keep: boolean;
	/** Bytes already packed on disk, when the source has them. */
	packed?(encoding: Encoding): Promise<Uint8Array | null>;
}

/** Bytes ready to be written: a 304 or a full answer costs one call each. */
export interface Ready {
	readonly status: number;
	readonly etag: string | null;
	/** Header names and values in turn, as `writeHead` takes them fastest. */
	readonly head: readonly string[];
	/** The same for 304: without the headers that describe a body. */
	readonly headUnchanged: readonly string[];
	readonly bytes: Uint8Array;
}

const TEXT = /^(text\/|application\/([\w.+-]+\+)?(json|xml)|image\/svg)/;
/** Below this, packing costs more than it saves. */
const WORTH_PACKING = 600;
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** `answer` packed for clients that take `encoding`: plain when it is too small or no text. */
export async function ready(answer: Answer, encoding: Encoding): Promise<Ready> {
	const packable = answer.bytes.length >= WORTH_PACKING && TEXT.test(answer.headers['content-type'] ?? '');
	const used = packable ? encoding : 'identity';
	const bytes = await pack(answer, used);
	const etag = answer.etag !== null && used !== 'identity' ? `${answer.etag.slice(0, -1)}-${used}"` : answer.etag;
	const shared: Record<string, string> = {
		...answer.headers,
		...(packable ? { vary: varying(answer.headers['vary']) } : {}),
		...(etag === null ? {} : { etag })
	};
	const { 'content-type': _type, ...unchanged } = shared;
	const encoded = used === 'identity' ? {} : { 'content-encoding': used };
	const cookies = (answer.cookies ?? []).map((cookie) => ['set-cookie', cookie]);
	return {
		status: answer.status,
		etag,
		head: [...Object.entries({ ...shared, ...encoded, 'content-length': String(bytes.length) }), ...cookies].flat(),
		headUnchanged: Object.entries(unchanged).flat(),
		bytes
	};
}

const varying = (by: string | undefined): string => (by === undefined ? 'accept-encoding' : `${by}, accept-encoding`);

async function pack(answer: Answer, encoding: Encoding): Promise<Uint8Array> {
	const packed = await answer.packed?.(encoding);
	if (packed) return packed;
	switch (encoding) {
		case 'identity':
			return answer.bytes;
		case 'gzip':
			return gzipped(answer.bytes);
		case 'br':
			// 5 packs a list of all communes in 4 ms and comes within a tenth of 11, which takes 300 ms.
			return brotli(answer.bytes, {
				params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: answer.bytes.length }
			});
	}
}
