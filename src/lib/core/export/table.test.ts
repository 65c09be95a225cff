import { describe, expect, test } from 'vitest';
import { exportTable, unknownCells } from './table.ts';
import { fieldsOf, headingOf } from './fields.ts';
import { keyLabels } from './scenarios/key-labels.ts';
import { SMALL_QUESTION } from './scenarios/small-table.ts';

const all = exportTable(SMALL_QUESTION);
const names = (table: typeof all, language: 'ar' | null = null): string[] => fieldsOf(table, language).map(({ name }) => name);

describe('an export table', () => {
	test('holds no column of the reader unless it is asked for', () => {
		expect(all.columns.map(({ id }) => id)).toEqual(['indicator:unemployment_rate@2024', 'score:honey', 'type:honey']);
		const own = exportTable({ ...SMALL_QUESTION, withOwn: true });
		expect(own.columns.map(({ isOwn }) => isOwn)).toEqual([false, false, false, true]);
	});

	test('holds the selection in the order of the territories, and their own figures', () => {
		const some = exportTable({ ...SMALL_QUESTION, only: new Set(['10.163.07.05', '01.051.01.01', 'elsewhere']) });
		expect(some.codes).toEqual(['01.051.01.01', '10.163.07.05']);
		expect([...some.columns[0]!.values]).toEqual([12.345678901234567, -0.5]);
		expect(some.columns[1]!.states).toEqual([null, 'ineligible']);
		expect(some.columns[2]!.types).toEqual(['follow', 'enable-first']);
	});

	test('holds a variable once', () => {
		const [first] = SMALL_QUESTION.variables;
		expect(exportTable({ ...SMALL_QUESTION, variables: [first!, first!] }).columns).toHaveLength(1);
	});

	test('is refused with figures of another level', () => {
		const [first] = SMALL_QUESTION.variables;
		const foreign = { ...first!, values: new Float64Array(2) };
		expect(() => exportTable({ ...SMALL_QUESTION, variables: [foreign] })).toThrow('has 2 values for 3 territories');
	});

	test('counts the cells without a figure, and 0 is one', () => {
		expect(unknownCells(all)).toBe(1 + 2 + 1);
	});

	test('is called after its first three columns', () => {
		expect(all.title.fr).toBe('Taux de chômage · Score : miel · Type');
		expect(exportTable({ ...SMALL_QUESTION, withOwn: true }).title.fr).toBe('Taux de chômage · Score : miel · Type · …');
	});
});

describe('the fields of a file', () => {
	test('have names that every program takes, and say why a figure is missing where there is more than one reason', () => {
		const identity = ['code', 'parent', 'name_ar', 'name_fr', 'name_en'];
		expect(names(all)).toEqual([...identity, 'indicator_unemployment_rate_2024', 'score_honey', 'score_honey_status', 'type_honey']);
	});

	test('have year and source beside each when asked', () => {
		expect(names(all, 'ar').slice(5, 8)).toEqual([
			'indicator_unemployment_rate_2024',
			'indicator_unemployment_rate_2024_year',
			'indicator_unemployment_rate_2024_source'
		]);
	});

	test('have no two names alike, with or without case, nor one that a file of geometry keeps for itself', () => {
		const [first] = SMALL_QUESTION.variables;
		const ids = ['a:b', 'A_b', 'a@b', 'fid', 'code', '2024', 'score:honey_status', 'score:honey', 'نسبة'];
		const some = exportTable({
			...SMALL_QUESTION,
			variables: ids.map((id) => ({ ...first!, id, states: ['no-data', 'ineligible'] as const }))
		});
		const lower = names(some).map((name) => name.toLowerCase());
		expect(new Set(lower).size).toBe(lower.length);
		expect(lower).not.toContain('fid');
		for (const name of lower) expect(name).toMatch(/^[a-z]\w*$/);
	});

	test('are called by title, unit and year in the language asked', () => {
		const headings = fieldsOf(all).map((field) => headingOf(field, keyLabels('ar')));
		expect(headings.slice(5, 8)).toEqual(['معدل البطالة (%، 2024)', 'نقطة العسل (نقط)', 'نقطة العسل – status']);
	});
});
