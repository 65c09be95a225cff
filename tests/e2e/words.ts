import { readdirSync, readFileSync } from 'node:fs';
import { test } from '@playwright/test';
import type { Messages } from '#lib/i18n/messages.ts';
import { createWords, type Words } from '#lib/i18n/words.ts';

const FOLDER = new URL('../../src/lib/i18n/messages/', import.meta.url);
const fileOf = (path: string): object => JSON.parse(readFileSync(new URL(`${path}.json`, FOLDER), 'utf8')) as object;
const parts = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const messages = (language: 'ar' | 'fr'): Messages =>
	Object.assign({}, fileOf(language), ...parts.map((part) => fileOf(`${part}/${language}`))) as Messages;

/** The words of the two languages every task is done in; a locator that needs a word asks here, so a new wording breaks no test. */
export const WORDS: Readonly<Record<'ar' | 'fr', Words>> = { ar: createWords('ar', messages('ar')), fr: createWords('fr', messages('fr')) };

/** Declares the same tests in Arabic and in French. */
export function inEachLanguage(declare: (words: Words) => void): void {
	for (const words of Object.values(WORDS)) test.describe(words.language, () => declare(words));
}

const BIDI_MARKS = /[\u061c\u200e\u200f\u2066-\u2069]/g;

/** A number as a page in Arabic or French shows it («518.883», «+7,4»); null for «–». NaN when it is no number. */
export function numberOf(shown: string): number | null {
	const text = shown.replace(BIDI_MARKS, '').replaceAll(/[.\s]/g, '').replace('−', '-').replace(',', '.');
	return text === '–' || text === '' ? null : Number(text);
}
