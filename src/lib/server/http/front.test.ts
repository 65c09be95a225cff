import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request, type IncomingHttpHeaders } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { createFront, type Source } from './front.ts';
import { recorded } from './record.ts';
import { pagesSource } from './sources.ts';

const BODY = JSON.stringify({ items: Array.from({ length: 200 }, (_, i) => `territory ${i}`) });

let close = (): void => undefined;
afterEach(() => close());

async function serve(listener: RequestListener): Promise<number> {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	close = () => void server.close();
	return (server.address() as AddressInfo).port;
}

interface Got {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly bytes: Buffer;
}

/** fetch unpacks what it gets and hides how it came, so the bytes are read as they are. */
const get = (port: number, path: string, headers: Record<string, string> = {}, method = 'GET') =>
	new Promise<Got>((resolve, reject) => {
		request({ port, host: '127.0.0.1', path, headers, method, agent: false }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(chunks) }));
		})
			.on('error', reject)
			.end();
	});

function counting(answer: Partial<Answer> = {}): { source: Source; calls: () => number } {
	let calls = 0;
	const source: Source = {
		takes: (url) => url.startsWith('/list'),
		key: ({ url }) => url!,
		async answer() {
			calls++;
			const headers = { 'content-type': 'application/json' };
			return { status: 200, headers, bytes: Buffer.from(BODY), etag: '"abc"', keep: true, ...answer };
		}
	};
	return { source, calls: () => calls };
}

const listen = (source: Source) => {
	const front = createFront([source]);
	return serve((incoming, response) => {
		if (!front.handle(incoming, response)) response.writeHead(404).end();
	});
};

describe('the front', () => {
	it('asks a source once, whoever comes after and however many come together', async () => {
		const { source, calls } = counting();
		const port = await listen(source);
		await Promise.all([get(port, '/list'), get(port, '/list'), get(port, '/list')]);
		expect((await get(port, '/list')).bytes.toString()).toBe(BODY);
		expect(calls()).toBe(1);
	});

	it('packs for those who can unpack; each packing has an ETag of its own', async () => {
		const port = await listen(counting().source);
		const plain = await get(port, '/list');
		const br = await get(port, '/list', { 'accept-encoding': 'br' });
		const gzip = await get(port, '/list', { 'accept-encoding': 'gzip' });
		expect(brotliDecompressSync(br.bytes).toString()).toBe(BODY);
		expect(gunzipSync(gzip.bytes).toString()).toBe(BODY);
		expect(br.headers['content-encoding']).toBe('br');
		expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
		for (const { headers, bytes } of [plain, br, gzip]) {
			expect(headers.vary).toBe('accept-encoding');
			expect(headers['content-length']).toBe(String(bytes.length));
		}
	});

	it('answers 304 without a body to who holds the bytes', async () => {
		const port = await listen(counting().source);
		const first = await get(port, '/list', { 'accept-encoding': 'br' });
		const again = await get(port, '/list', { 'accept-encoding': 'br', 'if-none-match': first.headers.etag! });
		expect(again.status).toBe(304);
		expect(again.bytes).toHaveLength(0);
		expect(again.headers.etag).toBe(first.headers.etag);
		expect((await get(port, '/list', { 'if-none-match': '"other"' })).status).toBe(200);
	});

	it('answers HEAD with the headers of GET and no body', async () => {
		const port = await listen(counting().source);
		const head = await get(port, '/list', {}, 'HEAD');
		expect(head.headers['content-length']).toBe(String(Buffer.byteLength(BODY)));
		expect(head.bytes).toHaveLength(0);
	});

	it('keeps no refusal', async () => {
		const { source, calls } = counting({ status: 404, keep: false, etag: null });
		const port = await listen(source);
		await get(port, '/list');
		expect((await get(port, '/list')).status).toBe(404);
		expect(calls()).toBe(2);
	});

	it('leaves to others what no source takes and what is not reading', async () => {
		const port = await listen(counting().source);
		expect((await get(port, '/elsewhere')).status).toBe(404);
		expect((await get(port, '/list', {}, 'POST')).status).toBe(404);
	});

	it('asks for TLS for good only where the client came by TLS', async () => {
		const port = await listen(counting().source);
		expect((await get(port, '/list')).headers['strict-transport-security']).toBeUndefined();
		expect((await get(port, '/list', { 'x-forwarded-proto': 'https' })).headers['strict-transport-security']).toMatch(/max-age/);
	});

	it('answers 500 without a trace when a source fails, and asks again next time', async () => {
		const error = console.error;
		console.error = () => undefined;
		let calls = 0;
		const failing: Source = { ...counting().source, answer: async () => Promise.reject(new Error(`secret ${++calls}`)) };
		const port = await listen(failing);
		const answer = await get(port, '/list');
		expect(answer.status).toBe(500);
		expect(answer.bytes.toString()).not.toContain('secret');
		await get(port, '/list');
		expect(calls).toBe(2);
		console.error = error;
	});
});

describe('a page from the handler of Kit', () => {
	const page = (incoming: IncomingMessage, response: ServerResponse): void => {
		if (incoming.headers['if-none-match']) return void response.writeHead(304).end();
		response.setHeader('content-type', 'text/html');
		response.setHeader('etag', '"kit"');
		if (incoming.url!.includes('cookie')) response.setHeader('set-cookie', 'a=b');
		response.writeHead(200);
		response.write(`<p>${incoming.headers.host}</p>`);
		setTimeout(() => response.end('<p>end</p>'), 5);
	};

	it('is drawn once per address and host', async () => {
		let drawn = 0;
		const source = pagesSource((incoming, response) => {
			drawn++;
			page(incoming, response);
		});
		const port = await listen(source);
		const first = await get(port, '/ar/method', { host: 'furas.example' });
		expect(first.bytes.toString()).toBe('<p>furas.example</p><p>end</p>');
		await get(port, '/ar/method', { host: 'furas.example' });
		expect(drawn).toBe(1);
		expect((await get(port, '/ar/method', { host: 'other.example' })).bytes.toString()).toContain('other.example');
		expect(drawn).toBe(2);
	});

	it('is compared with what the client holds by its own bytes', async () => {
		const port = await listen(pagesSource(page));
		const first = await get(port, '/fr');
		expect(first.headers.etag).not.toBe('"kit"');
		expect((await get(port, '/fr', { 'if-none-match': '"kit"' })).status).toBe(200);
		expect((await get(port, '/fr', { 'if-none-match': first.headers.etag! })).status).toBe(304);
	});

	it('that sets a cookie is never kept, and the cookie arrives', async () => {
		const incoming = { url: '/ar?cookie', method: 'GET', headers: { host: 'a' } } as unknown as IncomingMessage;
		expect((await recorded(page, incoming)).keep).toBe(false);
		const port = await listen(pagesSource(page));
		expect((await get(port, '/ar?cookie')).headers['set-cookie']).toEqual(['a=b']);
	});

	it('is any address under a language and no other', () => {
		const source = pagesSource(page);
		for (const url of ['/ar', '/fr/method', '/en?sector=saffron']) expect(source.takes(url)).toBe(true);
		for (const url of ['/', '/arabic', '/_app/immutable/x.js', '/es']) expect(source.takes(url)).toBe(false);
	});
});

describe('when another release becomes the current one', () => {
	/** A front over a source that answers with the release of the moment, once it is let go. */
	function switching() {
		let generation = 0;
		let release: () => void = () => {};
		let gate = Promise.resolve();
		const source: Source = {
			takes: () => true,
			key: ({ url }) => url!,
			async answer() {
				const bytes = Buffer.from(`release ${generation}`);
				await gate;
				return { status: 200, headers: { 'content-type': 'text/plain' }, bytes, etag: null, keep: true };
			}
		};
		const front = createFront([source], () => generation);
		return {
			front,
			port: serve((incoming, response) => void front.handle(incoming, response)),
			hold: () => (gate = new Promise((resolve) => (release = resolve))),
			release: () => (release(), (gate = Promise.resolve())),
			publish: () => generation++
		};
	}

	it('forgets what it kept of the one before', async () => {
		const { port, publish, front } = switching();
		const at = await port;
		expect((await get(at, '/page')).bytes.toString()).toBe('release 0');
		publish();
		expect((await get(at, '/page')).bytes.toString()).toBe('release 1');
		expect(front.cache.size).toBe(1);
	});

	it('keeps no answer that was on its way, and lets nobody who asks later wait for it', async () => {
		const { port, hold, release, publish } = switching();
		const at = await port;
		hold();
		const early = get(at, '/page');
		await new Promise((resolve) => setTimeout(resolve, 30));
		publish();
		release();
		const late = get(at, '/page');
		expect((await early).bytes.toString()).toBe('release 0');
		expect((await late).bytes.toString()).toBe('release 1');
		expect((await get(at, '/page')).bytes.toString()).toBe('release 1');
	});

	it('keeps no answer of before even when nobody asked in between', async () => {
		const { port, hold, release, publish, front } = switching();
		const at = await port;
		hold();
		const early = get(at, '/page');
		await new Promise((resolve) => setTimeout(resolve, 30));
		publish();
		release();
		await early;
		expect(front.cache.size).toBe(0);
	});
});
