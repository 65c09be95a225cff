import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkData } from '../scripts/data/check.ts';
import { checkRecords } from '../scripts/data/expectations.ts';
import { METHOD_FOLDER, readMethod } from '../scripts/data/method.ts';
import { readRecords } from '../scripts/data/read.ts';
import { scoredIndicators } from '../scripts/data/tables.ts';
import type { BankRecords } from '../src/lib/core/release/records.ts';
import { LICENCES } from '../src/lib/i18n/licence.ts';
import { searchKey } from '../src/lib/core/text/search-key.ts';
import { LANGUAGES } from '../src/lib/core/text/text.ts';

const DATA = join(import.meta.dirname, '../data');

// A planted fault costs a copy and a check of all tables; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** What the build does with the facts before it draws anything. */
function checkAll(root: string): void {
	checkData(root);
	checkRecords(root, readRecords(root));
}

let copy = '';
afterEach(() => {
	if (copy) rmSync(copy, { recursive: true, force: true });
	copy = '';
});

/** A copy of the facts with one file changed. The hash is brought up to date, so that the fault itself must be found. */
function planted(path: string, change: (text: string) => string): string {
	copy = mkdtempSync(join(tmpdir(), 'furas-data-'));
	cpSync(DATA, copy, { recursive: true, filter: (source) => basename(source) !== 'built' });
	const file = join(copy, path);
	const before = readFileSync(file, 'utf8');
	const after = change(before);
	if (after === before) throw new Error(`The fault was not planted in ${path}.`);
	writeFileSync(file, after);
	if (path.endsWith('.csv') && !path.startsWith('method')) sign(file, after);
	return copy;
}

function sign(file: string, text: string): void {
	const source = join(dirname(file), 'source.json');
	const described = JSON.parse(readFileSync(source, 'utf8')) as { tables: Record<string, string> };
	described.tables[basename(file)] = createHash('sha256').update(text).digest('hex');
	writeFileSync(source, JSON.stringify(described));
}

const CENSUS = 'facts/hcp/rgph/2024';

describe('the facts as shipped', () => {
	it('are as the data package describes them, with totals as HCP publishes them', () => {
		expect(() => checkAll(DATA)).not.toThrow();
	});
});

describe('the build refuses', () => {
	it('a column nobody described, and names it', () => {
		const root = planted(`${CENSUS}/regions.csv`, (text) => text.replace(/^(.*)$/gm, (line) => line && `${line},surprise`));
		expect(() => checkAll(root)).toThrow(/regions\.csv: unexpected column «surprise»/);
	});

	it('a column that went missing', () => {
		const root = planted(`${CENSUS}/regions.csv`, (text) => text.replace('name_en', 'name_es'));
		expect(() => checkAll(root)).toThrow(/regions\.csv: unexpected column «name_es»/);
	});

	it('a figure that is no number, with file, row and value', () => {
		const root = planted('facts/hcp/poverty-map/2014/indicators.csv', (text) => text.replace(/,2014,[\d.]+,/, ',2014,n.d.,'));
		expect(() => checkAll(root)).toThrow(/poverty-map\/2014\/indicators\.csv row 2: «value» is «n\.d\.», not of type number/);
	});

	it('a figure of a territory that does not exist', () => {
		const root = planted(`${CENSUS}/indicators.csv`, (text) => text.replace('population_legal,MA-HAJ,', 'population_legal,MA-XXX,'));
		expect(() => checkAll(root)).toThrow(/indicators\.csv row \d+: «territory_code» is no territory: MA-XXX/);
	});

	it('a commune whose province does not exist', () => {
		const root = planted(`${CENSUS}/communes.csv`, (text) => text.replace(',MA-HAJ,', ',MA-HJA,'));
		expect(() => checkAll(root)).toThrow(
			/communes\.csv row \d+: «province_iso» is «MA-HJA», which «iso_3166_2» of .*provinces\.csv does not have/
		);
	});

	it('a census row that matches neither a commune nor an arrondissement', () => {
		const root = planted(`${CENSUS}/indicators_commune.csv`, (text) => text.replace(/^15110105,/m, '99999999,'));
		expect(() => checkAll(root)).toThrow(/«hcp_code» is neither a commune nor an arrondissement: 99999999/);
	});

	it('the same key twice', () => {
		const root = planted('facts/furas/sectors/2026/value_chains.csv', (text) => `${text}${text.split('\n')[1]}\n`);
		expect(() => checkAll(root)).toThrow(/value_chains\.csv row 33: the key «olive» is already that of row 2/);
	});

	it('a folder without source.json', () => {
		const root = planted(`${CENSUS}/source.json`, (text) => `${text} `);
		unlinkSync(join(root, CENSUS, 'source.json'));
		expect(() => checkAll(root)).toThrow(/facts\/hcp\/rgph\/2024 has no source\.json/);
	});

	it('a source without a licence', () => {
		const root = planted('facts/osm/points/2026/source.json', (text) => text.replace(/"licence": "[^"]*"/, '"licence": ""'));
		expect(() => checkAll(root)).toThrow(/facts\/osm\/points\/2026\/source\.json has no licence/);
	});

	it('a resource without a licence in the data package', () => {
		const root = planted('datapackage.json', (text) => {
			const described = JSON.parse(text) as { resources: { licenses: unknown[] }[] };
			described.resources[0]!.licenses = [];
			return JSON.stringify(described);
		});
		expect(() => checkAll(root)).toThrow(/datapackage\.json: resource .* has no licence/);
	});

	it('a table that is not the one its source describes', () => {
		const root = planted(`${CENSUS}/source.json`, (text) => text.replace(/("communes.csv": ")./, '$1x'));
		expect(() => checkAll(root)).toThrow(/communes\.csv is not the file its source\.json describes/);
	});

	it('a table nobody described', () => {
		const root = planted('facts/furas/projects/2026/existing_projects.csv', (text) => `${text}\n`);
		writeFileSync(join(root, 'facts/furas/projects/2026/more.csv'), 'id\n1\n');
		expect(() => checkAll(root)).toThrow(/projects\/2026\/more\.csv is not described in datapackage\.json/);
	});

	it('one inhabitant too many, at the level where it happened', () => {
		const root = planted(`${CENSUS}/provinces.csv`, (text) => text.replace(',1494413,', ',1494414,'));
		expect(() => checkAll(root)).toThrow(/The legal population of 2024 at level province: found 36828331, expected 36828330/);
	});

	it('an empty translation, and names the text', () => {
		const root = planted('facts/furas/potentials/2026/products.csv', (text) => text.replace('أركان (بيان جغرافي محمي)', ''));
		expect(() => checkAll(root)).toThrow(/products\.csv row 2: «ar» is empty/);
	});

	it('a unit without texts', () => {
		const root = planted('facts/furas/indicators/2026/catalog.csv', (text) => text.replace(',habitants,', ',habitans,'));
		expect(() => checkAll(root)).toThrow(/catalog\.csv row 2: «unit» is «habitans»/);
	});

	it('an indicator that lost one province', () => {
		const root = planted(`${CENSUS}/indicators.csv`, (text) => text.replace(/^disability_rate,MA-HAJ,.*\n/m, ''));
		expect(() => checkAll(root)).toThrow(
			/number of indicators with a figure for all 75 territories of level province: found 48, expected 49/
		);
	});
});

describe('the records', () => {
	let records: BankRecords;
	beforeAll(() => {
		records = readRecords(DATA);
	});
	const territory = (code: string) => records.territories.find((one) => one.code === code)!;
	const value = (indicator: string, code: string) => records.values.find((one) => one.indicator === indicator && one.territory === code);

	it('file Sidi Yahia El Gharb under Sidi Slimane, although its point lies in the polygon of Kénitra', () => {
		expect(territory('04.491.01.09').parent).toBe('MA-SIL');
	});

	it('give Sidi Mohamed Benmansour people but no point, and so no distance', () => {
		expect(territory('04.281.05.11')).toMatchObject({ label: null, populationLegal: 24_703 });
		expect(value('town_distance_km', '04.281.05.11')).toBeUndefined();
		expect(value('market_people', '04.281.05.11')).toBeUndefined();
	});

	it('leave the rates of Lagouira, Aghouinite, Zoug and Mijik unknown instead of 0', () => {
		for (const code of ['12.066.01.03', '12.066.03.03', '12.066.03.09', '12.391.05.05']) {
			expect(value('unemployment_rate', code)).toBeUndefined();
			expect(territory(code).populationLegal).toBeGreaterThan(0);
		}
	});

	it('have no rural figures for Rabat and Casablanca', () => {
		for (const code of ['MA-RAB', 'MA-CAS']) expect(value('road_distance_km', code)).toBeUndefined();
	});

	it('count establishments and markets per municipal inhabitant: Aousserd has 24,498 legal but 8,559 municipal ones', () => {
		const { populationLegal, populationMunicipal } = territory('MA-AOU');
		expect([populationLegal, populationMunicipal]).toEqual([24_498, 8559]);
		const density = value('business_density', 'MA-AOU')!;
		expect(density.value).toBeCloseTo((value('establishments_business', 'MA-AOU')!.value / 8559) * 1000, 6);
		expect(density.status).toBe('computed');
	});

	it('put a town at distance 0 of itself and reach at least its own people', () => {
		const rabat = '04.421.01.0';
		expect(value('town_distance_km', rabat)?.value).toBe(0);
		expect(value('market_people', rabat)!.value).toBeGreaterThan(territory(rabat).populationMunicipal!);
	});

	it('keep what is not confirmed out: no Tifinagh name, no deprivation of the student copy', () => {
		expect(records.indicators.filter(({ id }) => id.startsWith('deprivation_'))).toEqual([]);
		expect(/[\u2D30-\u2D7F]/.test(JSON.stringify(records))).toBe(false);
	});

	it('say everything a reader reads in Arabic, French and English', () => {
		const empty: string[] = [];
		const walk = (node: unknown, path: string): void => {
			if (node === null || typeof node !== 'object') return;
			if ('ar' in node && 'fr' in node && 'en' in node) {
				for (const language of LANGUAGES)
					if (!String((node as Record<string, unknown>)[language] ?? '').trim()) empty.push(`${path}.${language}`);
				return;
			}
			for (const [key, child] of Object.entries(node)) walk(child, `${path}.${key}`);
		};
		walk(records, 'records');
		expect(empty).toEqual([]);
	});

	it('say a unit once: no name of an indicator repeats the unit that is shown beside it', () => {
		const repeated = records.indicators.flatMap(({ id, name, unit }) =>
			LANGUAGES.filter((language) => {
				const [said, shown] = [name[language], unit[language]].map((text) => ` ${searchKey(text).replace(/(\d) (?=\d)/g, '$1')} `);
				const per = shown!.match(/\d{3,}/)?.[0];
				// Counts such as «Weekly markets: 22 markets» read well; a ratio said twice does not.
				return per !== undefined ? said!.includes(per) : shown!.trim().includes(' ') && said!.includes(shown!);
			}).map((language) => `${id} ${language}`)
		);
		expect(repeated).toEqual([]);
	});

	it('call context what no rule of the method reads: the legal population is shown beside a score and is no part of it', () => {
		const scored = new Set(scoredIndicators(readMethod(join(DATA, METHOD_FOLDER))));
		const roles = new Map(records.indicators.map(({ id, role }) => [id, role]));
		expect(roles.get('population_legal')).toBe('context');
		for (const [id, role] of roles) if (role === 'potential' || role === 'access') expect(scored).toContain(id);
	});

	it('write Arabic names in Arabic', () => {
		const latin = [...records.territories, ...records.indicators, ...records.chains, ...records.branches].filter(
			({ name }) => !/[\u0600-\u06FF]/.test(name.ar)
		);
		expect(latin.map(({ name }) => name.fr)).toEqual([]);
	});

	it('mark the share of cooperators as a proxy and what a commune takes from its province as inherited', () => {
		expect(value('cooperator_share', 'MA-HAJ')?.status).toBe('proxy');
		expect(value('monetary_vulnerability_rate', '03.171.01.05')).toMatchObject({
			status: 'inherited',
			value: value('monetary_vulnerability_rate', 'MA-HAJ')!.value
		});
	});

	it('grade a model by its anchored parameters: argan oil is D, the olive mill A', () => {
		const grade = (id: string) => records.models.find((model) => model.id === id)?.grade;
		expect([grade('M03'), grade('M04')]).toEqual(['D', 'A']);
	});

	it('are documented with their coverage in docs/data.md', () => {
		const page = readFileSync(join(DATA, '../docs/data.md'), 'utf8');
		const rows = records.indicators.map(({ id, year, coverage }) => [
			id,
			`| ${year} | ${coverage.region} · ${coverage.province} · ${coverage.commune} |`
		]);
		expect(rows.filter(([id, tail]) => !page.split('\n').some((line) => line.startsWith(`| \`${id}\` |`) && line.endsWith(tail!)))).toEqual(
			[]
		);
	});

	it('leave the former regions out of the counts of cooperatives', () => {
		expect(records.cooperativeCounts.some(({ territory: code }) => code.startsWith('OLD16'))).toBe(false);
	});
});

it('every source has a licence that is put into words in three languages', () => {
	const folders = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('source.json') && !file.startsWith('built')
	);
	const licences = folders.map((file) => (JSON.parse(readFileSync(join(DATA, file), 'utf8')) as { licence: string }).licence);
	expect(folders.length).toBeGreaterThan(10);
	expect([...new Set(licences)].filter((licence) => !(LICENCES as readonly string[]).includes(licence))).toEqual([]);
});
