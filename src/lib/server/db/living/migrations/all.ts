import type { Migration } from 'kysely/migration';
import * as audit from './0001-audit.ts';
import * as accounts from './0002-accounts.ts';
import * as submissions from './0003-submissions.ts';
import * as register from './0004-register.ts';
import * as ideas from './0005-ideas.ts';
import * as needs from './0006-needs.ts';
import * as projects from './0007-projects.ts';
import * as feedback from './0008-feedback.ts';
import * as proposals from './0009-proposals.ts';
import * as proposalFacts from './0010-proposal-facts.ts';

/** Every migration of the living store by name, oldest first; one that was released is never edited. */
export const LIVING_MIGRATIONS: Readonly<Record<string, Migration>> = {
	'0001-audit': audit,
	'0002-accounts': accounts,
	'0003-submissions': submissions,
	'0004-register': register,
	'0005-ideas': ideas,
	'0006-needs': needs,
	'0007-projects': projects,
	'0008-feedback': feedback,
	'0009-proposals': proposals,
	'0010-proposal-facts': proposalFacts
};
