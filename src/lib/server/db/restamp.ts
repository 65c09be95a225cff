import Database from 'better-sqlite3';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import type { Source } from '#lib/core/indicator/indicator.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import { connect } from './open.ts';
import { cooperativeColumns, evidenceRow, sourceRow } from './rows.ts';
import type { Bank } from './schema.ts';

/** What a release has in its bank that its base has not. */
export interface BankAdditions {
	readonly sources: readonly Source[];
	/** After the rows of the base. */
	readonly evidence: readonly Evidence[];
	/** Cooperatives of the base as they read now. */
	readonly cooperatives: readonly Cooperative[];
}

/** Makes the bank at `path`, a copy of that of another release, the bank of `release`, with what it adds; all of it or nothing. */
export async function restampBank(path: string, { id, date, data, method }: Release, added: BankAdditions): Promise<void> {
	const bank = connect(new Database(path, { fileMustExist: true }));
	try {
		await bank.transaction().execute(async (transaction) => {
			await transaction.updateTable('release').set({ id, date, data, method }).execute();
			await addSources(transaction, added.sources);
			const after = await positionAfter(transaction, 'evidence');
			const rows = added.evidence.map((one, index) => evidenceRow(one, after + index));
			for (const row of rows) await transaction.insertInto('evidence').values(row).execute();
			for (const one of added.cooperatives)
				await transaction.updateTable('cooperative').set(cooperativeColumns(one)).where('id', '=', one.id).execute();
		});
	} finally {
		await bank.destroy();
	}
}

/** Adds sources after those there are; one whose id is there already is told anew in its place. */
async function addSources(bank: Bank, sources: readonly Source[]): Promise<void> {
	const after = await positionAfter(bank, 'source');
	for (const [index, source] of sources.entries()) {
		const row = sourceRow(source, after + index);
		const { position: _, ...told } = row;
		await bank
			.insertInto('source')
			.values(row)
			.onConflict((conflict) => conflict.column('id').doUpdateSet(told))
			.execute();
	}
}

async function positionAfter(bank: Bank, table: 'evidence' | 'source'): Promise<number> {
	const last = await bank
		.selectFrom(table)
		.select(({ fn }) => fn.max('position').as('position'))
		.executeTakeFirst();
	return Number(last?.position ?? -1) + 1;
}
