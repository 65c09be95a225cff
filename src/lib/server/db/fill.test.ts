import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RECORDS, RELEASE } from '../fixtures/ten-provinces.ts';
import { fillBank } from './fill.ts';
import { openBank, openBuiltBank } from './open.ts';

describe('the built bank', () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'furas-bank-'));
	});
	afterEach(() => rm(folder, { recursive: true }));

	it('gives back every record it was filled with', async () => {
		const path = join(folder, 'bank.sqlite');
		await fillBank(path, RECORDS, RELEASE);
		const bank = openBuiltBank(path);
		expect(await bank.territories.list()).toEqual(RECORDS.territories.toSorted((a, b) => (a.code < b.code ? -1 : 1)));
		expect(await bank.localities.list()).toEqual(RECORDS.localities);
		expect(await bank.indicators.all()).toEqual(RECORDS.indicators);
		expect(await bank.sectors.branches()).toEqual(RECORDS.branches);
		expect(await bank.sectors.chains()).toEqual(RECORDS.chains);
		expect(await bank.sectors.models()).toEqual(RECORDS.models);
		expect(await bank.potentials.list()).toEqual(RECORDS.evidence);
		expect(await bank.cooperatives.list()).toEqual(RECORDS.cooperatives);
		expect(await bank.cooperatives.counts()).toEqual(RECORDS.cooperativeCounts);
		expect(await bank.projects.list()).toEqual(RECORDS.projects);
		expect(await bank.sources.all()).toEqual(RECORDS.sources);
		await bank.close();
	});

	it('is the same file, byte for byte, when it is built again over an old one', async () => {
		const path = join(folder, 'bank.sqlite');
		await fillBank(path, RECORDS, RELEASE);
		const first = await readFile(path);
		await fillBank(path, RECORDS, RELEASE);
		expect((await readFile(path)).equals(first)).toBe(true);
	});

	it('cannot be written to once it is built', async () => {
		const path = join(folder, 'bank.sqlite');
		await fillBank(path, RECORDS, RELEASE);
		const bank = openBuiltBank(path);
		await expect(bank.connection.deleteFrom('territory').execute()).rejects.toThrow(/readonly/);
		await bank.close();
	});

	it('is refused when the file is missing', () => {
		expect(() => openBuiltBank(join(folder, 'nothing.sqlite'))).toThrow();
	});
});

describe('a bank opened for writing', () => {
	it('is brought to the newest schema, and opening it again changes nothing', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'furas-bank-'));
		const path = join(folder, 'bank.sqlite');
		await (await openBank(path)).close();
		const bank = await openBank(path);
		expect(await bank.territories.list()).toEqual([]);
		await bank.close();
		await rm(folder, { recursive: true });
	});
});
