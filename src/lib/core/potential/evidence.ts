import type { Text } from '#lib/core/text/text.ts';

export type EvidenceKind = 'IGP' | 'AOP' | 'port' | 'area' | 'production' | 'heritage' | 'arrivals';
export type EvidenceScope = 'province' | 'multi' | 'region';
export type EvidenceBasis = 'stated' | 'toponym' | 'derived' | 'recalled';

/** One documented potential (مؤهل) of one territory for one chain; `chain` is null for context rows, shown but never scored. */
export interface Evidence {
	readonly id: string;
	/** Province code, or a region code: then it speaks for that region only. */
	readonly territory: string;
	readonly product: Text;
	readonly kind: EvidenceKind;
	readonly scope: EvidenceScope;
	readonly basis: EvidenceBasis;
	readonly chain: string | null;
	/** Null is qualitative evidence, not zero. */
	readonly value: number | null;
	/** Null when there is no value, or the value is a plain count. */
	readonly unit: Text | null;
	readonly year: string | null;
	readonly source: { readonly title: string; readonly url: string | null };
}
