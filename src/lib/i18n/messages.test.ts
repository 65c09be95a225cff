import { readdirSync, readFileSync } from 'node:fs';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { LOCALES } from './locales.ts';
import { loadMessages, placeMessages, type MessageKey } from './messages.ts';
import { wordsOf } from './words.ts';

/** As written: the tests do without the plugin that compiles them (`compile-messages.ts`). */
type Written = Readonly<Record<MessageKey, string>>;

const all = Object.fromEntries(
	await Promise.all(LANGUAGES.map(async (language) => [language, (await loadMessages(language)) as Written] as const))
);
const keys = Object.keys(all.ar!) as MessageKey[];

/** Names and kinds of the arguments of a message, plural and select branches included. */
function args(elements: readonly MessageFormatElement[]): string[] {
	return elements.flatMap((element) => {
		switch (element.type) {
			case TYPE.literal:
			case TYPE.pound:
				return [];
			case TYPE.plural:
			case TYPE.select:
				return [`${element.value}:${element.type}`, ...Object.values(element.options).flatMap((option) => args(option.value))];
			default:
				return 'value' in element ? [`${element.value}:${element.type}`] : [];
		}
	});
}

const argsOf = (text: string): string[] => [...new Set(args(parse(text, { ignoreTag: true })))].sort();

function plurals(elements: readonly MessageFormatElement[]): string[][] {
	return elements.flatMap((element) => {
		if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
		const inner = Object.values(element.options).flatMap((option) => plurals(option.value));
		return element.type === TYPE.plural ? [Object.keys(element.options), ...inner] : inner;
	});
}

describe('the messages', () => {
	test('exist in every language under the same keys, none empty', () => {
		for (const language of LANGUAGES) {
			expect(Object.keys(all[language]!)).toEqual(keys);
			for (const key of keys) expect(all[language]![key].trim(), `${language} ${key}`).not.toBe('');
		}
	});

	test('name the same arguments in every language', () => {
		for (const key of keys) {
			for (const language of LANGUAGES) expect(argsOf(all[language]![key]), `${language} ${key}`).toEqual(argsOf(all.ar![key]));
		}
	});

	test('count with the six forms of Arabic', () => {
		for (const key of keys) {
			for (const forms of plurals(parse(all.ar![key], { ignoreTag: true }))) {
				expect(forms.sort(), key).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
			}
		}
	});

	test('give each Arabic plural its own words', async () => {
		const { t } = await wordsOf('ar');
		const said = [0, 1, 2, 3, 11, 100].map((count) => t('count.members', { count }));
		expect(said).toEqual(['لا أعضاء', 'عضو واحد', 'عضوان', '3 أعضاء', '11 عضوا', '100 عضو']);
	});

	test('format no number and no date by themselves: `numbers.ts` and `dates.ts` do', () => {
		const kinds = (elements: readonly MessageFormatElement[]): TYPE[] =>
			elements.flatMap((element) => [
				element.type,
				...('options' in element ? Object.values(element.options).flatMap((option) => kinds(option.value)) : [])
			]);
		const used = new Set(LANGUAGES.flatMap((language) => keys.flatMap((key) => kinds(parse(all[language]![key], { ignoreTag: true })))));
		for (const kind of [TYPE.number, TYPE.date, TYPE.time]) expect(used).not.toContain(kind);
	});

	test('never use digits of the Arabic script', () => {
		for (const language of LANGUAGES) expect(Object.values(all[language]!).join('')).not.toMatch(/[٠-٩۰-۹]/);
		expect(new Intl.NumberFormat(LOCALES.ar).format(1234567)).toBe('1.234.567');
	});

	test('keep French signs with their words, by a narrow space that never breaks', () => {
		for (const key of keys) expect(all.fr![key], key).not.toMatch(/(?<!\u202f)[:;?!»%]|«(?!\u202f)/);
	});

	test('set no sign beside a text in the markup: each language spaces its own', () => {
		const markup = sourceText('src', (name) => name.endsWith('.svelte')).replaceAll(/<(script|style)[^]*?<\/\1>/g, '');
		expect(markup.match(/\}[:;?!»،؛؟] ?\{/g)).toBeNull();
	});

	test('of a selected place are used by what comes with it, and nowhere else', async () => {
		const elsewhere = sourceText('src', (name) => !OF_A_PLACE.test(name));
		const used = Object.keys(await placeMessages('ar')).filter((key) => elsewhere.includes(`'${key}'`));
		expect(used).toEqual([]);
	});

	test('are all used somewhere in the source', () => {
		const source = sourceText('src');
		const unused = keys.filter((key) => !source.includes(`'${key}'`) && !prefixes(key).some((prefix) => source.includes(`\`${prefix}\${`)));
		expect(unused).toEqual([]);
	});
});

/** Every start of a key that a template could complete: `level.` of `level.region.short`. */
const prefixes = (key: string): string[] => key.split('.').map((_, i, parts) => parts.slice(0, i).join('.') + '.');

/** Panel, page, sentences and diagnostic of a place, and the server, which has every text from the start. */
const OF_A_PLACE = /place|Place|territory|sentences\.ts|charts|server|diagnostic|measures/;

function sourceText(folder: string, isWanted: (name: string) => boolean = () => true): string {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(ts|svelte)$/.test(name) && !name.endsWith('.test.ts') && isWanted(name))
		.map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
		.join('\n');
}
