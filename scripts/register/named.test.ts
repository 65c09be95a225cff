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
		expect(used).toEqual([]);
		expect(checkMapping(headers, mapping).filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	it('come to these verdicts', () => {
		expect(tally(examined.map(({ verdict, reasons }) => [verdict, ...reasons].join(' ')))).toEqual({});
	});

	it('find their places so', () => {
		expect(tally(examined.map(({ place }) => `${place.outcome} ${place.by ?? ''}`.trim()))).toEqual({});
	});

	it('find their chains so', () => {
		expect(tally(examined.map(({ chain }) => chain.outcome))).toEqual({});
	});

	it('have these problems', () => {
		expect(tally(examined.flatMap(({ problems }) => problems.map(({ kind }) => kind)))).toEqual({});
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
