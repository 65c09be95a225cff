import type { Stage } from '#lib/core/support/instrument.ts';
import type { Text } from '#lib/core/text/text.ts';
import { textsOf, type Row } from '../rows.ts';

/** The cell of a column as one of `allowed`; throws on anything else. */
export function oneOf<T extends string>(row: Row, column: string, allowed: readonly T[]): T {
	return optionalOneOf(row, column, allowed) ?? row.fail(`«${column}» is empty.`);
}

/** Like `oneOf`, or null when the cell is empty. */
export function optionalOneOf<T extends string>(row: Row, column: string, allowed: readonly T[]): T | null {
	const value = row.optional(column);
	if (value === null) return null;
	return allowed.find((one) => one === value) ?? row.fail(`«${column}» is unknown: ${value}.`);
}

/** The parts of a cell that separates them by semicolons; an empty cell has none. */
export const listOf = (row: Row, column: string): string[] => row.optional(column)?.split(';') ?? [];

/** Like `listOf`, each part one of `allowed`; throws on anything else. */
export function listOfKnown<T extends string>(row: Row, column: string, allowed: readonly T[]): T[] {
	return listOf(row, column).map((part) => allowed.find((one) => one === part) ?? row.fail(`«${column}» is unknown: ${part}.`));
}

/** The three texts of a column, or null when all three are empty; throws when only some are. */
export function optionalTexts(row: Row, name: string): Text | null {
	const isSaid = (['ar', 'fr', 'en'] as const).some((language) => row.optional(`${name}_${language}`) !== null);
	return isSaid ? textsOf(row, name) : null;
}

/** What the tables say of a date in words, in signs that every language reads. */
const VINTAGES: Readonly<Record<string, string>> = {
	'c. 2016-2019': '≈ 2016–2019',
	'c. 2020': '≈ 2020',
	'n.d.': '—',
	'n.d. (2021+)': '≥ 2021',
	'n.d. (Generation Green)': '—',
	'2026 (article) / 2020': '2020 / 2026'
};

/** The vintage of a row; a dash where the source gives no date. */
export function vintageOf(row: Row): string {
	const vintage = row.text('vintage');
	const signs = VINTAGES[vintage] ?? vintage;
	return /[A-Za-z]/.test(signs) ? row.fail(`«vintage» has words that not every language reads: ${vintage}.`) : signs;
}

/** How sure a row is of itself. Our own proposals («n/a») rest on nothing but us: low. */
export function confidenceOf(row: Row): 'high' | 'medium' | 'low' {
	const confidence = oneOf(row, 'confidence', ['high', 'medium', 'low', 'n/a']);
	return confidence === 'n/a' ? 'low' : confidence;
}

/** The words the tables use for stages. «Growth» is said of any cooperative that exists. */
const STAGES_OF: Readonly<Record<string, readonly Stage[]>> = {
	idea: ['idea'],
	'pre-creation': ['idea', 'creation'],
	creation: ['creation'],
	'post-creation': ['operation', 'growth'],
	operation: ['operation', 'growth'],
	growth: ['operation', 'growth'],
	all: ['idea', 'creation', 'operation', 'growth']
};

/** The stages that the words of a cell mean, in their order; throws on a word it does not know. */
export function stagesOf(row: Row, column: string): Stage[] {
	const named = new Set(listOf(row, column).flatMap((word) => STAGES_OF[word] ?? row.fail(`«${column}» is unknown: ${word}.`)));
	return STAGES_OF.all!.filter((stage) => named.has(stage));
}
