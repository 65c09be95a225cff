import { searchKey } from '#lib/core/text/search-key.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { textOf } from './cell.ts';
import type { JoinBy } from './join.ts';
import { matchKey, type KeyIndex } from './key-index.ts';
import type { OwnColumn, OwnTable } from './own-table.ts';

/** The level and the way that join most rows; `share` (0–1) of the rows looked at find a territory so. */
export interface JoinGuess {
	readonly level: Level;
	readonly by: JoinBy;
	readonly share: number;
}

/** So many different keys of a column tell what it holds. */
const SAMPLE = 200;
/** A rating below this is an accident: small numbers that are codes of regions too. */
const LEAST = 0.25;

/** Words of a header that say which level its column names. */
const LEVEL_WORDS: Readonly<Record<Level, RegExp>> = {
	region: /\b(?:region|reg)\b|جهه/,
	province: /\b(?:province|prefecture|prov|pref)\b|اقليم|عماله/,
	commune: /\b(?:commune|municipality|com)\b|جماعه/
};
const CODE_WORDS = /\b(?:code|cod|iso|hcp|id|pcode)\b|رمز|كود/;

interface Rated extends JoinGuess {
	readonly rating: number;
}

/**
 * How the rows of a table are best joined: by the column and level that find most of them and tell them apart; else by position, when
 * they have shapes; null when nothing joins them. Deterministic: of equals the coarser level and the earlier column.
 */
export function guessJoin(indices: readonly KeyIndex[], table: Pick<OwnTable, 'columns' | 'rows' | 'shapes'>): JoinGuess | null {
	const rated = indices.flatMap((index) => table.columns.map((column, key) => rate(index, column, key)));
	const best = rated.reduce<Rated | null>((a, b) => (a === null || b.rating > a.rating + 1e-9 ? b : a), null);
	if (best && best.rating >= LEAST) {
		const key = (best.by as { key: number }).key;
		return { level: best.level, share: best.share, by: { kind: 'key', key, within: withinOf(indices, table, best.level, key) } };
	}
	return table.shapes ? { level: 'province', share: 0, by: { kind: 'position' } } : null;
}

function rate(index: KeyIndex, { name, values }: OwnColumn, key: number): Rated {
	const texts = [...new Set(values.map(textOf))].filter((text) => text !== '').slice(0, SAMPLE);
	const header = searchKey(name);
	const saysCode = CODE_WORDS.test(header);
	let [found, worth] = [0, 0];
	const codes = new Set<string>();
	for (const text of texts) {
		const match = matchKey(index, text);
		if (match.kind !== 'matched') continue;
		found++;
		codes.add(match.code);
		// A small number is a code only where its header says so: ranks and counts look alike.
		worth += /^\d{1,4}(?:\.0)?$/.test(text) && !saysCode ? 0.2 : 1;
	}
	const share = texts.length === 0 ? 0 : found / texts.length;
	const said = values.filter((value) => value !== null).length;
	const distinct = said === 0 ? 0 : Math.min(1, texts.length / Math.min(said, SAMPLE));
	const known = texts.length === 0 ? 0 : worth / texts.length;
	const hint = LEVEL_WORDS[index.level].test(header) ? 0.1 : 0;
	return {
		level: index.level,
		by: { kind: 'key', key, within: null },
		share,
		rating: known * (0.4 + 0.6 * distinct) + (found > 0 ? hint : 0)
	};
}

/** Another column that names the province or region around, which tells namesakes apart; null when there is none. */
function withinOf(indices: readonly KeyIndex[], table: Pick<OwnTable, 'columns'>, level: Level, key: number): number | null {
	if (level === 'region') return null;
	const wanted: readonly Level[] = level === 'commune' ? ['province', 'region'] : ['region'];
	for (const above of wanted) {
		const index = indices.find((one) => one.level === above);
		if (!index) continue;
		const rated = table.columns.map((column, i) => (i === key ? 0 : rate(index, column, i).share * (isNames(column) ? 1 : 0)));
		const best = rated.reduce((a, share, i) => (share > (rated[a] ?? 0) ? i : a), 0);
		if ((rated[best] ?? 0) >= SURE) return best;
	}
	return null;
}

const SURE = 0.8;

/** A column of words or of ISO codes: plain numbers are figures as a rule. */
const isNames = ({ values }: OwnColumn): boolean => values.some((value) => typeof value === 'string' && /\p{L}/u.test(value));
