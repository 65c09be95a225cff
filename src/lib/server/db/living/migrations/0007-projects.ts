import type { Kysely } from 'kysely';

/** Project sheets that somebody wants to make real. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('reservation')
		.addColumn('submission', 'text', (column) => column.primaryKey().notNull().references('submission.id'))
		.addColumn('model', 'text', (column) => column.notNull())
		.addColumn('members', 'integer')
		.addColumn('planned', 'text')
		.addColumn('idea', 'text')
		.execute();
	await db.schema.createIndex('reservation_by_idea').unique().on('reservation').column('idea').execute();
}
