import { textOf } from '#lib/core/own/cell.ts';
import type { OwnDataset } from '#lib/core/own/dataset.ts';
import { decisionKey, type Join } from '#lib/core/own/join.ts';
import type { OwnCell } from '#lib/core/own/own-table.ts';

/** Rows that say the same and found no territory. */
export interface Unmatched {
	/** What a decision is remembered under; empty where none can be, as for a place outside the country. */
	readonly key: string;
	readonly cell: OwnCell;
	readonly within: OwnCell;
	/** Rows of the table, from 0. */
	readonly rows: readonly number[];
	readonly because: 'unknown' | 'ambiguous' | 'outside';
}

/** Every row without a territory, those that say the same together, the most frequent first. */
export function unmatchedRows(dataset: OwnDataset, { matches }: Join): readonly Unmatched[] {
	const groups = new Map<string, Unmatched & { readonly rows: number[] }>();
	matches.forEach((match, row) => {
		if (match.kind !== 'unmatched') return;
		const said = saidBy(dataset, row);
		const id = said.key === '' ? String(row) : `${said.key}\u0000${textOf(said.cell)}`;
		const group = groups.get(id);
		if (group) group.rows.push(row);
		else groups.set(id, { ...said, rows: [row], because: match.because });
	});
	return [...groups.values()].sort((a, b) => b.rows.length - a.rows.length || a.rows[0]! - b.rows[0]!);
}

/** What a row says of its territory; nothing where its position does. */
function saidBy({ table, by }: OwnDataset, row: number): Pick<Unmatched, 'key' | 'cell' | 'within'> {
	if (by?.kind !== 'key') return { key: '', cell: null, within: null };
	const at = (column: number | null): OwnCell => (column === null ? null : (table.columns[column]?.values[row] ?? null));
	const [cell, within] = [at(by.key), at(by.within)];
	return { key: decisionKey(cell, within), cell, within };
}
