import type { Kysely, Transaction } from 'kysely';
import type { AccountTables } from './schema/accounts.ts';
import type { AuditTables } from './schema/audit.ts';
import type { FeedbackTables } from './schema/feedback.ts';
import type { RegisterTables } from './schema/register.ts';
import type { IdeaTables } from './schema/ideas.ts';
import type { NeedTables } from './schema/needs.ts';
import type { ProjectTables } from './schema/projects.ts';
import type { ProposalTables } from './schema/proposals.ts';
import type { SubmissionTables } from './schema/submissions.ts';

/**
 * The tables of the living store: what people write, as against the release, which nobody changes. Columns read the same on SQLite
 * and on PostgreSQL: instants are ISO texts in UTC, lists are JSON text, booleans are 0 or 1.
 */
export interface LivingTables
	extends
		AccountTables,
		AuditTables,
		RegisterTables,
		SubmissionTables,
		IdeaTables,
		NeedTables,
		ProjectTables,
		FeedbackTables,
		ProposalTables {}

/** The open living store: its connection and its clock, which a test may set. */
export interface Living {
	readonly db: Kysely<LivingTables>;
	readonly now: () => Date;
}

/** What a change writes through. */
export type Writing = Transaction<LivingTables>;
