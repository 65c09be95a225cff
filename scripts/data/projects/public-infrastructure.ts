import { byKey, rowsOf } from '../rows.ts';
import { FOLDERS } from '../sources.ts';
import type { RawModel } from './economic-models.ts';

/** Ids of the models that stand on public money. Throws on a model nobody knows, and where the models print another share that a grant must pay. */
export function readPublicInfrastructure(root: string, models: readonly RawModel[]): ReadonlySet<string> {
	const rows = byKey(rowsOf(root, `${FOLDERS.projectRules}/public_infrastructure.csv`), 'model');
	for (const [id, row] of rows) {
		const model = models.find((known) => known.id === id) ?? row.fail(`«model» is unknown: ${id}.`);
		const printed = model.results.switching.grant_share_npv0;
		const share = row.number('grant_share_npv0');
		if (share !== printed) row.fail(`«grant_share_npv0» is ${share}, the models print ${printed}.`);
	}
	return new Set(rows.keys());
}
