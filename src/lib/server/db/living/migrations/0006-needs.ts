import type { Kysely } from 'kysely';

/** What a declared need says beside place and sender. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('need')
		.addColumn('submission', 'text', (column) => column.primaryKey().notNull().references('submission.id'))
		.addColumn('need', 'text', (column) => column.notNull())
		.addColumn('declarer', 'text', (column) => column.notNull())
		.addColumn('urgency', 'text', (column) => column.notNull())
		.addColumn('duplicate_of', 'text', (column) => column.references('submission.id'))
		.execute();
}
