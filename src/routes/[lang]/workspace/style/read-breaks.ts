import { CLASS_COUNTS } from '#lib/core/cartography/style/map-style.ts';

/** Breaks as somebody typed or pasted them, or why they are none. */
export type ReadBreaks =
	{ readonly ok: true; readonly value: readonly number[] } | { readonly ok: false; readonly issue: 'ascend' | 'many' | 'number' };

/**
 * Inner breaks from a text such as «5 ; 12,5 ; 40»: separated by semicolons, spaces, tabs or line ends, with a point or a comma before the
 * decimals. One to eight of them, strictly ascending.
 */
export function readBreaks(text: string): ReadBreaks {
	const parts = text.split(/[\s;؛]+/).filter((part) => part !== '');
	const breaks = parts.map((part) => (/^[-−]?\d+([.,]\d+)?$/.test(part) ? Number(part.replace(',', '.').replace('−', '-')) : NaN));
	if (breaks.length === 0 || breaks.some(Number.isNaN)) return { ok: false, issue: 'number' };
	if (breaks.length >= CLASS_COUNTS.most) return { ok: false, issue: 'many' };
	if (breaks.some((value, i) => i > 0 && value <= breaks[i - 1]!)) return { ok: false, issue: 'ascend' };
	return { ok: true, value: breaks };
}
