import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileParts } from './file-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'furas-parts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'a.bin');
const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => i % 251);
writeFileSync(file, bytes);

const ask = (headers: Record<string, string> = {}, version: string | null = null, method = 'GET'): Promise<Response> =>
	fileParts(file, new Request('http://localhost/a.bin', { method, headers }), version, 'application/octet-stream');

test('the whole file comes piece by piece, with its length and its mark', async () => {
	const answer = await ask();
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-length')).toBe('200000');
	expect(answer.headers.get('accept-ranges')).toBe('bytes');
	expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
});

test('a part is those bytes and no others, and says of how many', async () => {
	const answer = await ask({ range: 'bytes=1000-70999' });
	expect(answer.status).toBe(206);
	expect(answer.headers.get('content-range')).toBe('bytes 1000-70999/200000');
	expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes.subarray(1000, 71_000));
});

test('what lies behind the end is refused with the size; HEAD has no body; what the client holds is not sent again', async () => {
	const outside = await ask({ range: 'bytes=200000-' });
	expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */200000']);
	const head = await ask({}, null, 'HEAD');
	expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '200000', '']);
	expect((await ask({ 'if-none-match': head.headers.get('etag')! })).status).toBe(304);
});

test('only an address that names this very file is kept; another one in its place has another mark and is sent whole', async () => {
	const { headers } = await ask();
	const etag = headers.get('etag')!;
	const mark = etag.slice(1, -1);
	expect(headers.get('cache-control')).toContain('no-cache');
	expect((await ask({}, mark)).headers.get('cache-control')).toContain('immutable');
	expect((await ask({}, 'another')).headers.get('cache-control')).toContain('no-cache');
	expect((await ask({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(206);
	expect((await ask({ range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200);
});

test('a client that leaves early leaves no open file behind', async () => {
	const { body } = await ask();
	const reader = body!.getReader();
	await reader.read();
	await reader.cancel();
	expect((await ask({ range: 'bytes=0-0' })).status).toBe(206);
});
