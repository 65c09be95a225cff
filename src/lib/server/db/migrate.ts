import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

/**
 * Brings a database through `migrations` to the newest schema; throws the first failure with the name of its migration, and one sentence
 * about a database that has seen a migration this version does not know.
 */
export async function migrate<T>(db: Kysely<T>, migrations: Readonly<Record<string, Migration>>): Promise<void> {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error, results } = await migrator.migrateToLatest();
	const failed = results?.find((result) => result.status === 'Error');
	if (failed) throw new Error(`migration ${failed.migrationName} failed`, { cause: error });
	const [, unknown] = /previously executed migration (\S+) is missing/.exec(error instanceof Error ? error.message : '') ?? [];
	if (unknown)
		throw new Error(`A newer version has written this database: it knows «${unknown}», which this one does not.`, { cause: error });
	if (error) throw error;
}
