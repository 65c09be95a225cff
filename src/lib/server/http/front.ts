import type { IncomingMessage, ServerResponse } from 'node:http';
import { ready, type Answer, type Ready } from './answer.ts';
import { createByteCache, type ByteCache } from './cache.ts';
import { encodingFor, holds, type Encoding } from './negotiate.ts';
import { cameByTls, HSTS } from './security.ts';

/** Something that answers reading requests whose answer depends on the key only. */
export interface Source {
	/** True when this source answers the address (path and query). */
	takes(url: string): boolean;
	/** What the answer depends on. */
	key(request: IncomingMessage): string;
	answer(request: IncomingMessage): Promise<Answer>;
}

export interface Front {
	/** Answers the request and returns true, or returns false when no source takes it. */
	handle(request: IncomingMessage, response: ServerResponse): boolean;
	readonly cache: ByteCache<Ready>;
}

const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Answers from memory what was asked before, and asks a source once for what was not, however many wait for it. When `generation` has moved,
 * as it does when another release becomes the current one, everything kept is forgotten, and an answer on its way is kept no more.
 */
export function createFront(sources: readonly Source[], generation: () => number = () => 0, maxBytes = MAX_BYTES): Front {
	const cache = createByteCache<Ready>(maxBytes);
	const asked = new Map<string, Promise<Ready>>();
	let shown = generation();
	const fetch = async (source: Source, request: IncomingMessage, encoding: Encoding, key: string): Promise<Ready> => {
		const asking = shown;
		const answer = await source.answer(request);
		const made = await ready(answer, encoding);
		if (answer.keep && asking === generation()) cache.set(key, made, made.bytes.length);
		return made;
	};
	const forgetOutdated = (): void => {
		if (shown === generation()) return;
		shown = generation();
		cache.clear();
		asked.clear();
	};
	const once = (source: Source, request: IncomingMessage, encoding: Encoding, key: string): Promise<Ready> => {
		const waiting = asked.get(key);
		if (waiting) return waiting;
		const made = fetch(source, request, encoding, key).finally(() => {
			if (asked.get(key) === made) asked.delete(key);
		});
		asked.set(key, made);
		return made;
	};
	return {
		cache,
		handle(request, response) {
			const { method, url = '' } = request;
			if (method !== 'GET' && method !== 'HEAD') return false;
			const source = sources.find((candidate) => candidate.takes(url));
			if (!source) return false;
			forgetOutdated();
			const encoding = encodingFor(request.headers['accept-encoding']);
			const key = `${encoding} ${source.key(request)}`;
			const known = cache.get(key);
			if (known) send(request, response, known);
			else
				once(source, request, encoding, key).then(
					(made) => send(request, response, made),
					(error) => fail(response, error)
				);
			return true;
		}
	};
}

function send(request: IncomingMessage, response: ServerResponse, { status, etag, head, headUnchanged, bytes }: Ready): void {
	if (cameByTls(request.headers['x-forwarded-proto'] as string | undefined)) response.setHeader(HSTS.name, HSTS.value);
	if (status === 200 && etag !== null && holds(request.headers['if-none-match'], etag)) {
		response.writeHead(304, headUnchanged as string[]).end();
		return;
	}
	response.writeHead(status, head as string[]);
	if (request.method === 'HEAD') response.end();
	else response.end(bytes);
}

function fail(response: ServerResponse, error: unknown): void {
	console.error(error);
	if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
	response.end();
}
