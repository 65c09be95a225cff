import type { ExistingProject } from '#lib/core/release/records.ts';
import type { Bank } from './schema.ts';
import { textOf, textOrNull } from './texts.ts';

/** Projects and programme totals named in public sources. */
export interface Projects {
	/** Those of one territory, or all, in the order of the fact tables. */
	list(territory?: string): Promise<ExistingProject[]>;
}

/** The projects of `bank`. */
export function projectsOf(bank: Bank): Projects {
	return {
		async list(territory) {
			let query = bank.selectFrom('project').selectAll().orderBy('position');
			if (territory !== undefined) query = query.where('territory', '=', territory);
			return (await query.execute()).map((row) => ({
				id: row.id,
				kind: row.kind,
				name: textOf(row.name_ar, row.name_fr, row.name_en),
				territory: row.territory,
				commune: row.commune,
				amountMad: row.amount_mad,
				projectsCount: row.projects_count,
				beneficiaries: textOrNull(row.beneficiaries_ar, row.beneficiaries_fr, row.beneficiaries_en),
				period: row.period,
				source: row.source
			}));
		}
	};
}
