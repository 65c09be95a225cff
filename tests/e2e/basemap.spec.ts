import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { archiveOf, tileOf } from '../tiles.ts';

const LAND = {
	properties: { kind: 'earth' },
	ring: [
		[0, 0],
		[4096, 0],
		[4096, 4096],
		[0, 4096]
	] as const
};
const archive = archiveOf(tileOf({ earth: [LAND] }), { vector_layers: [{ id: 'earth' }, { id: 'roads' }] });

/** A server of its own with a basemap; resolves with its address, or with what it said when it did not start. */
async function serverWith(basemap: string): Promise<{ readonly origin: string; readonly said: string; stop(): void }> {
	const store = mkdtempSync(join(tmpdir(), 'furas-basemap-store-'));
	const server = spawn(process.execPath, ['scripts/serve.ts'], {
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', FURAS_STORE: store, FURAS_BASEMAP: basemap }
	});
	let said = '';
	const origin = await new Promise<string>((resolve) => {
		const hear = (bytes: Buffer): void => {
			said += String(bytes);
			const found = /http:\/\/[\d.]+:\d+/.exec(said);
			if (found) resolve(found[0]);
		};
		server.stdout.on('data', hear);
		server.stderr.on('data', hear);
		server.on('exit', () => resolve(''));
	});
	return {
		origin,
		said,
		stop: () => {
			server.kill();
			rmSync(store, { recursive: true, force: true });
		}
	};
}

test('the tiles of a file are served in parts, and no page may ask anybody else', async ({ request }) => {
	const folder = mkdtempSync(join(tmpdir(), 'furas-tiles-'));
	const file = join(folder, 'land.pmtiles');
	writeFileSync(file, archive);
	const { origin, stop } = await serverWith(file);
	try {
		const tiles = `${origin}/basemap/tiles.pmtiles`;
		const head = await request.fetch(tiles, { method: 'HEAD' });
		expect(head.headers()).toMatchObject({
			'accept-ranges': 'bytes',
			'content-length': String(archive.length),
			'content-type': 'application/vnd.pmtiles'
		});
		const part = await request.get(tiles, { headers: { range: 'bytes=0-126', 'accept-encoding': 'gzip, br' } });
		expect(part.status()).toBe(206);
		expect(part.headers()['content-range']).toBe(`bytes 0-126/${archive.length}`);
		expect(part.headers()['content-encoding']).toBeUndefined();
		expect(new Uint8Array(await part.body())).toEqual(archive.slice(0, 127));
		// Asked again, whole or in another part, nothing of the first answer comes back.
		expect(new Uint8Array(await (await request.get(tiles)).body())).toEqual(archive);
		const next = await request.get(tiles, { headers: { range: 'bytes=127-' } });
		expect(new Uint8Array(await next.body())).toEqual(archive.slice(127));
		expect((await request.get(tiles, { headers: { range: `bytes=${archive.length}-` } })).status()).toBe(416);
		const policy = (await request.get(`${origin}/ar/workspace`)).headers()['content-security-policy']!;
		expect(policy).not.toMatch(/https?:/);
	} finally {
		stop();
		rmSync(folder, { recursive: true });
	}
});

test('of a style of another house, its origin alone is opened, on the pages that show it', async ({ request }) => {
	const { origin, stop } = await serverWith('https://tiles.example/style.json');
	try {
		const policyOf = async (path: string): Promise<string> => (await request.get(origin + path)).headers()['content-security-policy']!;
		expect(await policyOf('/ar/workspace')).toContain("connect-src 'self' https://tiles.example");
		expect(await policyOf('/ar')).not.toMatch(/https?:/);
		expect((await request.get(`${origin}/basemap/tiles.pmtiles`)).status()).toBe(404);
	} finally {
		stop();
	}
});

test('a server whose basemap is not there says so and does not start; by default there is none', async ({ request }) => {
	const { origin, said } = await serverWith('/nowhere/land.pmtiles');
	expect(origin).toBe('');
	expect(said).toContain('FURAS_BASEMAP names the file "/nowhere/land.pmtiles", which is not there.');
	expect((await request.get('/basemap/tiles.pmtiles')).status()).toBe(404);
});
