import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

/** The register of cooperatives with the history of every entry, and the imports it comes from. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await createImports(db);
	await createRows(db);
	await createEntries(db);
	await createMemory(db);
}

type Builder<Table extends string> = CreateTableBuilder<Table, string>;

const texts = <Table extends string>(builder: Builder<Table>, ...names: readonly string[]): Builder<Table> =>
	names.reduce((built: Builder<Table>, name) => built.addColumn(name, 'text', (column) => column.notNull()), builder);

/** What a row and an entry have in common. */
const entryColumns = <Table extends string>(builder: Builder<Table>): Builder<Table> =>
	builder
		.addColumn('number', 'text')
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('name_ar', 'text')
		.addColumn('name_fr', 'text')
		.addColumn('branch', 'text')
		.addColumn('activity', 'text')
		.addColumn('chain', 'text')
		.addColumn('commune', 'text')
		.addColumn('province', 'text')
		.addColumn('region', 'text')
		.addColumn('lat', 'double precision')
		.addColumn('lon', 'double precision')
		.addColumn('year', 'integer')
		.addColumn('created_on', 'text')
		.addColumn('members', 'integer')
		.addColumn('women', 'integer')
		.addColumn('men', 'integer')
		.addColumn('youth', 'integer')
		.addColumn('status', 'text')
		.addColumn('women_only', 'integer');

async function createImports(db: Kysely<unknown>): Promise<void> {
	const table = db.schema.createTable('register_import').addColumn('id', 'text', (column) => column.primaryKey().notNull());
	await texts(table, 'state', 'file', 'kind', 'headers', 'mapping', 'as_of', 'created_at', 'updated_at')
		.addColumn('bytes', 'integer', (column) => column.notNull())
		.addColumn('sheet', 'text')
		.addColumn('remembered', 'integer', (column) => column.notNull())
		.addColumn('rows_read', 'integer', (column) => column.notNull())
		.addColumn('rows_about', 'integer')
		.addColumn('compared_with', 'integer')
		.addColumn('broke_in', 'text')
		.addColumn('fault', 'text')
		.addColumn('entered_as', 'integer')
		.addColumn('added', 'integer')
		.addColumn('changed', 'integer')
		.addColumn('unchanged', 'integer')
		.addColumn('created_by', 'text')
		.execute();
}

async function createRows(db: Kysely<unknown>): Promise<void> {
	const table = texts(db.schema.createTable('import_row'), 'import', 'state', 'cells', 'decisions', 'problems', 'candidates', 'entry')
		.addColumn('line', 'integer', (column) => column.notNull())
		.addColumn('warnings', 'integer', (column) => column.notNull())
		.addColumn('ask_place', 'text')
		.addColumn('ask_chain', 'text')
		.addColumn('ask_point', 'text')
		.addColumn('ask_twin', 'text')
		.addColumn('known', 'integer', (column) => column.notNull())
		.addColumn('same_as', 'text')
		.addColumn('resembles', 'text')
		.addColumn('recalled', 'integer', (column) => column.notNull());
	await entryColumns(table)
		.addPrimaryKeyConstraint('import_row_key', ['import', 'line'])
		.addForeignKeyConstraint('import_row_import', ['import'], 'register_import', ['id'])
		.execute();
	await db.schema.createIndex('import_row_by_province').on('import_row').columns(['import', 'province', 'line']).execute();
	await db.schema.createIndex('import_row_by_region').on('import_row').columns(['import', 'region']).execute();
	await db.schema.createIndex('import_row_by_state').on('import_row').columns(['import', 'state', 'line']).execute();
}

async function createEntries(db: Kysely<unknown>): Promise<void> {
	const table = texts(
		db.schema.createTable('register_entry').addColumn('version', 'integer', (column) => column.primaryKey().notNull()),
		'id',
		'valid_from',
		'made_by'
	)
		.addColumn('valid_to', 'text')
		.addColumn('ended_by', 'text');
	await entryColumns(table).execute();
	// Of every entry one version counts today: whatever goes wrong, no cooperative is there twice.
	await sql`create unique index register_entry_today on register_entry (id) where valid_to is null`.execute(db);
	await db.schema.createIndex('register_entry_by_id').on('register_entry').columns(['id', 'version']).execute();
	await db.schema.createIndex('register_entry_by_place').on('register_entry').columns(['province', 'commune']).execute();
	await db.schema.createIndex('register_entry_by_maker').on('register_entry').column('made_by').execute();
	await db.schema.createIndex('register_entry_by_ender').on('register_entry').column('ended_by').execute();
}

async function createMemory(db: Kysely<unknown>): Promise<void> {
	await texts(db.schema.createTable('register_seen'), 'import', 'entry')
		.addPrimaryKeyConstraint('register_seen_key', ['entry', 'import'])
		.execute();
	await db.schema.createIndex('register_seen_by_import').on('register_seen').column('import').execute();
	await texts(
		db.schema.createTable('register_mapping').addColumn('fingerprint', 'text', (column) => column.primaryKey().notNull()),
		'mapping',
		'updated_at'
	).execute();
	await texts(db.schema.createTable('register_answer'), 'question', 'text', 'answer', 'updated_at')
		.addPrimaryKeyConstraint('register_answer_key', ['question', 'text'])
		.execute();
	await db.schema
		.createTable('register_head')
		.addColumn('id', 'integer', (column) => column.primaryKey().notNull())
		.addColumn('seq', 'integer', (column) => column.notNull())
		.execute();
	await sql`insert into register_head (id, seq) values (1, 0)`.execute(db);
}
