import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActivityWord, BranchChain, BranchWord, ChainTables } from '#lib/core/register/chain.ts';
import { openTable } from '../table/open-table.ts';

/** The words by which activities and branches are known. */
export type RegisterWords = Pick<ChainTables, 'activityWords' | 'branchWords' | 'branchChains'>;

/** The newest tables of words in `folder`, which holds one folder a year. Throws when there is none. */
export async function readWords(folder: string): Promise<RegisterWords> {
	const newest = (await readdir(folder))
		.filter((name) => /^\d{4}$/.test(name))
		.sort()
		.at(-1);
	if (newest === undefined) throw new Error(`There are no words of the register in ${folder}.`);
	const records = <Row>(name: string) => recordsOf(join(folder, newest, `${name}.csv`)) as Promise<Row[]>;
	return {
		activityWords: await records<ActivityWord>('activity_words'),
		branchWords: await records<BranchWord>('branch_words'),
		branchChains: await records<BranchChain>('branch_chains')
	};
}

async function recordsOf(path: string): Promise<unknown[]> {
	const table = await openTable(path);
	const records = [];
	for await (const cells of table.rows()) records.push(Object.fromEntries(table.headers.map((header, column) => [header, cells[column]])));
	return records;
}
