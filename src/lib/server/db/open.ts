import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { cooperativesOf, type Cooperatives } from './cooperatives.ts';
import { indicatorsOf, type Indicators } from './indicators.ts';
import { localitiesOf, type Localities } from './localities.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { potentialsOf, type Potentials } from './potentials.ts';
import { projectsOf, type Projects } from './projects.ts';
import type { Bank, BankTables } from './schema.ts';
import { sectorsOf, type Sectors } from './sectors.ts';
import { sourcesOf, type Sources } from './sources.ts';
import { territoriesOf, type Territories } from './territories.ts';

/** The bank as the API reads it: one asynchronous repository per noun. */
export interface Repositories {
	readonly territories: Territories;
	readonly localities: Localities;
	readonly indicators: Indicators;
	readonly sectors: Sectors;
	readonly potentials: Potentials;
	readonly cooperatives: Cooperatives;
	readonly projects: Projects;
	readonly sources: Sources;
	/** The connection itself, for a builder or a migration. */
	readonly connection: Bank;
	/** Closes the connection; nothing can be read afterwards. */
	close(): Promise<void>;
}

/** The built, read-only bank of a release; throws when the file is missing. */
export function openBuiltBank(path: string): Repositories {
	return repositories(connect(new Database(path, { readonly: true, fileMustExist: true })));
}

/** A writable bank at the newest schema: a file that is created when missing, or `:memory:`. */
export async function openBank(path: string): Promise<Repositories> {
	const database = new Database(path);
	// FULL, because NORMAL loses acknowledged commits in a power cut and still costs only 0.15 ms a commit here.
	database.pragma('journal_mode = WAL');
	database.pragma('synchronous = FULL');
	const bank = connect(database);
	await migrate(bank, MIGRATIONS);
	return repositories(bank);
}

/** A typed connection over an open SQLite database. */
export function connect(database: Database.Database): Bank {
	return new Kysely<BankTables>({ dialect: new SqliteDialect({ database }) });
}

function repositories(bank: Bank): Repositories {
	return {
		territories: territoriesOf(bank),
		localities: localitiesOf(bank),
		indicators: indicatorsOf(bank),
		sectors: sectorsOf(bank),
		potentials: potentialsOf(bank),
		cooperatives: cooperativesOf(bank),
		projects: projectsOf(bank),
		sources: sourcesOf(bank),
		connection: bank,
		close: () => bank.destroy()
	};
}
