import { STATUSES, type StatusOf } from '#lib/core/submission/submission.ts';

/**
 * What the public is told of the feedback on one value: numbers, never words or names. What nobody has looked at is told from
 * `LEAST_UNDER_REVIEW` on and null below it.
 */
export interface Tally {
	/** Sent and not looked at yet; null when none or too few to be told. */
	readonly underReview: number | null;
	readonly answered: number;
	/** Accepted, for the next release. */
	readonly accepted: number;
	/** In a release. */
	readonly published: number;
}

/**
 * From how many on the unmoderated is counted in public. Below it one sender alone could mark any figure as contested before anybody has
 * read what he wrote, and in a small commune a lone «1» would point at him.
 */
export const LEAST_UNDER_REVIEW = 3;

export type FeedbackStatus = StatusOf<'feedback'>;

/** The tally of how many pieces of feedback stand at each status; what was refused, doubled or taken back counts nowhere. */
export function tallyOf(counts: Readonly<Partial<Record<FeedbackStatus, number>>>): Tally {
	const { received = 0, answered = 0, accepted = 0, published = 0 } = counts;
	return { underReview: received >= LEAST_UNDER_REVIEW ? received : null, answered, accepted, published };
}

/** True when there is something to say beside the value. */
export const saysSomething = ({ underReview, answered, accepted, published }: Tally): boolean =>
	underReview !== null || answered + accepted + published > 0;

/** True when `text` is a status of feedback. */
export const isFeedbackStatus = (text: string): text is FeedbackStatus => (STATUSES.feedback as readonly string[]).includes(text);
