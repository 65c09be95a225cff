import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtFile } from './files.ts';

const ID = '2026.11-0a1b2c3d';
let root: string;
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'furas-built-'));
	await mkdir(join(root, ID));
	for (const name of ['snapshot.json', 'snapshot.json.br', 'bank.sqlite', 'towns.json']) await writeFile(join(root, ID, name), name);
	await writeFile(join(root, 'current.json'), '{}');
});
afterAll(() => rm(root, { recursive: true }));

describe('a built file', () => {
	it('is served for good, with the packing the build made', async () => {
		const file = await builtFile([root], `/data/${ID}/snapshot.json?x=1`);
		expect(file).toMatchObject({ status: 200, keep: true });
		expect(file!.headers['cache-control']).toBe('public, max-age=31536000, immutable');
		expect(String(await file!.packed!('br'))).toBe('snapshot.json.br');
	});
	it('without a packing on disk is packed when asked', async () => {
		expect(await (await builtFile([root], `/data/${ID}/towns.json`))!.packed!('br')).toBeNull();
	});
	it('of a release that counts a register is looked for where those are published, after the built ones', async () => {
		const published = join(root, 'releases');
		const id = '2026.11-r20261205-0a1b2c3d';
		await mkdir(join(published, id), { recursive: true });
		await writeFile(join(published, id, 'snapshot.json'), 'counted');
		const file = await builtFile([root, published], `/data/${id}/snapshot.json`);
		expect(String(file!.bytes)).toBe('counted');
		expect(await builtFile([root], `/data/${id}/snapshot.json`)).toBeNull();
	});
	it.each([
		`/data/${ID}/bank.sqlite`,
		`/data/${ID}/snapshot.json.br`,
		`/data/${ID}/../current.json`,
		`/data/${ID}/%2e%2e%2fcurrent.json`,
		'/data/../current.json',
		'/data/current.json',
		`/data/2026.11-ffffffff/snapshot.json`,
		`/data/${ID}/communes.json`
	])('is not served at %s', async (address) => expect(await builtFile([root], address)).toBeNull());
});
