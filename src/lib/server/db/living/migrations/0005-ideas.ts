import type { Kysely } from 'kysely';

/** Ideas beside their submissions, the seats of jurors, and the meetings where ideas are collected. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('idea')
		.addColumn('submission', 'text', (column) => column.primaryKey().notNull().references('submission.id'))
		.addColumn('need', 'text', (column) => column.notNull())
		.addColumn('holder', 'text', (column) => column.notNull())
		.addColumn('stage', 'text', (column) => column.notNull())
		.addColumn('members', 'integer')
		.addColumn('own_means_mad', 'integer')
		.addColumn('gate', 'text', (column) => column.notNull())
		.addColumn('duplicate_of', 'text', (column) => column.references('submission.id'))
		.addColumn('model', 'text')
		.addColumn('model_chain', 'text')
		.addColumn('follow_up_due', 'text')
		.execute();
	await db.schema
		.createTable('idea_seat')
		.addColumn('idea', 'text', (column) => column.notNull().references('idea.submission'))
		.addColumn('juror', 'text', (column) => column.notNull().references('account.id'))
		.addColumn('state', 'text', (column) => column.notNull())
		.addColumn('scores', 'text')
		.addColumn('rubric', 'text')
		.addColumn('asked_at', 'text', (column) => column.notNull())
		.addColumn('sent_at', 'text')
		.addPrimaryKeyConstraint('idea_seat_key', ['idea', 'juror'])
		.execute();
	await db.schema.createIndex('idea_seat_by_juror').on('idea_seat').column('juror').execute();
	await db.schema
		.createTable('meeting')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('code', 'text', (column) => column.notNull().unique())
		.addColumn('region', 'text', (column) => column.notNull())
		.addColumn('province', 'text')
		.addColumn('date', 'text', (column) => column.notNull())
		.addColumn('place', 'text', (column) => column.notNull())
		.addColumn('created_by', 'text', (column) => column.notNull().references('account.id'))
		.addColumn('created_at', 'text', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('submission_by_meeting').on('submission').column('meeting').execute();
}
