import type { CaseValues } from '#lib/core/finance/case.ts';

/** A case read from a link: what can be read, and how many parts cannot. Whether a number may be used is the engine's to say. */
export interface ParsedCase {
	readonly values: CaseValues;
	readonly unreadable: number;
}

const PART = /^([a-zA-Z]+(?:\.\d{1,2}\.[a-zA-Z]+)?):(-?\d{1,12}(?:\.\d{1,9})?)$/;
/** More than any model has, so that a crafted link cannot fill the page. */
const MOST_PARTS = 120;

/** The changed numbers of a model as a link writes them: `revenue.0.price:21000~members:12`. */
export function parseCase(text: string | null): ParsedCase {
	if (text === null || text === '') return { values: {}, unreadable: 0 };
	const parts = text.split('~').slice(0, MOST_PARTS);
	const read = parts.map((part) => PART.exec(part));
	const values = Object.fromEntries(read.flatMap((match) => (match ? [[match[1]!, Number(match[2])] as const] : [])));
	return { values, unreadable: read.filter((match) => match === null).length };
}

/** A case for a link, numbers in the order of their names; empty for the model as shipped. */
export const formatCase = (values: CaseValues): string =>
	Object.entries(values)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([id, value]) => `${id}:${Number(value.toFixed(9))}`)
		.join('~');
