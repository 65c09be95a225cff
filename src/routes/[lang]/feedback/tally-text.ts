import type { Tally } from '#lib/core/feedback/tally.ts';
import type { Words } from '#lib/i18n/words.ts';

/** What the feedback on a value comes to, in words; empty where there is nothing to say. */
export function tallyText({ t }: Pick<Words, 't'>, { underReview, answered, accepted, published }: Tally): string {
	const parts = [
		[underReview ?? 0, 'review'],
		[answered, 'answered'],
		[accepted, 'accepted'],
		[published, 'published']
	] as const;
	return parts
		.filter(([count]) => count > 0)
		.map(([count, state]) => t(`feedback.tally.${state}`, { count }))
		.join(' · ');
}

/** Tallies by reference of the value, as pages carry them. */
export type Tallies = Readonly<Record<string, Tally>>;
