import type { Selectable } from 'kysely';
import type { Actor } from '#lib/core/account/actor.ts';
import { change } from './audit.ts';
import type { ProposalRow } from './schema/proposals.ts';
import type { Living, Writing } from './schema.ts';
import { newId } from './secrets.ts';

export type ProposalKind = 'register' | 'accepted' | 'return';
export type ProposalStatus = 'proposed' | 'approved' | 'refused';

/** A release somebody proposes to show from now on. */
export interface Proposal {
	readonly id: string;
	readonly kind: ProposalKind;
	readonly release: string;
	/** The release it would take the place of. */
	readonly before: string;
	/** Date of the register, ISO, and the cooperatives it counts; null where none is counted anew. */
	readonly asOf: string | null;
	readonly rows: number | null;
	readonly status: ProposalStatus;
	/** Ids of accounts and ISO instants. */
	readonly proposedBy: string;
	readonly proposedAt: string;
	readonly decidedBy: string | null;
	readonly decidedAt: string | null;
}

/** Why a proposal cannot be made or decided. */
export class ProposalError extends Error {
	readonly fault: 'same-person' | 'decided' | 'unknown' | 'open-already' | 'outdated';

	constructor(fault: ProposalError['fault']) {
		super(`proposal: ${fault}`);
		this.fault = fault;
	}
}

/** Proposals, newest first. */
export async function listProposals({ db }: Living): Promise<Proposal[]> {
	return (await db.selectFrom('release_proposal').selectAll().orderBy('proposed_at', 'desc').orderBy('id').execute()).map(parse);
}

/** The proposal of an id; null when there is none. */
export async function findProposal({ db }: Pick<Living, 'db'>, id: string): Promise<Proposal | null> {
	const row = await db.selectFrom('release_proposal').selectAll().where('id', '=', id).executeTakeFirst();
	return row ? parse(row) : null;
}

/** The release that was let through last; null when none ever was. */
export async function lastApproved({ db }: Living): Promise<Proposal | null> {
	const rows = db.selectFrom('release_proposal').selectAll().where('status', '=', 'approved');
	const row = await rows.orderBy('decided_at', 'desc').limit(1).executeTakeFirst();
	return row ? parse(row) : null;
}

/** The proposal that waits for a decision; null when none does. */
export async function openProposal({ db }: Pick<Living, 'db'>): Promise<Proposal | null> {
	const row = await db.selectFrom('release_proposal').selectAll().where('status', '=', 'proposed').executeTakeFirst();
	return row ? parse(row) : null;
}

/** Ids of the accepted submissions that the release of a proposal holds. */
export async function submissionsIn({ db }: Pick<Living, 'db'>, proposal: string): Promise<string[]> {
	const rows = await db
		.selectFrom('release_proposal_fact')
		.select('submission')
		.where('proposal', '=', proposal)
		.orderBy('submission')
		.execute();
	return rows.map(({ submission }) => submission);
}

/**
 * Proposes a release that is built already, with the accepted submissions it holds; returns the id. One waits at a time: throws a
 * ProposalError `open-already`.
 */
export async function propose(
	living: Living,
	actor: Actor,
	wanted: Pick<Proposal, 'kind' | 'release' | 'before' | 'asOf' | 'rows'> & { readonly submissions?: readonly string[] }
): Promise<string> {
	const id = newId();
	const done = {
		actor,
		action: 'release.propose',
		subject: wanted.release,
		region: null,
		facts: { kind: wanted.kind, before: wanted.before }
	};
	await change(living, done, async (writing, at) => {
		if (await openProposal({ db: writing })) throw new ProposalError('open-already');
		const { kind, release, before, asOf, rows, submissions = [] } = wanted;
		const proposed = { id, kind, release, before, as_of: asOf, rows, status: 'proposed', proposed_by: actor.id, proposed_at: at };
		await writing
			.insertInto('release_proposal')
			.values({ ...proposed, decided_by: null, decided_at: null })
			.execute();
		for (const submission of submissions) await writing.insertInto('release_proposal_fact').values({ proposal: id, submission }).execute();
	});
	return id;
}

/**
 * Decides a proposal, with what `also` writes in the same transaction. Nobody lets his own through; he may take it back by refusing it.
 * `current` is the release shown now: a proposal made over another is outdated. Throws a ProposalError.
 */
export async function decide(
	living: Living,
	actor: Actor,
	{ id, approve, current }: { readonly id: string; readonly approve: boolean; readonly current: string },
	also: (writing: Writing, proposal: Proposal, at: string) => Promise<void> = async () => {}
): Promise<Proposal> {
	const found = await findProposal(living, id);
	if (!found) throw new ProposalError('unknown');
	const action = approve ? 'release.approve' : 'release.refuse';
	return change(living, { actor, action, subject: found.release, region: null }, async (writing, at) => {
		const proposal = await findProposal({ db: writing }, id);
		if (proposal?.status !== 'proposed') throw new ProposalError('decided');
		if (approve && proposal.proposedBy === actor.id) throw new ProposalError('same-person');
		if (approve && proposal.before !== current) throw new ProposalError('outdated');
		const decided = { status: approve ? ('approved' as const) : ('refused' as const), decided_by: actor.id, decided_at: at };
		await writing.updateTable('release_proposal').set(decided).where('id', '=', id).execute();
		if (approve) await also(writing, proposal, at);
		return { ...proposal, status: decided.status, decidedBy: actor.id, decidedAt: at };
	});
}

const parse = (row: Selectable<ProposalRow>): Proposal => ({
	id: row.id,
	kind: row.kind as ProposalKind,
	release: row.release,
	before: row.before,
	asOf: row.as_of,
	rows: row.rows,
	status: row.status as ProposalStatus,
	proposedBy: row.proposed_by,
	proposedAt: row.proposed_at,
	decidedBy: row.decided_by,
	decidedAt: row.decided_at
});
