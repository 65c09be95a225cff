import { join } from 'node:path';
import type { ActivityWord, BranchChain, BranchWord } from '#lib/core/register/chain.ts';
import { rowsOf } from '../data/rows.ts';

/** The words by which a register is read, as `chainIndex` takes them. */
export interface RegisterWords {
	readonly activityWords: readonly ActivityWord[];
	readonly branchWords: readonly BranchWord[];
	readonly branchChains: readonly BranchChain[];
}

const FOLDER = 'bank/register/2026';

/** The tables of `bank/register` under `root` (the `data` of the checkout). Throws a sentence that names file, row and value. */
export function readRegisterWords(root: string): RegisterWords {
	const rows = (table: string) => rowsOf(root, join(FOLDER, table));
	return {
		activityWords: rows('activity_words.csv').map((row) => ({ chain: row.text('chain'), word: row.text('word') })),
		branchWords: rows('branch_words.csv').map((row) => ({ branch: row.text('branch'), word: row.text('word') })),
		branchChains: rows('branch_chains.csv').map((row) => {
			const alone = row.text('alone');
			if (alone !== 'yes' && alone !== 'no') return row.fail(`«alone» is neither yes nor no: ${alone}.`);
			return { branch: row.text('branch'), chain: row.text('chain'), alone };
		})
	};
}
