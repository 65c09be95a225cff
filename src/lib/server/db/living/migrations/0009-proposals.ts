import type { Kysely } from 'kysely';

/** Releases that one person proposes and another lets through. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('release_proposal')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('release', 'text', (column) => column.notNull())
		.addColumn('before', 'text', (column) => column.notNull())
		.addColumn('as_of', 'text')
		.addColumn('rows', 'integer')
		.addColumn('status', 'text', (column) => column.notNull())
		.addColumn('proposed_by', 'text', (column) => column.notNull().references('account.id'))
		.addColumn('proposed_at', 'text', (column) => column.notNull())
		.addColumn('decided_by', 'text', (column) => column.references('account.id'))
		.addColumn('decided_at', 'text')
		.execute();
}
