import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../rows.ts';
import { readEconomicModels } from './economic-models.ts';
import { variantLines } from './variant-lines.ts';

const DATA = join(import.meta.dirname, '../../../data');
const raw = readEconomicModels(DATA);
const hens = raw.models.find(({ id }) => id === 'M13')!;
const context = { textOf: (_: string, source: string) => ({ ar: source, fr: source, en: source }), sourceIds: new Set(Object.keys(raw.sources)), daysPerUnit: (_: string, item: string) => (item.startsWith('Feed') ? 2 : null) };

const folder = mkdtempSync(join(tmpdir(), 'furas-variant-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COLUMNS = 'variant,group,base_line,item_ar,item_fr,item_en,quantity,unit,life_years,grantable,member,days,value,value_unit,low,high,note_ar,note_fr,note_en';
const NOTE = { note_ar: 'بالتناسب', note_fr: 'réduit', note_en: 'scaled' };

/** The lines that one row makes of the hens of M13. */
function linesOf(cells: Record<string, string>) {
	const row = { variant: 'M13a', ...cells } as Record<string, string>;
	writeFileSync(
		join(folder, 'lines.csv'),
		`${COLUMNS}\n${COLUMNS.split(',')
			.map((column) => `"${row[column] ?? ''}"`)
			.join(',')}\n`
	);
	return variantLines(rowsOf(folder, 'lines.csv'), hens, context);
}

describe('a line of a variant', () => {
	it('that changes nothing is the line of the base model, with its status and sources', () => {
		const [eggs] = linesOf({ group: 'revenue', base_line: 'Eggs' }).revenue;
		expect(eggs!.quantity).toMatchObject({ value: 524_400, status: 'adapted' });
		expect(eggs!.price).toMatchObject({ value: 1.9, low: 1.5, high: 5, status: 'adapted', sources: ['le360_beldi', 'le360_oeufs'] });
	});

	it('with another quantity is assumed and says so, and keeps the price of the base model', () => {
		const [eggs] = linesOf({ group: 'revenue', base_line: 'Eggs', quantity: '34960', ...NOTE }).revenue;
		expect(eggs!.quantity).toMatchObject({ value: 34_960, status: 'assumed', note: { en: 'scaled' } });
		expect(eggs!.price.status).toBe('adapted');
	});

	it('with another quantity bought makes the unit cost assumed too, inside its known range', () => {
		const [feed] = linesOf({ group: 'variable', base_line: 'Feed 40 kg/hen', quantity: '8', ...NOTE }).variable;
		expect(feed).toMatchObject({ quantity: 8, cost: { value: 4300, low: 3600, high: 5000, status: 'assumed', note: { fr: 'réduit' } } });
	});

	it('keeps the days of a unit as long as it is counted in the same unit', () => {
		const feed = (cells: Record<string, string>) => linesOf({ group: 'variable', base_line: 'Feed 40 kg/hen', ...cells }).variable[0]!;
		expect(feed({}).daysPerUnit).toBe(2);
		expect(feed({ quantity: '8', ...NOTE }).daysPerUnit).toBe(2);
		expect(feed({ unit: 'kg' }).daysPerUnit).toBeNull();
	});

	it('forgets the days of the base model when the pay is another', () => {
		expect(linesOf({ group: 'labour', base_line: '2.5 workers', value: '6135', ...NOTE }).labour[0]!.days).toBeNull();
	});

	it('that no row names is dropped', () => expect(linesOf({ group: 'fixed', base_line: 'ONSSA, analyses' }).capex).toEqual([]));

	it('that changes a number without a note in three languages stops the build', () => {
		expect(() => linesOf({ group: 'variable', base_line: 'Feed 40 kg/hen', quantity: '8', note_en: 'scaled' })).toThrow(/lines\.csv row 2: «note_ar» is empty/);
	});

	it('of no line of the base model stops the build', () => {
		expect(() => linesOf({ group: 'fixed', base_line: 'Rent' })).toThrow(/«base_line» is no line of the base model: Rent/);
	});

	it('that is new needs a value of its own', () => {
		expect(() => linesOf({ group: 'fixed', item_ar: 'كراء', item_fr: 'Loyer', item_en: 'Rent', value_unit: 'MAD/yr', ...NOTE })).toThrow(/«value» is empty/);
	});
});
