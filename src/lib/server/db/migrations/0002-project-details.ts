import type { Kysely } from 'kysely';

/** Programme, part of INDH, area and partners of existing projects; SQLite adds one column at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const project = db.schema.alterTable('project');
	for (const name of ['programme', 'partners_ar', 'partners_fr', 'partners_en']) await project.addColumn(name, 'text').execute();
	for (const name of ['indh_amount_mad', 'area_m2']) await project.addColumn(name, 'double precision').execute();
}
