import type { Text } from '#lib/core/text/text.ts';

/** One real, named cooperative from a public source: illustrative, never a measure of saturation. */
export interface Cooperative {
	readonly id: string;
	readonly name: Text;
	/** Code of its ODCO branch. */
	readonly branch: string;
	readonly activity: string;
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
	readonly territory: string;
	readonly branch: string;
	readonly asOf: string;
	readonly count: number | null;
	readonly members: number | null;
	readonly womenMembers: number | null;
	readonly measure: string;
	readonly source: { readonly title: string; readonly url: string | null };
	readonly note: string | null;
}
