import type { Text } from '#lib/core/text/text.ts';

/** What a legend says of a variable, in three languages. */
export interface VariableText {
	readonly title: Text;
	readonly unit: Text;
	/** Null when the figures have no single year. */
	readonly year: string | null;
	/** Credit line of the source, or what computed it. */
	readonly credit: Text;
	readonly decimals: number;
	/** A caution that belongs to every picture of it (proxy, assumed, inherited); null for none. */
	readonly note: Text | null;
}
