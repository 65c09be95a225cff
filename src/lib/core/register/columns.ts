import { countsRows, mostlyArabic, shareLike, shareReachable, spoken, STRICT, TELLING } from './column-values.ts';
import { isField, type ColumnUse, type Mapping, type RegisterField } from './field.ts';
import { headerKey, headerMeanings } from './header-words.ts';

/** What one column seems to be. */
export interface ColumnGuess {
	readonly header: string;
	readonly use: ColumnUse;
	/** 0–1; 0 where nothing is known of the column. */
	readonly confidence: number;
	readonly because: 'header' | 'values' | 'both' | 'nothing';
}

interface Claim extends Omit<ColumnGuess, 'header'> {
	readonly column: number;
	readonly key: string;
}

/** Shares of cells from which their look counts for, and below which it counts against a use. */
const LIKELY = 0.6;
const UNLIKELY = 0.3;
/** What the look alone is worth, and what a header is worth whose cells look otherwise. */
const BY_LOOK = 0.5;
const DOUBTED = 0.5;
const AGREED = 0.05;

/**
 * What each column seems to be, from its header and some rows. A field goes to the column that claims it with the most confidence, the others
 * stay `ignored`; a second column of names becomes the Arabic or the French one. The order of the columns changes nothing.
 */
export function guessMapping(headers: readonly string[], sample: readonly (readonly string[])[]): readonly ColumnGuess[] {
	const columns = headers.map((_, column) => spoken(sample.map((row) => row[column] ?? '')));
	const claims = headers.flatMap((header, column) => claimsOf(header, column, columns[column]!));
	claims.sort((a, b) => b.confidence - a.confidence || compare(a.key, b.key) || a.column - b.column);
	const given = new Map<number, Claim>();
	const taken = new Set<ColumnUse>();
	for (const claim of claims) {
		const use = claim.use === 'name' && taken.has('name') ? nameIn(columns[claim.column]!) : claim.use;
		if (given.has(claim.column) || (isField(use) && taken.has(use))) continue;
		given.set(claim.column, { ...claim, use });
		taken.add(use);
	}
	return headers.map((header, column) => {
		const { use, confidence, because } = given.get(column) ?? ({ use: 'ignored', confidence: 0, because: 'nothing' } as const);
		return { header, use, confidence, because };
	});
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const nameIn = (cells: readonly string[]): RegisterField => (mostlyArabic(cells) ? 'nameAr' : 'nameFr');

function claimsOf(header: string, column: number, cells: readonly string[]): Claim[] {
	const key = headerKey(header);
	const claim = (use: ColumnUse, confidence: number, because: Claim['because']): Claim => ({ column, key, use, confidence, because });
	if (shareReachable(cells) >= LIKELY) return [claim('personal', 1, 'values')];
	const meant = headerMeanings(header).map(({ use, confidence }) => {
		if (use === 'number' && countsRows(cells)) return claim('ignored', confidence, 'both');
		const share = shareLike(use, cells);
		if (share !== null && share >= LIKELY) return claim(use, Math.min(1, confidence + AGREED), 'both');
		const doubted = share !== null && share < UNLIKELY && STRICT.has(use);
		return claim(use, doubted ? confidence * DOUBTED : confidence, 'header');
	});
	const [look] = meant.length > 0 ? [] : TELLING.filter((use) => (shareLike(use, cells) ?? 0) >= LIKELY);
	return look === undefined ? meant : [claim(look, BY_LOOK, 'values')];
}

/** The same for two files with the same headers, whatever their order, case, accents, spaces or marks. */
export const headerFingerprint = (headers: readonly string[]): string => keysOf(headers).toSorted().join('\n');

/** A mapping by header, to be kept for the next file with the same fingerprint. */
export type RememberedMapping = Readonly<Record<string, ColumnUse>>;

/** The mapping as it is remembered. */
export const rememberMapping = (headers: readonly string[], mapping: Mapping): RememberedMapping =>
	Object.fromEntries(keysOf(headers).map((key, column) => [key, mapping[column] ?? 'ignored']));

/** The remembered mapping for the columns of this file; a header that was not there then is `ignored`. */
export const recallMapping = (headers: readonly string[], remembered: RememberedMapping): Mapping =>
	keysOf(headers).map((key) => (Object.hasOwn(remembered, key) ? remembered[key]! : 'ignored'));

/** One key per column; a header that comes again, or is blank, is told apart by how often it came. */
function keysOf(headers: readonly string[]): string[] {
	const times = new Map<string, number>();
	return headers.map((header) => {
		const key = headerKey(header);
		const time = (times.get(key) ?? 0) + 1;
		times.set(key, time);
		return time === 1 ? key : `${key} #${time}`;
	});
}
