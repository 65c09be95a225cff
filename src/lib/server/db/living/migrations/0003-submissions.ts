import type { Kysely } from 'kysely';

/** What the public sends, its history, and, apart from both, who sent it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const table = db.schema.createTable('submission').addColumn('id', 'text', (column) => column.primaryKey().notNull());
	const required = ['kind', 'code_hash', 'status', 'region', 'language', 'channel', 'created_at', 'updated_at', 'keep_until'];
	const optional = ['province', 'commune', 'chain', 'meeting'];
	const withRequired = required.reduce((built, name) => built.addColumn(name, 'text', (column) => column.notNull()), table);
	await optional.reduce((built, name) => built.addColumn(name, 'text'), withRequired).execute();
	await db.schema.createIndex('submission_by_code').unique().on('submission').column('code_hash').execute();
	await db.schema.createIndex('submission_by_place').on('submission').columns(['kind', 'region', 'status']).execute();
	await db.schema
		.createTable('submission_contact')
		.addColumn('submission', 'text', (column) => column.primaryKey().notNull().references('submission.id'))
		.addColumn('name', 'text')
		.addColumn('phone', 'text')
		.addColumn('email', 'text')
		.addColumn('consent', 'text', (column) => column.notNull())
		.addColumn('consent_at', 'text', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('submission_text')
		.addColumn('submission', 'text', (column) => column.notNull().references('submission.id'))
		.addColumn('field', 'text', (column) => column.notNull())
		.addColumn('text', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('submission_text_key', ['submission', 'field'])
		.execute();
	await db.schema
		.createTable('submission_step')
		.addColumn('submission', 'text', (column) => column.notNull().references('submission.id'))
		.addColumn('position', 'integer', (column) => column.notNull())
		.addColumn('at', 'text', (column) => column.notNull())
		.addColumn('status', 'text', (column) => column.notNull())
		.addColumn('note', 'text')
		.addPrimaryKeyConstraint('submission_step_key', ['submission', 'position'])
		.execute();
}
