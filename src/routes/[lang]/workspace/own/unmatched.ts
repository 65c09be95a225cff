import { textOf } from '#lib/core/own/cell.ts';
import type { OwnDataset } from '#lib/core/own/dataset.ts';
import { decisionKey, type Join } from '#lib/core/own/join.ts';
import type { Cell } from '#lib/core/own/own-table.ts';

/** Rows that say the same and found no territory. */
export interface Unmatched {
	/** What a decision is remembered under; empty where none can be, as for a place outside the country. */
	readonly key: string;
	readonly cell: Cell;
	readonly within: Cell;
	/** Rows of the table, from 0. */
	readonly rows: readonly number[];
	readonly because: 'unknown' | 'ambiguous' | 'outside';
}

/** Every row without a territory, those that say the same together, the most frequent first. */
export function unmatchedRows({ table, by }: OwnDataset, { matches }: Join): readonly Unmatched[] {
	const groups = new Map<string, { readonly first: Unmatched; readonly rows: number[] }>();
	matches.forEach((match, row) => {
		if (match.kind !== 'unmatched') return;
		const cell = by?.kind === 'key' ? (table.columns[by.key]?.values[row] ?? null) : null;
		const within = by?.kind === 'key' && by.within !== null ? (table.columns[by.within]?.values[row] ?? null) : null;
		const key = by?.kind === 'key' ? decisionKey(cell, within) : '';
		const id = by?.kind === 'key' ? `${key}\u0000${textOf(cell)}` : String(row);
		const group = groups.get(id);
		if (group) group.rows.push(row);
		else groups.set(id, { first: { key, cell, within, rows: [], because: match.because }, rows: [row] });
	});
	const found = [...groups.values()].map(({ first, rows }) => ({ ...first, rows }));
	return found.sort((a, b) => b.rows.length - a.rows.length || a.rows[0]! - b.rows[0]!);
}
