import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { chainIndex } from '../../src/lib/core/register/chain.ts';
import { checkMapping } from '../../src/lib/core/register/check-mapping.ts';
import { guessMapping } from '../../src/lib/core/register/columns.ts';
import { findDuplicates } from '../../src/lib/core/register/duplicate.ts';
import { createExaminer } from '../../src/lib/core/register/examine.ts';
import { placeIndex } from '../../src/lib/core/register/place.ts';
import { readRecords } from '../data/read.ts';
import { readRegisterWords } from './tables.ts';

const DATA = join(import.meta.dirname, '../../data');
const records = readRecords(DATA);
const places = placeIndex(records.territories, records.localities);
const chains = chainIndex({ ...records, ...readRegisterWords(DATA) });

const [headers = [], ...rows] = parse(readFileSync(join(DATA, 'facts/furas/cooperatives/2026/coop_named.csv'))) as string[][];
const mapping = guessMapping(headers, rows).map(({ use }) => use);
const examine = createExaminer({ mapping, thisYear: 2026, places, chains, locate: null });
const examined = rows.map(examine);

const tally = (keys: readonly string[]): Record<string, number> =>
	Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, same]) => [key, same.length] as const).sort());

describe('the 111 named cooperatives, read as a register', () => {
	it('have their columns recognised without help', () => {
		const used = headers.map((header, column) => `${header} ${mapping[column]}`).filter((line) => !line.endsWith(' ignored'));
		expect(used).toEqual([
			'name name',
			'name_ar nameAr',
			'sector branch',
			'activity activity',
			'commune commune',
			'province_code province',
			'year created',
			'lat lat',
			'lon lon',
			'members members',
			'women_only womenOnly',
			'region_code region'
		]);
		expect(checkMapping(headers, mapping).filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	it('come to these verdicts', () => {
		expect(tally(examined.map(({ verdict, reasons }) => [verdict, ...reasons].join(' ')))).toEqual({
			ready: 91,
			'review chain': 9,
			'review place': 10,
			'review place chain': 1
		});
	});

	it('find their places so', () => {
		expect(tally(examined.map(({ place }) => `${place.outcome} ${place.by ?? ''}`.trim()))).toEqual({
			ambiguous: 2,
			'matched name': 72,
			'matched province': 14,
			'matched region': 9,
			'matched sound': 5,
			unmatched: 9
		});
	});

	it('find their chains so', () => {
		expect(tally(examined.map(({ chain }) => chain.outcome))).toEqual({ ambiguous: 10, branch: 6, chain: 89, none: 5, unknown: 1 });
	});

	it('have these problems', () => {
		expect(tally(examined.flatMap(({ problems }) => problems.map(({ kind }) => kind)))).toEqual({
			'commune-ambiguous': 2,
			'commune-unknown': 9,
			'region-only': 9
		});
	});

	it('hold no duplicate', () => {
		const identities = examined.map(({ values, place }, row) => ({
			id: String(row),
			number: values.number,
			names: [values.name, values.nameAr].filter((name) => name !== null),
			commune: place.commune,
			province: place.province,
			year: values.year
		}));
		expect(findDuplicates(identities, [])).toEqual({ same: [], alike: [] });
	});
});
