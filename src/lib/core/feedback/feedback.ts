import type { EvidenceKind, EvidenceScope } from '#lib/core/potential/evidence.ts';
import type { Text } from '#lib/core/text/text.ts';

/** What somebody wants who writes about a value: say that it is wrong, add what is documented, or give the right one. */
export const FEEDBACK_TYPES = ['dispute', 'evidence', 'correction'] as const;
export type FeedbackType = (typeof FEEDBACK_TYPES)[number];

/** True when `text` names a type. */
export const isFeedbackType = (text: string): text is FeedbackType => (FEEDBACK_TYPES as readonly string[]).includes(text);

/** Where something can be read again: its title, and its address on the web or the name of the document. */
export interface StatedSource {
	readonly title: string;
	/** Null when there is no address. */
	readonly url: string | null;
}

/** A value as the sender saw it, kept because the next release may show another. */
export interface Seen {
	readonly name: Text;
	/** Null for what is no number: a document without a figure, a cooperative. */
	readonly value: number | null;
	readonly unit: Text | null;
	readonly decimals: number;
	readonly year: string | null;
	readonly source: StatedSource | null;
}

/** What a sender wrote, checked. */
export interface SentFeedback {
	readonly type: FeedbackType;
	readonly words: string;
	/** What it should be; null where nothing was proposed. */
	readonly value: number | null;
	readonly unit: string | null;
	readonly year: string | null;
	/** Title and where it may be seen, as typed; null for a dispute without one. */
	readonly source: { readonly title: string; readonly where: string } | null;
}

/** A documented potential that the office has accepted, as it enters the next release. */
export interface EvidenceFact {
	readonly territory: string;
	readonly chain: string;
	readonly product: Text;
	readonly kind: EvidenceKind;
	readonly scope: EvidenceScope;
	/** Null is qualitative. */
	readonly value: number | null;
	readonly unit: Text | null;
	readonly year: string | null;
	readonly source: StatedSource;
	/** ISO date or year of the source; null when it says none. */
	readonly sourceDate: string | null;
}

/** A correction that the office has accepted: one field of one record. `value` is a number for figures, otherwise words. */
export interface CorrectionFact {
	readonly field: string;
	readonly value: string;
	readonly year: string | null;
	readonly source: StatedSource;
}
