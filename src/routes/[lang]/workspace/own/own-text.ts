import type { ReadNote, ShapeCounts } from '#lib/core/own/own-table.ts';
import type { Refusal } from '#lib/core/own/refusal.ts';
import type { Words } from '#lib/i18n/words.ts';

/** The end of a file name after Arabic letters, «2025.csv»: digits after such letters would change places with what follows. */
const LATIN_END = /(?<=[\u0590-\u08ff].*)(?=(?<![\w.-])[\w.-]*\.[A-Za-z]\w*$)/s;

/** A text of the reader's inside a sentence: its own direction turns nothing around it. */
export const isolated = (text: string): string => `\u2068${text.replace(LATIN_END, '\u200e')}\u2069`;

/** A refusal as one sentence with the next step. */
export function refusalSentence({ t, n }: Words, { kind, limit, row, text }: Refusal): string {
	const sentence = t(`own.refusal.${kind}`, { limit: n(limit ?? null), text: isolated(text ?? '') });
	return row === undefined || kind === 'no-header' ? sentence : t('own.refusal.at', { row: n(row), sentence });
}

const ENCODINGS = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16',
	'utf-16be': 'UTF-16',
	'windows-1256': 'Windows-1256',
	'windows-1252': 'Windows-1252'
};

/** What had to be decided while reading, as a sentence. */
export function noteSentence(words: Words, note: ReadNote): string {
	const { t, n } = words;
	switch (note.kind) {
		case 'encoding':
			return t('own.read.encoding', { encoding: isolated(ENCODINGS[note.encoding]) });
		case 'header-row':
			return t('own.read.header-row', { row: n(note.row) });
		case 'mixed':
			return t('own.read.mixed', { parts: shapeCounts(words, note) });
		case 'projected':
			return t('own.read.projected', { crs: isolated(note.crs) });
		case 'points':
			return note.without === 0 ? t('own.read.points') : t('own.read.points.some', { count: note.without });
		case 'assumed-degrees':
		case 'far':
			return t(`own.read.${note.kind}`);
		default:
			return t(`own.read.${note.kind}`, { count: note.count });
	}
}

/** «3 points and 2 areas»; kinds that there are none of are not said. */
function shapeCounts({ t, list }: Words, counts: ShapeCounts): string {
	const kinds = ['points', 'lines', 'areas', 'none'] as const;
	return list(kinds.filter((kind) => counts[kind] > 0).map((kind) => t(`own.shapes.${kind}`, { count: counts[kind] })));
}
