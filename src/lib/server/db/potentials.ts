import type { Evidence } from '#lib/core/potential/evidence.ts';
import type { Bank, EvidenceRow } from './schema.ts';
import { textOf, textOrNull } from './texts.ts';

/** Which evidence to list; every filter left out lets all pass. */
export interface EvidenceFilter {
	readonly territory?: string | undefined;
	readonly chain?: string | undefined;
}

/** Documented potentials (مؤهلات). */
export interface Potentials {
	/** Evidence that passes the filter, in the order of the fact tables; a piece that speaks for two chains comes twice. */
	list(filter?: EvidenceFilter): Promise<Evidence[]>;
}

/** The potentials of `bank`. */
export function potentialsOf(bank: Bank): Potentials {
	return {
		async list({ territory, chain } = {}) {
			let query = bank.selectFrom('evidence').selectAll().orderBy('position');
			if (territory !== undefined) query = query.where('territory', '=', territory);
			if (chain !== undefined) query = query.where('chain', '=', chain);
			return (await query.execute()).map(parseEvidence);
		}
	};
}

const parseEvidence = (row: EvidenceRow): Evidence => ({
	id: row.id,
	territory: row.territory,
	product: textOf(row.product_ar, row.product_fr, row.product_en),
	kind: row.kind as Evidence['kind'],
	scope: row.scope as Evidence['scope'],
	basis: row.basis as Evidence['basis'],
	chain: row.chain,
	value: row.value,
	unit: textOrNull(row.unit_ar, row.unit_fr, row.unit_en),
	year: row.year,
	source: { title: row.source_title, url: row.source_url }
});
