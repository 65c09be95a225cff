import type { Text } from '#lib/core/text/text.ts';

/** One real, named cooperative from a public source: illustrative, never a measure of saturation. */
export interface Cooperative {
	readonly id: string;
	readonly name: Text;
	/** Code of its ODCO branch; null when the source does not say. */
	readonly branch: string | null;
	/** What it makes or does; null when the source does not say. */
	readonly activity: Text | null;
	readonly commune: string | null;
	/** Province code; null when the source names only a region. */
	readonly province: string | null;
	readonly region: string;
	/** [longitude, latitude] at locality level; null when not located. */
	readonly position: readonly [number, number] | null;
	readonly year: string | null;
	readonly members: number | null;
	readonly womenOnly: boolean | null;
	readonly source: { readonly title: string; readonly url: string | null };
}

/** A published, dated count of cooperatives: a fact to show, never to rank on (dates and scopes differ). */
export interface CooperativeCount {
	/** A territory code, `MA` for the nation, or codes joined by `+` for a delegation area of ODCO, which is no region. */
	readonly territory: string;
	readonly branch: string;
	/** "2025-11-30", "2022", "2013 H1", "2010/2011" as published; null when the source gives no date. */
	readonly asOf: string | null;
	readonly count: number | null;
	readonly members: number | null;
	readonly womenMembers: number | null;
	/** What was counted: `stock`, `created`, `stock_women_only`, `stock_derived_from_share`… */
	readonly measure: string;
	readonly source: { readonly title: string; readonly url: string | null };
	readonly note: Text | null;
}
