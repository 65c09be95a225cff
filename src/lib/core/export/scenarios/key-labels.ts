import type { Language } from '#lib/core/text/text.ts';
import { ABOUT, IDENTITY, SOURCE_COLUMNS, type ExportLabels } from '../labels.ts';

/** Each key as its own word. */
function keysOf<Key extends string>(keys: readonly Key[]): Readonly<Record<Key, string>> {
	const words: Partial<Record<Key, string>> = {};
	for (const key of keys) words[key] = key;
	const isComplete = (some: Partial<Record<Key, string>>): some is Record<Key, string> => keys.every((key) => key in some);
	if (!isComplete(words)) throw new Error(`Not every key has a word: ${keys.join(', ')}`);
	return words;
}

/** Words of an export that are their keys: for its tests, and for the check that other software reads it. */
export const keyLabels = (language: Language): ExportLabels => ({
	language,
	identity: keysOf(IDENTITY),
	aside: { status: 'status', year: 'year', source: 'source' },
	sheets: { data: 'data', sources: 'sources' },
	about: keysOf(ABOUT),
	sourceColumns: keysOf(SOURCE_COLUMNS),
	statement: 'statement',
	geometry: { credit: 'credit', licence: 'ODbL-1.0', note: null },
	own: 'own column',
	level: (level) => level,
	state: (state) => `state ${state}`,
	type: (type) => `type ${type}`,
	licence: (id) => id,
	noLicence: 'no licence'
});
