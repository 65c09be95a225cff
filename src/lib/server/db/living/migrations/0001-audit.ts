import { sql, type Kysely } from 'kysely';

/** The audit log: every row holds the hash of the row before it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('audit')
		.addColumn('seq', 'integer', (column) => column.primaryKey().notNull())
		.addColumn('at', 'text', (column) => column.notNull())
		.addColumn('actor', 'text')
		.addColumn('action', 'text', (column) => column.notNull())
		.addColumn('subject', 'text', (column) => column.notNull())
		.addColumn('region', 'text')
		.addColumn('facts', 'text', (column) => column.notNull())
		.addColumn('previous', 'text', (column) => column.notNull())
		.addColumn('hash', 'text', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('audit_by_subject').on('audit').column('subject').execute();
	await db.schema
		.createTable('audit_head')
		.addColumn('id', 'integer', (column) => column.primaryKey().notNull())
		.addColumn('seq', 'integer', (column) => column.notNull())
		.addColumn('hash', 'text', (column) => column.notNull())
		.execute();
	await sql`insert into audit_head (id, seq, hash) values (1, 0, '')`.execute(db);
}
