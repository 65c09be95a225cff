import type { RegisterNote } from '#lib/core/release/snapshot.ts';
import { formatPublished } from './dates.ts';
import type { Words } from './words.ts';

/** Date and source of a register in one language, as every text about it takes them. */
export const registerParams = (
	{ language, of }: Pick<Words, 'language' | 'of'>,
	note: Pick<RegisterNote, 'asOf' | 'credit'>
): { date: string; source: string } => ({
	date: formatPublished(language, note.asOf),
	source: of(note.credit)
});
