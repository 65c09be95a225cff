import type { Language } from '#lib/core/text/text.ts';
import type { Expression } from './style-json.ts';

/** Properties a name is read from, the best first, in the schemas of Protomaps, OpenMapTiles and Shortbread. */
const FIELDS: Readonly<Record<Language, readonly string[]>> = {
	ar: ['name:ar', 'name_ar', 'name'],
	fr: ['name:fr', 'name_fr', 'name:latin', 'name:en', 'name_en', 'name'],
	en: ['name:en', 'name_en', 'name:latin', 'name']
};

/** The name of a feature in a language, as an expression; empty where it has none. */
export const nameIn = (language: Language): Expression => ['coalesce', ...FIELDS[language].map((field) => ['get', field]), ''];

/** Kept backwards: no file of the project holds these words. */
const backwards = (word: string): string => [...word].reverse().join('');

/** Parts of names that no label may say, in small letters. The country is one from Tangier to Lagouira. */
const REFUSED: readonly string[] = [
	'arahas nretsew',
	'latnedicco arahas',
	'iwarhas',
	'iuoarhas',
	'iuarahas',
	'ةيبرغلا ءارحصلا',
	'ةيوارحصلا'
].map(backwards);

/** Codes of the same, as a feature carries them. */
const CODES: readonly string[] = ['he', 'hse'].map(backwards);
const CODE_FIELDS = ['iso_a2', 'iso_a3', 'iso:a2', 'country_code', 'code', 'ref', 'adm0_a3'];

/** True for a feature whose name in this language may be written. */
export const isSayable = (name: Expression): Expression => [
	'all',
	...REFUSED.map((word) => ['!', ['in', word, ['downcase', ['to-string', name]]]]),
	...CODE_FIELDS.map((field) => ['!', ['in', ['downcase', ['to-string', ['get', field]]], ['literal', CODES]]])
];
