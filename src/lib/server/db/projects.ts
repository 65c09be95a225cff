import type { ExistingProject } from '#lib/core/release/records.ts';
import type { Bank, ProjectRow } from './schema.ts';
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
			return (await query.execute()).map(parseProject);
		}
	};
}

/** A bank built before migration 0002 has no column of it: what it says there is unknown. */
const parseProject = (row: ProjectRow): ExistingProject => ({
	id: row.id,
	kind: row.kind,
	name: textOf(row.name_ar, row.name_fr, row.name_en),
	programme: row.programme ?? null,
	territory: row.territory,
	commune: row.commune,
	amountMad: row.amount_mad,
	indhAmountMad: row.indh_amount_mad ?? null,
	areaM2: row.area_m2 ?? null,
	projectsCount: row.projects_count,
	beneficiaries: textOrNull(row.beneficiaries_ar, row.beneficiaries_fr, row.beneficiaries_en),
	period: row.period,
	partners: textOrNull(row.partners_ar ?? null, row.partners_fr ?? null, row.partners_en ?? null),
	source: row.source
});
