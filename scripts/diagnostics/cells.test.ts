import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReleases, type Releases } from '#lib/server/release.ts';
import { addressOf } from './address.ts';
import { resolverOf, type Resolve } from './cells.ts';
import { cellsOf } from './csv.ts';

let releases: Releases;
let resolve: Resolve;
beforeAll(async () => {
	releases = await openReleases(process.env['FURAS_DATA'] ?? 'data/built');
	resolve = await resolverOf('data', releases.current);
});
afterAll(() => releases.close());

describe('the address of a cell', () => {
	it.each([
		// Read in the tables by hand.
		['indicators/unemployment_rate/MA-HAJ/2024', 20.1],
		['indicators/population_legal/MA-HAJ/2014', 247016],
		['territories/MA-HAJ#populationLegal', 267156],
		['counts/MA-HAJ/all/stock/2014-03-31#count', 46],
		['counts/MA/all/stock/2025-11-30#womenMembers', 272583],
		['evidence/E200#value', 7],
		['evidence/E201#value', 17],
		['projects/XP03#indhAmountMad', 576240000],
		['models/M01#investment', 834000],
		['models/M01#members', 20],
		['scores/region/olive/MA-05#score', 67.727062],
		['scores/province/olive/*#territories', 75],
		['count(territories?parent=MA-HAJ)', 16],
		['count(territories?parent=MA-03)', 9],
		['count(indicators/unemployment_rate@2024/province)', 75],
		['median(indicators/unemployment_rate/{MA-HAJ MA-SEF MA-IFR})', 20.1],
		['ratio(territories/MA-HAJ#populationLegal, territories/MA-HAJ#households)', 267156 / 66258],
		['share(counts/MA/all/stock/2025-11-30#womenMembers, counts/MA/all/stock/2025-11-30#members)', (100 * 272583) / 788969],
		['change(territories/MA-HAJ#populationLegal, indicators/population_legal/MA-HAJ/2014)', 100 * (267156 / 247016 - 1)],
		['distance(province, MA-HAJ, MA-HAJ)', 0]
	])('leads %s to %d', (cell, value) => {
		expect(resolve(cell).value).toBeCloseTo(value, 9);
	});

	it('ranks the greatest need first, and the most favourable of what is none', () => {
		const first = (indicator: string) => resolve(`rank(indicators/${indicator}@2024/province, MA-RAB)`).value;
		expect([first('illiteracy_rate_10p'), first('higher_education_share')]).toEqual([75, 1]);
	});

	it.each([
		'indicators/unemployment_rate/MA-HAJ/1999',
		'indicators/unheard_of/MA-HAJ/2024',
		'territories/MA-XXX#households',
		'territories/MA-HAJ#unheardOf',
		'counts/MA-HAJ/all/stock/2013#count',
		'counts/MA/all/stock/undated#count',
		'evidence/E001#value',
		'projects/XP01#indhAmountMad',
		'models/M99#members',
		'scores/province/unheard-of/MA-HAJ#score',
		'scores/province/fishing/MA-HAJ#score',
		'zones/zone-honey-MA-RAB#people',
		'rank(indicators/unemployment_rate@1999/province, MA-HAJ)',
		'rank(indicators/unemployment_rate/province, MA-HAJ)',
		'sum(indicators/unemployment_rate@2024/province)',
		'count(cooperatives?colour=red)',
		'letters/MA-HAJ#count',
		'anything'
	])('that leads nowhere is an error that names it: %s', (cell) => {
		expect(() => resolve(cell)).toThrow(cell);
	});

	it('is taken apart at its own commas only', () => {
		expect(addressOf('ratio(change(a/b#c, d/e#f), g/h#i)')).toEqual({
			kind: 'rule',
			rule: 'ratio',
			parts: ['change(a/b#c, d/e#f)', 'g/h#i']
		});
	});
});

describe('a table as printed', () => {
	it('is read with its commas, quotes and line breaks inside quotes', () => {
		expect(cellsOf('\ufeffa,b\r\n"1,5","say ""x"""\n,"two\nlines"\n')).toEqual([
			['a', 'b'],
			['1,5', 'say "x"'],
			['', 'two\nlines']
		]);
	});
});
