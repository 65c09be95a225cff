import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECORDS, RELEASE } from '../fixtures/ten-provinces.ts';
import { insertRecords } from './fill.ts';
import { openBank, type Repositories } from './open.ts';

let bank: Repositories;
beforeAll(async () => {
	bank = await openBank(':memory:');
	await insertRecords(bank.connection, RECORDS, RELEASE);
});
afterAll(() => bank.close());

const codes = async (search: string) => (await bank.territories.list({ search })).map(({ code }) => code);

describe('a search for a territory', () => {
	it.each(['El Hajeb', 'el-hajeb', 'hajeb', 'الحاجب', 'حاجب', 'MA-HAJ'])(
		'finds El Hajeb as «%s», the province before the commune',
		async (q) => {
			expect((await codes(q))[0]).toBe('MA-HAJ');
		}
	);
	it.each(['fes', 'Fès-Meknès', 'فاس'])('finds the region Fès-Meknès as «%s»', async (q) => expect(await codes(q)).toContain('MA-03'));
	it('finds a name whatever the hamza', async () => expect(await codes('اوسرد')).toEqual(await codes('أوسرد')));
	it('finds nothing for a key without letters', async () => expect(await codes('%_')).toEqual([]));
	it('keeps to the level and the parent that are asked for', async () => {
		const found = await bank.territories.list({ level: 'commune', parent: 'MA-HAJ', search: 'hajeb' });
		expect(found.map(({ code }) => code)).toEqual(['03.171.01.05']);
	});
});

describe('the line of a territory', () => {
	const line = async (code: string) => (await bank.territories.line(code)).map((one) => one.code);
	it('goes from itself up to its region', async () => {
		expect(await line('03.171.01.05')).toEqual(['03.171.01.05', 'MA-HAJ', 'MA-03']);
		expect(await line('MA-03')).toEqual(['MA-03']);
	});
	it('is empty for a code nobody has', async () => expect(await line('MA-XXX')).toEqual([]));
});

describe('localities', () => {
	it('are those of the communes that are asked for', async () => {
		expect((await bank.localities.list(['09.541.01.11'])).map(({ name }) => name.fr)).toEqual(['Imgoun']);
		expect(await bank.localities.list(['03.171.01.05'])).toEqual([]);
	});
	it('are none in a bank that was built before there were any', async () => {
		const old = await openBank(':memory:');
		await old.connection.schema.dropTable('locality').execute();
		expect(await old.localities.list()).toEqual([]);
		await old.close();
	});
});

describe('the values of an indicator', () => {
	it('are the newest ones, by territory code, and leave out who has none', async () => {
		const values = await bank.indicators.values('road_distance_km', 'province');
		expect(values.every(({ year }) => year === '2024')).toBe(true);
		// Rabat has no rural dwelling, hence no rural road distance: no row is not a zero.
		expect(values.map(({ territory }) => territory)).not.toContain('MA-RAB');
		expect(values.map(({ territory }) => territory)).toEqual(values.map(({ territory }) => territory).toSorted());
	});
	it('are of another year when it is asked for', async () => {
		const values = await bank.indicators.values('population_legal', 'province', '2014');
		expect(values.every(({ year }) => year === '2014')).toBe(true);
	});
	it('say of which years there are any, newest first, per level', async () => {
		const years = await bank.indicators.years();
		expect(years.get('population_legal')).toMatchObject({ region: ['2024'], commune: ['2024'] });
	});
	it('of the nation are found under its code', async () => {
		const nation = await bank.indicators.ofTerritory('MA');
		expect(nation.find(({ indicator }) => indicator === 'population_legal')?.value).toBe(36_828_330);
	});
});

describe('cooperatives', () => {
	it('inside a box are located there; those without a place are left out', async () => {
		const found = await bank.cooperatives.list({ bbox: [-7, 31, -6, 33] });
		expect(found.length).toBeGreaterThan(0);
		for (const { position } of found) {
			expect(position![0]).toBeGreaterThanOrEqual(-7);
			expect(position![1]).toBeLessThanOrEqual(33);
		}
	});
	it('of a province are those its code names', async () => {
		const found = await bank.cooperatives.list({ within: { level: 'province', code: 'MA-HAJ' } });
		expect(found.length).toBeGreaterThan(0);
		expect(found.every(({ province }) => province === 'MA-HAJ')).toBe(true);
	});
});
