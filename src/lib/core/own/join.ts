import { searchKey } from '#lib/core/text/search-key.ts';
import { textOf } from './cell.ts';
import { matchKey, type KeyBasis, type KeyIndex, type KeyMatch } from './key-index.ts';
import type { OwnCell, OwnTable } from './own-table.ts';
import { positionOf } from './position-of.ts';

/** How rows find their territory. */
export type JoinBy =
	/** By a column of codes or names; `within` is a column of the province or region around, null for none. */
	| { readonly kind: 'key'; readonly key: number; readonly within: number | null }
	/** By where the shape of the row lies. */
	| { readonly kind: 'position' };

/** What somebody decided for all rows that say the same, by `decisionKey`: the code of a territory. */
export type Decisions = Readonly<Record<string, string>>;

/** Where one row belongs. */
export type RowMatch =
	| KeyMatch
	/** Its place lies in no territory. */
	| { readonly kind: 'unmatched'; readonly because: 'outside' };

/** Rows and the territories of one level. Nothing is dropped: `matched + unmatched + empty` is the number of rows. */
export interface Join {
	/** Code of the territory of each row, null where it has none. */
	readonly codes: readonly (string | null)[];
	readonly matches: readonly RowMatch[];
	readonly matched: number;
	readonly unmatched: number;
	/** Rows that say nothing where the key stands, or have no shape. */
	readonly empty: number;
	/** Territories that several rows belong to, most rows first. */
	readonly duplicates: readonly { readonly code: string; readonly rows: readonly number[] }[];
}

/** Code of the territory a place lies in; null outside the country. */
export type LocateCode = (position: readonly [number, number]) => string | null;

/** What a decision is remembered under: rows that say the same, whatever their case, accents and signs, share it. Empty for nothing said. */
export const decisionKey = (cell: OwnCell, within: OwnCell = null): string =>
	textOf(cell) === '' ? '' : `${searchKey(textOf(cell))}|${searchKey(textOf(within))}`;

/** The join by a column. A decision goes before what the key says. */
export function joinByKey(
	index: KeyIndex,
	table: Pick<OwnTable, 'columns' | 'rows'>,
	by: Extract<JoinBy, { kind: 'key' }>,
	decisions: Decisions
): Join {
	const known = new Map<string, RowMatch>();
	const keys = table.columns[by.key]?.values ?? [];
	const around = by.within === null ? [] : (table.columns[by.within]?.values ?? []);
	return joined(table.rows, (row) => {
		const [cell, within] = [keys[row] ?? null, around[row] ?? null];
		const text = `${textOf(cell)}\u0000${textOf(within)}`;
		const before = known.get(text);
		if (before) return before;
		const decided = decisionOf(decisions, decisionKey(cell, within));
		const match: RowMatch = decided === null ? matchKey(index, cell, within) : { kind: 'matched', code: decided, by: 'decision' };
		known.set(text, match);
		return match;
	});
}

const decisionOf = (decisions: Decisions, key: string): string | null =>
	key !== '' && Object.hasOwn(decisions, key) ? decisions[key]! : null;

/** The join by position: a point where it lies, a line or an area where its middle lies. */
export function joinByPosition(table: Pick<OwnTable, 'rows' | 'shapes'>, locate: LocateCode): Join {
	return joined(table.rows, (row): RowMatch => {
		const position = positionOf(table.shapes?.[row] ?? null);
		if (position === null) return { kind: 'empty' };
		const code = locate(position);
		return code === null ? { kind: 'unmatched', because: 'outside' } : { kind: 'matched', code, by: 'position' satisfies KeyBasis };
	});
}

function joined(rows: number, matchOf: (row: number) => RowMatch): Join {
	const matches = Array.from({ length: rows }, (_, row) => matchOf(row));
	const codes = matches.map((match) => (match.kind === 'matched' ? match.code : null));
	const byCode = new Map<string, number[]>();
	codes.forEach((code, row) => {
		if (code === null) return;
		const same = byCode.get(code);
		if (same) same.push(row);
		else byCode.set(code, [row]);
	});
	const count = (kind: RowMatch['kind']): number => matches.filter((match) => match.kind === kind).length;
	const duplicates = [...byCode].filter(([, of]) => of.length > 1).map(([code, of]) => ({ code, rows: of }));
	duplicates.sort((a, b) => b.rows.length - a.rows.length || (a.code < b.code ? -1 : 1));
	return { codes, matches, matched: count('matched'), unmatched: count('unmatched'), empty: count('empty'), duplicates };
}
