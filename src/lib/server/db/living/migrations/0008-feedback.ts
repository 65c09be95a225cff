import type { Kysely } from 'kysely';

/** What people write about a value, what cooperatives correct in their record, and the facts the office made of both. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await table(db, 'feedback', ['type', 'about', 'release', 'seen'], ['territory', 'year']).addColumn('value', 'real').execute();
	await db.schema.createIndex('feedback_by_submission').unique().on('feedback').column('submission').execute();
	await db.schema.createIndex('feedback_by_about').on('feedback').column('about').execute();
	await db.schema.createIndex('feedback_by_territory').on('feedback').column('territory').execute();
	await table(db, 'claim', ['about', 'release'], []).execute();
	await db.schema.createIndex('claim_by_submission').unique().on('claim').column('submission').execute();
	await table(
		db,
		'accepted_evidence',
		['territory', 'chain', 'kind', 'scope', 'product_ar', 'product_fr', 'product_en', 'source_title', 'accepted_at'],
		['unit_ar', 'unit_fr', 'unit_en', 'year', 'source_url', 'source_date', 'release']
	)
		.addColumn('value', 'real')
		.execute();
	await db.schema.createIndex('accepted_evidence_by_submission').unique().on('accepted_evidence').column('submission').execute();
	await table(
		db,
		'accepted_correction',
		['field', 'about', 'value', 'source_title', 'accepted_at'],
		['year', 'source_url', 'release']
	).execute();
	const corrections = db.schema.createIndex('accepted_correction_by_submission').unique().on('accepted_correction');
	await corrections.columns(['submission', 'field']).execute();
}

/** A table of texts that belongs to a submission. */
function table(db: Kysely<unknown>, name: string, required: readonly string[], optional: readonly string[]) {
	const base = db.schema.createTable(name).addColumn('submission', 'text', (column) => column.notNull().references('submission.id'));
	const withRequired = required.reduce((built, column) => built.addColumn(column, 'text', (one) => one.notNull()), base);
	return optional.reduce((built, column) => built.addColumn(column, 'text'), withRequired);
}
