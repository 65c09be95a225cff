import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

type Builder = CreateTableBuilder<string, string>;

/** Territories, indicators and their values, sectors, evidence, cooperatives, projects, and the sources they cite. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await referenceTables(db);
	await indicatorTables(db);
	await sectorTables(db);
	await cooperativeTables(db);
	await indexes(db);
}

async function referenceTables(db: Kysely<unknown>): Promise<void> {
	await keyed(db, 'release', 'id')
		.$call(texts('date', 'data', 'method'))
		.execute();
	await keyed(db, 'source', 'id')
		.$call(texts('publisher', 'title', 'licence', ...languages('credit')))
		.$call(optional('url'))
		.$call(placed)
		.execute();
	await keyed(db, 'territory', 'code')
		.$call(texts('level', 'kind', ...languages('name'), 'aliases', 'search'))
		.$call(optional('parent'))
		.$call(integers('population_legal', 'households', 'coastal'))
		.$call(numbers('label_lon', 'label_lat', 'population_municipal', 'area_km2'))
		.addCheckConstraint('territory_level', sql`level in ('region', 'province', 'commune')`)
		.execute();
}

async function indicatorTables(db: Kysely<unknown>): Promise<void> {
	await keyed(db, 'indicator', 'id')
		.$call(texts(...languages('name'), ...languages('unit'), 'dimension', 'role', 'direction', 'source', 'year'))
		.$call(integers('decimals', 'coverage_region', 'coverage_province', 'coverage_commune', 'is_count'))
		.$call(placed)
		.execute();
	await keyed(db, 'indicator_value', 'position', 'integer')
		.$call(texts('indicator', 'territory', 'year', 'source', 'status'))
		.addColumn('value', 'double precision', (column) => column.notNull())
		.$call(optional(...languages('note')))
		.execute();
}

async function sectorTables(db: Kysely<unknown>): Promise<void> {
	await keyed(db, 'branch', 'code')
		.$call(texts(...languages('name')))
		.$call(placed)
		.execute();
	await keyed(db, 'chain', 'id')
		.$call(texts('branch', 'type', ...languages('name')))
		.$call(placed)
		.execute();
	await keyed(db, 'model', 'id')
		.$call(texts(...languages('name'), 'grade'))
		.$call(placed)
		.execute();
	await db.schema
		.createTable('chain_model')
		.$call(texts('chain', 'model'))
		.$call(placed)
		.addPrimaryKeyConstraint('chain_model_key', ['chain', 'model'])
		.execute();
	await keyed(db, 'evidence', 'position', 'integer')
		.$call(texts('id', 'territory', ...languages('product'), 'kind', 'scope', 'basis', 'source_title'))
		.$call(optional('chain', ...languages('unit'), 'year', 'source_url'))
		.$call(numbers('value'))
		.execute();
}

async function cooperativeTables(db: Kysely<unknown>): Promise<void> {
	await keyed(db, 'cooperative', 'id')
		.$call(texts(...languages('name'), 'region', 'source_title'))
		.$call(optional('branch', ...languages('activity'), 'commune', 'province', 'year', 'source_url'))
		.$call(numbers('lon', 'lat', 'members', 'women_only'))
		.$call(placed)
		.execute();
	await keyed(db, 'cooperative_count', 'position', 'integer')
		.$call(texts('territory', 'branch', 'measure', 'source_title'))
		.$call(optional('as_of', 'source_url', ...languages('note')))
		.$call(numbers('count', 'members', 'women_members'))
		.execute();
	await keyed(db, 'project', 'id')
		.$call(texts('kind', ...languages('name'), 'territory', 'period', 'source'))
		.$call(optional('commune', ...languages('beneficiaries')))
		.$call(numbers('amount_mad', 'projects_count'))
		.$call(placed)
		.execute();
}

async function indexes(db: Kysely<unknown>): Promise<void> {
	const wanted = [
		['territory', 'level', 'parent'],
		['indicator_value', 'indicator', 'territory', 'year'],
		['indicator_value', 'territory'],
		['chain', 'branch'],
		['evidence', 'territory'],
		['evidence', 'chain'],
		['cooperative', 'province'],
		['cooperative_count', 'territory'],
		['project', 'territory']
	] as const;
	for (const [table, ...columns] of wanted) {
		await db.schema
			.createIndex(`${table}_by_${columns.join('_')}`)
			.on(table)
			.columns([...columns])
			.execute();
	}
}

const languages = (name: string): string[] => [`${name}_ar`, `${name}_fr`, `${name}_en`];

function keyed(db: Kysely<unknown>, table: string, key: string, type: 'text' | 'integer' = 'text'): Builder {
	return db.schema.createTable(table).addColumn(key, type, (column) => column.primaryKey().notNull());
}

const texts =
	(...names: string[]) =>
	(table: Builder): Builder =>
		names.reduce((built, name) => built.addColumn(name, 'text', (column) => column.notNull()), table);

const optional =
	(...names: string[]) =>
	(table: Builder): Builder =>
		names.reduce((built, name) => built.addColumn(name, 'text'), table);

const integers =
	(...names: string[]) =>
	(table: Builder): Builder =>
		names.reduce((built, name) => built.addColumn(name, 'integer', (column) => column.notNull()), table);

/** Numbers that may be unknown: null, never 0. */
const numbers =
	(...names: string[]) =>
	(table: Builder): Builder =>
		names.reduce((built, name) => built.addColumn(name, 'double precision'), table);

const placed = (table: Builder): Builder => integers('position')(table);
