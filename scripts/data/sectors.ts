import { evidenceGrade } from '#lib/core/project/grade.ts';
import type { ModelTitle } from '#lib/core/release/records.ts';
import type { Branch, Chain } from '#lib/core/sector/chain.ts';
import { readRules } from './projects/rules.ts';
import { rowsOf, textsOf, type Row } from './rows.ts';
import { FOLDERS } from './sources.ts';

/** The branches of ODCO's nomenclature, as its tables order them. */
export function readBranches(root: string): Branch[] {
	return rowsOf(root, `${FOLDERS.sectors}/sectors.csv`).map((row) => ({ code: row.text('code'), name: textsOf(row) }));
}

/** The value chains. Throws on an unknown branch, type or model. */
export function readChains(root: string, branches: readonly Branch[], models: readonly ModelTitle[]): Chain[] {
	const known = new Set(branches.map(({ code }) => code));
	const modelIds = new Set(models.map(({ id }) => id));
	return rowsOf(root, `${FOLDERS.sectors}/value_chains.csv`).map((row) => {
		const branch = row.text('odco_branch');
		if (!known.has(branch)) row.fail(`«odco_branch» is no branch: ${branch}.`);
		const type = row.text('type');
		if (type !== 'resource' && type !== 'local-market') return row.fail(`«type» is neither resource nor local-market: ${type}.`);
		const ids = row.optional('models')?.split(';') ?? [];
		for (const id of ids) if (!modelIds.has(id)) row.fail(`«models» names an unknown model: ${id}.`);
		return { id: row.text('id'), branch, type, name: namesOf(row), models: ids };
	});
}

/** Titles and grades of the economic models. The grade printed in the table is not used: it gives argan oil (.33) a C. */
export function readModels(root: string): ModelTitle[] {
	const { grades } = readRules(root);
	return rowsOf(root, `${FOLDERS.models}/economic_models_summary.csv`).map((row) => ({
		id: row.text('id'),
		name: namesOf(row),
		grade: evidenceGrade(row.number('critical_anchored'), row.number('value_share_sourced'), grades)
	}));
}

const namesOf = (row: Row) => ({ ar: row.text('name_ar'), fr: row.text('name_fr'), en: row.text('name_en') });
