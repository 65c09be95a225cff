import { Migrator } from 'kysely/migration';
import { MIGRATIONS } from './migrations/all.ts';
import type { Bank } from './schema.ts';

/** Brings `bank` to the newest schema; throws the first failure with the name of its migration. */
export async function migrate(bank: Bank): Promise<void> {
	const migrator = new Migrator({ db: bank, provider: { getMigrations: async () => MIGRATIONS } });
	const { error, results } = await migrator.migrateToLatest();
	const failed = results?.find((result) => result.status === 'Error');
	if (failed) throw new Error(`migration ${failed.migrationName} failed`, { cause: error });
	if (error) throw error;
}
