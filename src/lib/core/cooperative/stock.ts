import type { CooperativeCount } from './cooperative.ts';

/** Measures that say how many cooperatives there are. New ones, women-only ones and readings of a garbled table are other things. */
export const STOCK_MEASURES = ['stock', 'stock_derived_from_share'] as const;

/** A figure older than this many years at the date of the release is called old. */
const FRESH_YEARS = 5;

/** The branch of a count that covers them all. */
export const ALL_BRANCHES = 'all';

/** How many cooperatives a source says there are in a territory, at its own date. */
export interface Stock extends CooperativeCount {
	readonly count: number;
	readonly measure: (typeof STOCK_MEASURES)[number];
}

/**
 * The newest stock of each territory among `rows`, in the order in which territories first appear. A dated figure wins over an
 * undated one, however it was dated; at one date a stated figure wins over one computed from a share, then the earlier row.
 */
export function newestStocks(rows: readonly CooperativeCount[]): Stock[] {
	const newest = new Map<string, Stock>();
	for (const row of rows) {
		if (!isStock(row)) continue;
		const known = newest.get(row.territory);
		if (!known || isNewer(row, known)) newest.set(row.territory, row);
	}
	return [...newest.values()];
}

/** The year of a published date («2024-07», «2013 H1», «2010/2011»: the first); null when there is none. */
export function yearOf(asOf: string | null): number | null {
	const year = asOf?.match(/\d{4}/)?.[0];
	return year === undefined ? null : Number(year);
}

/** True for a figure that is more than five years old in `releaseYear`, or that nobody dated. */
export function isOld(asOf: string | null, releaseYear: number): boolean {
	const year = yearOf(asOf);
	return year === null || releaseYear - year > FRESH_YEARS;
}

/** True when the number was computed from a published share instead of being printed. */
export const isDerived = ({ measure }: Pick<CooperativeCount, 'measure'>): boolean => measure === 'stock_derived_from_share';

const isStock = (row: CooperativeCount): row is Stock => row.count !== null && (STOCK_MEASURES as readonly string[]).includes(row.measure);

function isNewer(row: CooperativeCount, known: CooperativeCount): boolean {
	const [a, b] = [row.asOf ?? '', known.asOf ?? ''];
	return a === b ? isDerived(known) && !isDerived(row) : a > b;
}

/** One published count as map, list and table tell it. */
export interface Published {
	readonly count: number;
	/** As published; null when the source gives no date. */
	readonly asOf: string | null;
	/** Computed from a published share. */
	readonly derived: boolean;
	/** More than five years old at the date of the release, or undated. */
	readonly old: boolean;
}

/** A stock as it is told in a release of `releaseYear`. */
export const publishedOf = (stock: Stock, releaseYear: number): Published => ({
	count: stock.count,
	asOf: stock.asOf,
	derived: isDerived(stock),
	old: isOld(stock.asOf, releaseYear)
});
