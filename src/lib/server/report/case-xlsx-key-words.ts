import { FIGURE_STATUSES } from '#lib/core/project/figure.ts';
import { SINGLE_PARAMETERS } from '#lib/core/finance/parameters.ts';
import { CASE_COLUMNS, CASH_FLOW_ROWS, OUTCOMES, SECTIONS, SOURCE_COLUMNS, type CaseWords } from './case-xlsx-words.ts';

const PARTS = ['quantity', 'cost', 'price'] as const;

/** Each key as its own word. */
function keysOf<Key extends string>(keys: readonly Key[]): Readonly<Record<Key, string>> {
	const words: Partial<Record<Key, string>> = {};
	for (const key of keys) words[key] = key;
	const isComplete = (some: Partial<Record<Key, string>>): some is Record<Key, string> => keys.every((key) => key in some);
	if (!isComplete(words)) throw new Error(`Not every key has a word: ${keys.join(', ')}`);
	return words;
}

/** Words of a workbook that are their keys: for its tests, and for the check that a spreadsheet calculates the same. */
export const KEY_WORDS: CaseWords = {
	sheets: { case: 'case', cashFlow: 'cashFlow', sources: 'sources' },
	notice: 'notice',
	sections: keysOf(SECTIONS),
	columns: keysOf(CASE_COLUMNS),
	parts: keysOf(PARTS),
	parameters: keysOf(SINGLE_PARAMETERS),
	units: keysOf(SINGLE_PARAMETERS),
	statuses: keysOf(FIGURE_STATUSES),
	origins: { holder: 'holder', size: 'size', reference: 'reference' },
	fullYear: 'fullYear',
	total: 'total',
	rows: keysOf(CASH_FLOW_ROWS),
	outcomes: keysOf(OUTCOMES),
	sourceColumns: keysOf(SOURCE_COLUMNS)
};
