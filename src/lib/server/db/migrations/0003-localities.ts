import type { Kysely } from 'kysely';

/** Places that lead to a commune. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const texts = ['name_ar', 'name_fr', 'name_en', 'commune', 'basis', 'origin'];
	const table = db.schema.createTable('locality').addColumn('position', 'integer', (column) => column.primaryKey().notNull());
	await texts.reduce((built, name) => built.addColumn(name, 'text', (column) => column.notNull()), table).execute();
	await db.schema.createIndex('locality_by_commune').on('locality').column('commune').execute();
}
