import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { byKey, headerOf, rowsOf, type Row } from '../scripts/data/rows.ts';
import { LANGUAGES, type Language } from '../src/lib/core/text/text.ts';

const FOLDER = join(import.meta.dirname, '../data/bank/support/2026');

/** One table of facts, the table of its texts, and which column of facts each text says. */
interface Said {
	readonly facts: string;
	readonly texts: string;
	readonly key: string;
	readonly name: string;
	readonly says: Readonly<Record<string, string>>;
}

const TABLES: readonly Said[] = [
	{
		facts: 'funding.csv',
		texts: 'funding_texts.csv',
		key: 'id',
		name: 'name',
		says: {
			name: 'name_fr',
			purpose: 'purpose',
			who: 'who',
			key_conditions: 'key_conditions',
			contact: 'contact_type',
			territory: 'territory',
			status: 'status_2025_26'
		}
	},
	{
		facts: 'training.csv',
		texts: 'training_texts.csv',
		key: 'id',
		name: 'module',
		says: { programme: 'programme', module: 'module', audience: 'audience', format: 'format', cost: 'cost', duration: 'duration' }
	},
	{
		facts: 'legal_steps.csv',
		texts: 'legal_steps_texts.csv',
		key: 'step',
		name: 'action',
		says: { action: 'action_fr', note: 'note', who: 'who', where: 'where', documents: 'documents', delay: 'delay_or_threshold' }
	}
];

/** Figures of these steps rest on memory or on abrogated law: their texts say so and hold no number. */
const UNPUBLISHED_STEPS = ['13', '14', '16'];

/** Arabic ordinals that stand where French and English write a digit. */
const ORDINALS: readonly (readonly [RegExp, string])[] = [
	[/الرابع(?!\p{L})/gu, '4'],
	[/الخامسة/gu, '5'],
	[/السادسة/gu, '6']
];

/** Spaces, commas and points between groups of three digits. A point after more digits belongs to the number of a decree. */
const THOUSANDS = /(?<![\d.])\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?!\d)/g;

/** Runs of digits in a text, sorted; a decimal makes two. */
function numbersIn(text: string): string[] {
	const spelt = ORDINALS.reduce((said, [word, digit]) => said.replaceAll(word, digit), text);
	return (spelt.replaceAll(THOUSANDS, (number) => number.replaceAll(/\D/g, '')).match(/\d+/g) ?? []).sort();
}

/** Without one and two, which Arabic says by the form of a noun. */
const aboveTwo = (numbers: readonly string[]): string[] => numbers.filter((number) => Number(number) > 2);

/** What a cell of facts says; a dash says nothing. */
const said = (row: Row, column: string): string | null => (row.optional(column) === '-' ? null : row.optional(column));

/** Every field of every row with its three texts and the cell of facts it comes from. */
const fieldsOf = ({ facts, texts, key, says }: Said) => {
	const source = byKey(rowsOf(FOLDER, facts), key);
	return rowsOf(FOLDER, texts).flatMap((row) =>
		Object.entries(says).map(([field, column]) => {
			const of = (language: Language): string => row.optional(`${field}_${language}`) ?? '';
			const id = row.text(key);
			return { id, field, fact: said(source.get(id)!, column), ar: of('ar'), fr: of('fr'), en: of('en') };
		})
	);
};

describe.each(TABLES)('$texts', (table) => {
	const fields = fieldsOf(table);
	/** Fields that break a promise, as a reader finds them: `F01 purpose`. */
	const broken = (breaks: (field: (typeof fields)[number]) => boolean): string[] =>
		fields.filter(breaks).map(({ id, field }) => `${id} ${field}`);

	it('has one row for each row of facts, in the same order', () => {
		const ids = (file: string) => rowsOf(FOLDER, file).map((row) => row.text(table.key));
		expect(ids(table.texts)).toEqual(ids(table.facts));
	});

	it('holds no column that is not read here', () => {
		const columns = Object.keys(table.says).flatMap((field) => LANGUAGES.map((language) => `${field}_${language}`));
		expect(headerOf(FOLDER, table.texts).sort()).toEqual([table.key, ...columns].sort());
	});

	it('gives every row a name in three languages', () => {
		expect(broken(({ field, ar, fr, en }) => field === table.name && [ar, fr, en].includes(''))).toEqual([]);
	});

	it('says in three languages what it says in one', () => {
		expect(broken(({ ar, fr, en }) => new Set([ar, fr, en].map((text) => text === '')).size > 1)).toEqual([]);
	});

	it('has words for every fact, and none where there is no fact', () => {
		expect(broken(({ fact, ar }) => (fact === null) !== (ar === ''))).toEqual([]);
	});

	it('gives the same numbers in three languages; Arabic may write one and two as words', () => {
		expect(broken(({ fr, en }) => numbersIn(fr).join() !== numbersIn(en).join())).toEqual([]);
		expect(broken(({ ar, fr }) => aboveTwo(numbersIn(ar)).join() !== aboveTwo(numbersIn(fr)).join())).toEqual([]);
	});

	it('writes Western digits', () => {
		expect(broken(({ ar, fr, en }) => /[\u0660-\u0669\u06f0-\u06f9]/.test(ar + fr + en))).toEqual([]);
	});

	it('writes French signs, quotes, apostrophes and thousands as French does', () => {
		expect(broken(({ fr }) => /(?<!\u202f)[:;?!»%]|«(?!\u202f)|'|\d[ \u00a0]\d{3}(?!\d)/.test(fr))).toEqual([]);
	});

	it('leaves no dash, remark or operator of a compiler to the reader', () => {
		expect(broken(({ ar, fr, en }) => [ar, fr, en].some((text) => /^-$|<=|>=|~|\.json|^as F\d/.test(text)))).toEqual([]);
	});
});

describe('numbers', () => {
	test.each([
		['300,000 MAD or 1.75 %', ['1', '300000', '75']],
		['300\u202f000 MAD ou 1,75\u202f%', ['1', '300000', '75']],
		['300\u00a0000 درهم أو 1,75%', ['1', '300000', '75']],
		['المرسوم رقم 2.15.617', ['15', '2', '617']],
		['décret 2-15-617', ['15', '2', '617']],
		['الدورة السادسة، 2025', ['2025', '6']]
	])('of «%s»', (text, numbers) => {
		expect(numbersIn(text)).toEqual(numbers);
	});
});

test('no number of the auditor, the board, the reserves or the cost of creation is published', () => {
	const rows = rowsOf(FOLDER, 'legal_steps_texts.csv').filter((row) => UNPUBLISHED_STEPS.includes(row.text('step')));
	expect(rows).toHaveLength(UNPUBLISHED_STEPS.length);
	const fields = headerOf(FOLDER, 'legal_steps_texts.csv').filter((column) => column !== 'step');
	for (const row of rows) for (const field of fields) expect(row.optional(field) ?? '', field).not.toMatch(/\d/);
});
