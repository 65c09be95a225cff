import type { Locality, LocalityBasis } from '#lib/core/territory/locality.ts';
import type { Bank, LocalityRow } from './schema.ts';
import { textOf } from './texts.ts';

/** Places that lead to a commune. */
export interface Localities {
	/** Those of some communes, or all, in the order of the fact tables. */
	list(communes?: readonly string[]): Promise<Locality[]>;
}

/** The localities of `bank`. One that was built before migration 0003 has no such table and knows none. */
export function localitiesOf(bank: Bank): Localities {
	let known: Promise<boolean> | null = null;
	const hasTable = async (): Promise<boolean> => (await bank.introspection.getTables()).some(({ name }) => name === 'locality');
	return {
		async list(communes) {
			known ??= hasTable();
			if (!(await known)) return [];
			let query = bank.selectFrom('locality').selectAll().orderBy('position');
			if (communes !== undefined) query = query.where('commune', 'in', communes);
			return (await query.execute()).map(parseLocality);
		}
	};
}

const parseLocality = (row: LocalityRow): Locality => ({
	name: textOf(row.name_ar, row.name_fr, row.name_en),
	commune: row.commune,
	basis: row.basis as LocalityBasis,
	origin: row.origin
});
