import type { IncomingMessage } from 'node:http';
import { isPrivate } from '../account/private-address.ts';
import type { App } from '../app.ts';
import type { Answer } from './answer.ts';
import type { Source } from './front.ts';
import { recorded, type NodeHandler } from './record.ts';
import { DATA_HEADERS } from './security.ts';

const path = (request: IncomingMessage): string => request.url ?? '/';

/** The API, asked without a port. */
export const apiSource = (app: App): Source => ({
	takes: (url) => url.startsWith('/api/v1/') && !isPrivate(url),
	key: path,
	answer: async (request) => answerFrom(await app.api(new Request(`http://localhost${path(request)}`)))
});

/** The built files of the releases. */
export const filesSource = (app: App): Source => ({
	takes: (url) => url.startsWith('/data/'),
	key: path,
	async answer(request) {
		const file = await app.file(path(request));
		if (file) return { ...file, headers: { ...DATA_HEADERS, ...file.headers } };
		const headers = { ...DATA_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
		return { status: 404, headers, bytes: Buffer.from('Not found'), etag: null, keep: false };
	}
});

/** The server-rendered pages. A page may name its own address, so host and scheme belong to the key. */
export const pagesSource = (handler: NodeHandler): Source => ({
	takes: (url) => /^\/(ar|fr|en)(?=[/?]|$)/.test(url) && !isPrivate(url),
	key: ({ headers, url }) => `${String(headers['x-forwarded-proto'])} ${headers.host} ${url}`,
	answer: (request) => recorded(handler, request)
});

async function answerFrom(response: Response): Promise<Answer> {
	const { etag = null, 'content-length': _, ...headers } = Object.fromEntries(response.headers) as Record<string, string>;
	const keep = response.status === 200 && headers['cache-control'] !== 'no-store';
	const bytes = new Uint8Array(await response.arrayBuffer());
	return { status: response.status, headers: { ...DATA_HEADERS, ...headers }, bytes, etag, keep };
}
