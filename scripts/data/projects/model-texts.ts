import type { Text } from '#lib/core/text/text.ts';
import { rowsOf, textsOf } from '../rows.ts';
import { FOLDERS } from '../sources.ts';

/** Every string of the models in three languages, and those of the figures they share, by the string. */
const MODEL_TEXTS = 'bank/model_texts/2026/model_texts.csv';
const SHARED_TEXTS = `${FOLDERS.projectRules}/shared_texts.csv`;

/** The three texts of a string that stands at `place`; throws a sentence that names both when there are none. */
export type TextOf = (place: string, source: string) => Text;

/** The texts under `root`. */
export function readModelTexts(root: string): TextOf {
	const rows = [...rowsOf(root, MODEL_TEXTS), ...rowsOf(root, SHARED_TEXTS)];
	const texts = new Map(rows.map((row) => [row.text('source'), textsOf(row)]));
	return (place, source) => {
		const text = texts.get(source.trim());
		if (!text) throw new Error(`${place}: «${source}» has no text in three languages in ${MODEL_TEXTS}.`);
		return text;
	};
}
