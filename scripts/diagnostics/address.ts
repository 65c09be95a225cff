import type { Cell } from '#lib/core/diagnostic/cell.ts';

/** An address taken apart: a column of a row, or a rule over addresses and words. */
export type Address =
	| { readonly kind: 'cell'; readonly table: string; readonly path: readonly string[]; readonly column: string | null }
	| { readonly kind: 'rule'; readonly rule: string; readonly parts: readonly string[] };

/** An address taken apart. Throws a sentence that names one that is not well formed. */
export function addressOf(cell: Cell): Address {
	const rule = /^([a-z]+)\((.*)\)$/.exec(cell);
	if (rule) return { kind: 'rule', rule: rule[1]!, parts: partsOf(rule[2]!) };
	const plain = /^([a-z]+)\/([^#(){}]+)(?:#(\w+))?$/.exec(cell);
	if (!plain) throw new Error(`${cell} is no address of a cell.`);
	return { kind: 'cell', table: plain[1]!, path: plain[2]!.split('/'), column: plain[3] ?? null };
}

/** What stands between the commas of a rule; a comma inside an inner rule parts nothing. */
function partsOf(inside: string): string[] {
	const parts = [''];
	let depth = 0;
	for (const letter of inside) {
		if (letter === '(') depth++;
		if (letter === ')') depth--;
		if (letter === ',' && depth === 0) parts.push('');
		else parts[parts.length - 1] += letter;
	}
	return parts.map((part) => part.trim());
}
