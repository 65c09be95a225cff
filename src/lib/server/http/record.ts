import { createHash } from 'node:crypto';
import { ServerResponse, type IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';

/** A handler in the manner of node:http, as adapter-node builds one. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

/** A response without a socket: keeps what a handler writes. */
class Recording extends ServerResponse {
	readonly chunks: Uint8Array[] = [];
	readonly #done: () => void;

	constructor(request: IncomingMessage, done: () => void) {
		super(request);
		this.#done = done;
	}

	override write(chunk: Uint8Array | string): boolean {
		this.chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
		return true;
	}

	override end(chunk?: unknown): this {
		if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk);
		this.#done();
		return this;
	}
}

/**
 * What `handler` answers to a reading request, as one answer. Kept for the next client when it is a good page that sets
 * no cookie and does not refuse: pages of Furas depend on their address and on the release alone.
 */
export function recorded(handler: NodeHandler, request: IncomingMessage): Promise<Answer> {
	// The comparison is made on the packed bytes by the front; a 304 from the handler would be kept as the page.
	delete request.headers['if-none-match'];
	return new Promise((resolve, reject) => {
		const response = new Recording(request, () => resolve(answerOf(response)));
		const missing = (): void => reject(new Error(`no handler took ${request.url}`));
		// The handler may fail at once or later: both end here.
		Promise.resolve()
			.then(() => handler(request, response, missing))
			.catch(reject);
	});
}

/** Headers that are made anew from the bytes, or travel on their own. */
const REMADE = new Set(['content-length', 'etag', 'transfer-encoding', 'set-cookie']);

function answerOf(response: Recording): Answer {
	const bytes = Buffer.concat(response.chunks);
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(response.getHeaders())) {
		if (value !== undefined && !REMADE.has(name)) headers[name] = String(value);
	}
	const status = response.statusCode;
	const cookies = [response.getHeader('set-cookie') ?? []].flat().map(String);
	const keep = status === 200 && cookies.length === 0 && !/no-store|private/.test(headers['cache-control'] ?? '');
	if (!keep) return { status, headers, cookies, bytes, etag: null, keep };
	const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
	return { status, headers: { 'cache-control': 'public, max-age=0, must-revalidate', ...headers }, bytes, etag, keep };
}
