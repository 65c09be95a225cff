import type { Text } from '#lib/core/text/text.ts';

/** The three columns of a text: `columnsOf('name', text)` is `{ name_ar, name_fr, name_en }`. */
export function columnsOf<N extends string>(name: N, text: Text): Record<`${N}_ar` | `${N}_fr` | `${N}_en`, string>;
/** The same for a text that may be missing: then all three are null. */
export function columnsOf<N extends string>(name: N, text: Text | null): Record<`${N}_ar` | `${N}_fr` | `${N}_en`, string | null>;
export function columnsOf(name: string, text: Text | null): Record<string, string | null> {
	return { [`${name}_ar`]: text?.ar ?? null, [`${name}_fr`]: text?.fr ?? null, [`${name}_en`]: text?.en ?? null };
}

/** A text from its three columns. */
export const textOf = (ar: string, fr: string, en: string): Text => ({ ar, fr, en });

/** A text that may be missing: null unless all three languages are there. */
export function textOrNull(ar: string | null, fr: string | null, en: string | null): Text | null {
	return ar === null || fr === null || en === null ? null : { ar, fr, en };
}
