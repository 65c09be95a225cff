import type { Kysely } from 'kysely';

/** Who may sign in, invitations not yet taken up, and open sessions. No secret is kept as it was given. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('account')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('email', 'text', (column) => column.notNull().unique())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('role', 'text', (column) => column.notNull())
		.addColumn('regions', 'text')
		.addColumn('password', 'text')
		.addColumn('active', 'integer', (column) => column.notNull())
		.addColumn('created_at', 'text', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('invitation')
		.addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
		.addColumn('account', 'text', (column) => column.notNull().references('account.id'))
		.addColumn('expires_at', 'text', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('session')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('account', 'text', (column) => column.notNull().references('account.id'))
		.addColumn('token_hash', 'text', (column) => column.notNull().unique())
		.addColumn('previous_hash', 'text')
		.addColumn('previous_until', 'text')
		.addColumn('created_at', 'text', (column) => column.notNull())
		.addColumn('rotated_at', 'text', (column) => column.notNull())
		.addColumn('seen_at', 'text', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('session_by_previous').on('session').column('previous_hash').execute();
}
