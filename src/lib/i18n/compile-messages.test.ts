import { readdirSync, readFileSync } from 'node:fs';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '#lib/core/text/text.ts';
import { compiledFile } from './compile-messages.ts';
import { translator, type MessageKey, type Messages, type Params } from './messages.ts';

/** Every plural form of the three languages has a number here, and so has every exact one («=0»). */
const COUNTS = [0, 1, 2, 3, 10, 11, 99, 100, 101, 1503, 1_000_000, 1.5];

/** The common texts, then the folders of the others. */
const PARTS = ['', ...foldersIn('src/lib/i18n/messages')];
function foldersIn(path: string): string[] {
	const entries = readdirSync(path, { withFileTypes: true });
	return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${name}/`);
}

const fileOf = (language: Language, part: string): string => readFileSync(`src/lib/i18n/messages/${part}${language}.json`, 'utf8');
const joined = (language: Language, read: (json: string) => string): Messages =>
	Object.assign({}, ...PARTS.map((part) => JSON.parse(read(fileOf(language, part))) as Messages)) as Messages;

/** Each value that makes a message say something else, by the name of its argument. */
function choices(elements: readonly MessageFormatElement[]): [string, readonly (string | number)[]][] {
	return elements.flatMap((element) => {
		switch (element.type) {
			case TYPE.argument:
				return [[element.value, ['value', 12, '']]];
			case TYPE.plural:
				return [[element.value, COUNTS], ...inside(element.options)];
			case TYPE.select:
				return [[element.value, [...Object.keys(element.options), 'none of them']], ...inside(element.options)];
			default:
				return [];
		}
	});
}
const inside = (options: Readonly<Record<string, { value: MessageFormatElement[] }>>) =>
	Object.values(options).flatMap(({ value }) => choices(value));

/** Every combination of those values. */
function paramsOf(message: string): Params[] {
	const values = Map.groupBy(choices(parse(message, { ignoreTag: true })), ([name]) => name);
	return [...values].reduce<Params[]>(
		(all, [name, found]) => {
			const each = new Set(found.flatMap(([, some]) => some));
			return all.flatMap((params) => [...each].map((value) => ({ ...params, [name]: value })));
		},
		[{}]
	);
}

describe('compiled messages', () => {
	test.each(LANGUAGES)('say in %s what the messages say as written, for every plural form and choice', (language) => {
		const written = joined(language, (json) => json);
		const asWritten = translator(language, written);
		const asShipped = translator(language, joined(language, compiledFile));
		for (const [key, message] of Object.entries(written) as [MessageKey, string][]) {
			for (const params of paramsOf(message)) expect(asShipped(key, params), key).toBe(asWritten(key, params));
		}
	});

	test('have nothing left to parse: only a text without arguments stays a text', () => {
		for (const language of LANGUAGES) {
			for (const message of Object.values(joined(language, compiledFile))) {
				if (typeof message === 'string') expect(message).not.toContain('{');
			}
		}
	});

	test('are all the messages there are', () => {
		const files = readdirSync('src/lib/i18n/messages', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
		expect(files.sort()).toEqual(PARTS.flatMap((part) => LANGUAGES.map((language) => `${part}${language}.json`)).sort());
	});

	test('that are wrong stop the build', () => {
		expect(() => compiledFile('{"count": "{count, plural, one {# place}}"}')).toThrow();
	});
});
