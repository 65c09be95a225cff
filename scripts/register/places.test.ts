import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchPlace, placeIndex, type ToldPlace } from '../../src/lib/core/register/place.ts';
import { readRecords } from '../data/read.ts';

const { territories, localities } = readRecords(join(import.meta.dirname, '../../data'));
const index = placeIndex(territories, localities);
const communes = territories.filter(({ level }) => level === 'commune');
const provinces = new Map(territories.map((territory) => [territory.code, territory]));
const match = (told: Partial<ToldPlace>) => matchPlace(index, { communeCode: null, commune: null, province: null, region: null, ...told });

describe('every commune of the country', () => {
	it('is found by each of its names inside its province', () => {
		const lost = communes.flatMap(({ code, parent, name, aliases }) =>
			[...Object.values(name), ...aliases].filter(
				(commune) => match({ commune, province: provinces.get(parent!)!.name.ar }).commune !== code
			)
		);
		expect(lost).toEqual([]);
	});

	it('is found by its code, with dots, without, and as a spreadsheet cuts its zeros', () => {
		const written = (code: string) => [code, code.replaceAll('.', ''), String(Number(code.replaceAll('.', '')))];
		expect(communes.filter(({ code }) => written(code).some((communeCode) => match({ communeCode }).commune !== code))).toEqual([]);
	});

	it('is never taken for another by its name alone: 23 share theirs', () => {
		const found = communes.map(({ code, name }) => ({ code, ...match({ commune: name.fr }) }));
		expect(found.filter(({ code, commune }) => commune !== null && commune !== code)).toEqual([]);
		expect(found.filter(({ outcome }) => outcome === 'ambiguous')).toHaveLength(23);
	});
});

it('every province and region is found by each of its names', () => {
	const lost = territories.flatMap(({ code, level, name, aliases }) =>
		level === 'commune' ? [] : [...Object.values(name), ...aliases].filter((text) => match({ [level]: text })[level] !== code)
	);
	expect(lost).toEqual([]);
});
