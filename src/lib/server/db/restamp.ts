import Database from 'better-sqlite3';
import type { Source } from '#lib/core/indicator/indicator.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import { connect } from './open.ts';

/** Makes the bank at `path`, a copy of that of another release, the bank of `release`, which cites one source more. */
export async function restampBank(path: string, { id, date, data, method }: Release, source: Source): Promise<void> {
	const bank = connect(new Database(path, { fileMustExist: true }));
	const { credit, ...rest } = source;
	const row = { ...rest, credit_ar: credit.ar, credit_fr: credit.fr, credit_en: credit.en };
	try {
		await bank.transaction().execute(async (transaction) => {
			await transaction.updateTable('release').set({ id, date, data, method }).execute();
			const last = await transaction
				.selectFrom('source')
				.select(({ fn }) => fn.max('position').as('position'))
				.executeTakeFirst();
			const position = Number(last?.position ?? -1) + 1;
			await transaction
				.insertInto('source')
				.values({ ...row, position })
				.onConflict((conflict) => conflict.column('id').doUpdateSet(row))
				.execute();
		});
	} finally {
		await bank.destroy();
	}
}
