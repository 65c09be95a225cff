import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Geography } from '#lib/core/geo/geography.ts';
import type { BankRecords } from '#lib/core/release/records.ts';
import { decodeTable, encodeTable } from '#lib/core/release/snapshot.ts';
import { EVIDENCE_QUALITY, GATES, valueAt, type LevelTable } from '#lib/core/scoring/table.ts';
import { LEVELS, type Level } from '#lib/core/territory/territory.ts';
import { readListedChains } from './gates.ts';
import { checkGoalposts, goalpostsOf, readGoalposts } from './goalposts.ts';
import { METHOD_FOLDER, readMethod } from './method.ts';
import { readRecords } from './read.ts';
import { levelTables } from './tables.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DATA = join(import.meta.dirname, '../../data');
const METHOD = join(DATA, METHOD_FOLDER);

/** Only what the gates ask: which territories touch the sea. El Jadida does, with one commune of its own here. */
const COAST = ['MA-JDI', 'MA-MDF', 'MA-KEN', '06.181.01.01'];
const shape = (coastal: boolean) => ({ label: null, areaKm2: null, coastal });

let records: BankRecords;
let tables: Record<Level, LevelTable>;
const method = readMethod(METHOD);
beforeAll(() => {
	records = readRecords(DATA);
	const territories = Object.fromEntries(records.territories.map(({ code }) => [code, shape(COAST.includes(code))]));
	// The commune without a cell has no coast to speak of, neither yes nor no.
	const geography: Geography = {
		territories: { ...territories, '04.281.05.11': { label: null, areaKm2: null, coastal: null } },
		adjacency: { region: {}, province: {}, commune: {} }
	};
	tables = levelTables(records, geography, method, readGoalposts(METHOD), readListedChains(METHOD));
});

const indexOf = (level: Level, code: string): number => tables[level].territories.findIndex((territory) => territory.code === code);
const figure = (level: Level, indicator: string, code: string) => valueAt(tables[level].values[indicator], indexOf(level, code));
const gate = (level: Level, chain: string, code: string) => GATES[tables[level].gates[chain]![indexOf(level, code)]!];
const evidence = (level: Level, chain: string, code: string) => valueAt(tables[level].evidence[chain], indexOf(level, code));
const quality = (level: Level, chain: string, code: string) => EVIDENCE_QUALITY[tables[level].evidenceQuality[chain]![indexOf(level, code)]!];

describe('level tables', () => {
	it('hold 12 regions, 75 provinces and 1,503 communes, ordered by code', () => {
		expect(LEVELS.map((level) => tables[level].territories.length)).toEqual([12, 75, 1503]);
		for (const level of LEVELS) {
			const codes = tables[level].territories.map(({ code }) => code);
			expect(codes).toEqual([...codes].sort());
		}
	});

	it('survive the journey to the browser', () => {
		for (const level of LEVELS) expect(decodeTable(JSON.parse(JSON.stringify(encodeTable(tables[level]))))).toEqual(tables[level]);
	});

	it('give a commune the share of cooperators, the poverty and the markets of its province, and say so', () => {
		for (const id of ['cooperator_share', 'monetary_vulnerability_rate', 'weekly_souks_per_10000', 'business_density', 'higher_education_share']) {
			expect(tables.commune.inherited.has(id)).toBe(true);
			expect(figure('commune', id, '03.171.01.05')).toBe(figure('province', id, 'MA-HAJ'));
		}
		expect(tables.commune.inherited.has('unemployment_rate')).toBe(false);
	});

	it('leave monetary vulnerability unknown for every region: no mean of rates is made', () => {
		expect(tables.region.values.monetary_vulnerability_rate!.every(Number.isNaN)).toBe(true);
	});

	it('weigh the distances of a province by the municipal inhabitants of its communes', () => {
		const communes = tables.commune.territories.filter(({ parent }) => parent === 'MA-RAB');
		const sum = (value: (code: string, people: number) => number) =>
			communes.reduce((total, { code, populationMunicipal }) => total + value(code, populationMunicipal!), 0);
		const mean = sum((code, people) => figure('commune', 'town_distance_km', code)! * people) / sum((_, people) => people);
		expect(figure('province', 'town_distance_km', 'MA-RAB')).toBeCloseTo(mean, 6);
	});
});

describe('evidence', () => {
	it('of a regional row stays with the region: artichokes of Rabat-Salé-Kénitra give its provinces nothing', () => {
		const rows = records.evidence.filter(({ territory }) => territory === 'MA-07' || territory === 'MA-04');
		expect(rows.length).toBeGreaterThan(0);
		expect(evidence('region', 'citrus', 'MA-07')).not.toBeNull();
		expect(evidence('province', 'citrus', 'MA-MAR')).toBeNull();
	});

	it('of saffron is documented in three provinces only, and a commune has that of its province', () => {
		const documented = tables.province.territories.filter(({ code }) => evidence('province', 'saffron', code) !== null);
		expect(documented.map(({ code }) => code)).toEqual(['MA-AZI', 'MA-OUA', 'MA-TAR']);
		const commune = tables.commune.territories.find(({ parent }) => parent === 'MA-TAR')!;
		expect(evidence('commune', 'saffron', commune.code)).toBe(evidence('province', 'saffron', 'MA-TAR'));
	});

	it('that is only regional, toponym or recalled is weak', () => {
		expect(quality('province', 'olive', 'MA-GUF')).toBe('weak');
		expect(quality('province', 'saffron', 'MA-TAR')).toBe('own');
		expect(quality('province', 'saffron', 'MA-RAB')).toBe('none');
	});

	it('never stands for context rows', () => {
		expect(records.evidence.some(({ chain }) => chain === null)).toBe(true);
		expect(Object.keys(tables.province.evidence)).not.toContain('context');
	});
});

describe('gates', () => {
	it('open licit cannabis in the three provinces of the law only, and their regions with them', () => {
		const open = tables.province.territories.filter(({ code }) => gate('province', 'licit-cannabis', code) === 'open');
		expect(open.map(({ code }) => code)).toEqual(['MA-CHE', 'MA-HOC', 'MA-TAO']);
		expect(gate('region', 'licit-cannabis', 'MA-01')).toBe('open');
		expect(gate('region', 'licit-cannabis', 'MA-09')).toBe('not-licensed-area');
		expect(gate('commune', 'licit-cannabis', '03.171.01.05')).toBe('not-licensed-area');
	});

	it('open argan in the ten argan provinces only', () => {
		expect(tables.province.territories.filter(({ code }) => gate('province', 'argan', code) === 'open')).toHaveLength(10);
		expect(gate('province', 'argan', 'MA-HAJ')).toBe('outside-argan-area');
	});

	it('open fishing on the coast: a commune by its own cell, one without a cell by its province', () => {
		expect(gate('province', 'fishing', 'MA-JDI')).toBe('open');
		expect(gate('province', 'fishing', 'MA-HAJ')).toBe('no-coast');
		expect(gate('commune', 'fishing', '06.181.01.01')).toBe('open');
		expect(gate('commune', 'fishing', '06.181.01.03')).toBe('no-coast');
		expect(gate('commune', 'fishing', '04.281.05.11')).toBe('open');
	});

	it('open inland aquaculture only where it is documented, and not for the inland communes of a coastal province', () => {
		expect(gate('province', 'aquaculture', 'MA-MOU')).toBe('open');
		expect(gate('province', 'aquaculture', 'MA-HAJ')).toBe('no-inland-evidence');
		const inland = tables.commune.territories.find(({ parent }) => parent === 'MA-MDF')!;
		expect(gate('commune', 'aquaculture', inland.code)).toBe('no-inland-evidence');
	});

	it('close waste sorting without a town: in a province, or within 30 km of a commune', () => {
		expect(gate('province', 'waste', 'MA-RAB')).toBe('open');
		expect(gate('province', 'waste', 'MA-AOU')).toBe('no-town');
		for (const { code } of tables.commune.territories) {
			if (gate('commune', 'waste', code) === 'out-of-scope') continue;
			const km = figure('commune', 'town_distance_km', code);
			expect(gate('commune', 'waste', code)).toBe(km !== null && km > 30 ? 'no-town' : 'open');
		}
	});

	it('leave Touarga and Méchouar de Casablanca out of every chain', () => {
		for (const code of ['04.421.01.07', '06.141.01.81']) {
			for (const { id } of records.chains) expect(gate('commune', id, code)).toBe('out-of-scope');
		}
	});
});

describe('goalposts', () => {
	it('are those frozen for method 1.1.0, to six decimals', () => {
		for (const level of LEVELS) {
			const now = goalpostsOf(tables[level], method);
			for (const [indicator, { lo, hi }] of Object.entries(tables[level].goalposts)) {
				if (level === 'commune' && tables.commune.inherited.has(indicator)) continue;
				expect([level, indicator, now[indicator]?.lo, now[indicator]?.hi]).toEqual([level, indicator, lo, hi]);
			}
		}
	});

	it('of an inherited value are those of the level it comes from', () => {
		for (const indicator of tables.commune.inherited) expect(tables.commune.goalposts[indicator]).toEqual(tables.province.goalposts[indicator]);
	});

	it('are asked for every scored indicator that has values', () => {
		expect(() => checkGoalposts(tables, method)).not.toThrow();
		const without = { ...tables, province: { ...tables.province, goalposts: {} } };
		expect(() => checkGoalposts(without, method)).toThrow(/unemployment_rate has values at level province but no goalposts/);
	});
});
