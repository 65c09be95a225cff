import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../src/lib/core/text/text.ts';

const BANK = join(import.meta.dirname, '../data/bank');

type TextRow = Readonly<Record<Language | 'source', string>>;

/** A model as the file has it: only where its words stand. */
interface Words {
	readonly scale: string;
	readonly places: readonly string[];
	readonly triggers: readonly string[];
	readonly permits: readonly string[];
	readonly risks: readonly string[];
	readonly critical: readonly string[];
	readonly capex: readonly Line[];
	readonly revenue: readonly Line[];
	readonly variable: readonly Line[];
	readonly labour: readonly Line[];
	readonly fixed: readonly Line[];
	readonly grant_case: { readonly basis: string };
	readonly benchmark?: string;
	readonly note?: string;
	readonly decent?: readonly (string | number | null)[];
	readonly results: { readonly evidence: { readonly note: string } };
}

interface Figure {
	readonly unit: string;
	readonly note: string;
}

interface Line {
	readonly item?: string;
	readonly role?: string;
	readonly unit?: string;
	readonly qty?: Figure | number;
	readonly cost?: Figure;
	readonly price?: Figure;
}

const rows = parse(readFileSync(join(BANK, 'model_texts/2026/model_texts.csv')), { columns: true }) as TextRow[];
const { models } = JSON.parse(readFileSync(join(BANK, 'models/2026/economic_models.json'), 'utf8')) as { models: readonly Words[] };

/** Every string of a model that a reader sees. */
function wordsOf(model: Words): readonly string[] {
	const lines = [model.capex, model.revenue, model.variable, model.labour, model.fixed].flat();
	const figures = lines.flatMap(({ qty, cost, price }) => [typeof qty === 'object' ? qty : undefined, cost, price]);
	const found = [
		model.scale,
		...[model.places, model.triggers, model.permits, model.risks, model.critical].flat(),
		...lines.flatMap(({ item, role, unit }) => [item, role, unit]),
		...figures.flatMap((figure) => [figure?.unit, figure?.note]),
		...[model.grant_case.basis, model.benchmark, model.note, model.results.evidence.note],
		...(model.decent ?? []).map((part) => (typeof part === 'string' ? part : undefined))
	];
	return found.filter((word): word is string => word !== undefined && word !== '');
}

const used = new Set(models.flatMap(wordsOf));

/** What separates thousands in each language; the strings of the models are written as in English. */
const THOUSANDS: Readonly<Record<keyof TextRow, RegExp>> = {
	source: /(?<=\d),(?=\d{3}(?!\d))/g,
	en: /(?<=\d),(?=\d{3}(?!\d))/g,
	fr: /(?<=\d)\u202f(?=\d{3}(?!\d))/g,
	ar: /(?<=\d)\.(?=\d{3}(?!\d))/g
};

/** The numbers of a text, sorted: word order may differ. A square metre is no number, and Arabic writes «law 49.99» for 49-99. */
function numbersIn(text: string, column: keyof TextRow): readonly string[] {
	const bare = text.replaceAll(/m[2²]|م²/g, '').replaceAll(/(القانون \d+)\.(\d+)/g, '$1-$2');
	const plain = bare.replaceAll(THOUSANDS[column], '');
	const withPoint = column === 'fr' || column === 'ar' ? plain.replaceAll(/(?<=\d),(?=\d)/g, '.') : plain;
	return [...withPoint.matchAll(/\d+(\.\d+)?/g)].map(([number]) => number).sort();
}

describe('the texts of the economic models', () => {
	test('are there for every string of the 19 models, in three languages', () => {
		expect(models).toHaveLength(19);
		const known = new Set(rows.map(({ source }) => source));
		expect([...used].filter((word) => !known.has(word))).toEqual([]);
		for (const row of rows) for (const language of LANGUAGES) expect(row[language].trim(), row.source).not.toBe('');
	});

	test('have no row that no model uses, and stand in order', () => {
		const sources = rows.map(({ source }) => source);
		expect(sources.filter((source) => !used.has(source))).toEqual([]);
		expect(sources).toEqual([...sources].sort());
	});

	test.each(LANGUAGES)('%s says the numbers of the source, no more and no less', (language) => {
		for (const row of rows) expect(numbersIn(row[language], language), row.source).toEqual(numbersIn(row.source, 'source'));
	});

	test('never use digits of the Arabic script', () => {
		for (const row of rows) expect(LANGUAGES.map((language) => row[language]).join(''), row.source).not.toMatch(/[٠-٩۰-۹]/);
	});

	test('have Arabic letters in every Arabic cell', () => {
		for (const row of rows) expect(row.ar, row.source).toMatch(/\p{Script=Arabic}/u);
	});

	test('keep French signs with their words, by a narrow space that never breaks', () => {
		for (const row of rows) expect(row.fr, row.source).not.toMatch(/(?<!\u202f)[:;?!»%]|«(?!\u202f)/);
	});

	test('say a doubt of the source in every language', () => {
		const doubts: readonly (readonly [RegExp, Readonly<Record<Language, RegExp>>])[] = [
			[/\bassumed\b/, { ar: /مفترض/, fr: /suppos/, en: /\bassumed\b/ }],
			[/\brecalled\b/, { ar: /من الذاكرة/, fr: /de mémoire/i, en: /\brecalled\b/i }],
			[/\bderived\b/, { ar: /محسوب/, fr: /calculé/, en: /\bderived\b/ }],
			[/\bproxy\b/, { ar: /مؤشر غير مباشر/, fr: /indicateur indirect/i, en: /\bproxy\b/i }],
			[/\bsourced\b/, { ar: /مأخوذة من مصدر/, fr: /tiré d’une source/, en: /\bsourced\b/ }]
		];
		for (const [said, inLanguage] of doubts) {
			const doubtful = rows.filter(({ source }) => said.test(source));
			expect(doubtful.length).toBeGreaterThan(0);
			for (const row of doubtful) for (const language of LANGUAGES) expect(row[language], row.source).toMatch(inLanguage[language]);
		}
	});
});
