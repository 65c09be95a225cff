import type { Status, SubmissionKind } from '#lib/core/submission/submission.ts';
import type { MessageKey } from './messages.ts';

/** The message that says where a submission of a kind stands; a kind has a word for each of its own statuses only. */
export const statusKey = (kind: SubmissionKind, status: Status): MessageKey => `status.${kind}.${status}` as MessageKey;
