import fc from 'fast-check';
import { expect, it } from 'vitest';
import { STATUSES } from '#lib/core/submission/submission.ts';
import { isFeedbackStatus, LEAST_UNDER_REVIEW, saysSomething, tallyOf } from './tally.ts';

it('tells nothing of the unmoderated below three, and their number from three on', () => {
	fc.assert(
		fc.property(fc.nat(20), (received) => {
			const { underReview } = tallyOf({ received });
			expect(underReview).toBe(received < LEAST_UNDER_REVIEW ? null : received);
		})
	);
});

it('counts what a moderator let pass and nothing that was refused, doubled or taken back', () => {
	expect(saysSomething(tallyOf({ rejected: 9, duplicate: 9, withdrawn: 9, received: 2 }))).toBe(false);
	expect(tallyOf({ answered: 2, accepted: 1, published: 4, rejected: 7 })).toEqual({
		underReview: null,
		answered: 2,
		accepted: 1,
		published: 4
	});
});

it('knows the statuses of feedback', () => {
	expect(STATUSES.feedback.every(isFeedbackStatus)).toBe(true);
	expect(isFeedbackStatus('winner')).toBe(false);
});
