import type { Kysely } from 'kysely';

/** Which accepted submissions a proposed release holds, so that letting it through tells their senders, and no others. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('release_proposal_fact')
		.addColumn('proposal', 'text', (column) => column.notNull().references('release_proposal.id'))
		.addColumn('submission', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('release_proposal_fact_key', ['proposal', 'submission'])
		.execute();
}
