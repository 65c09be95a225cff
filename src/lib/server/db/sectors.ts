import type { ModelTitle } from '#lib/core/release/records.ts';
import type { Branch, Chain, ChainType } from '#lib/core/sector/chain.ts';
import type { Bank } from './schema.ts';
import { textOf } from './texts.ts';

/** Branches of ODCO's nomenclature, the value chains under them, and the economic models that fit a chain. */
export interface Sectors {
	/** Every branch, in the order of the nomenclature, with or without chains. */
	branches(): Promise<Branch[]>;
	/** Every value chain, in the order of the fact tables. */
	chains(): Promise<Chain[]>;
	/** Every economic model by title. */
	models(): Promise<ModelTitle[]>;
}

/** The sectors of `bank`. */
export function sectorsOf(bank: Bank): Sectors {
	return {
		async branches() {
			const rows = await bank.selectFrom('branch').selectAll().orderBy('position').execute();
			return rows.map((row) => ({ code: row.code, name: textOf(row.name_ar, row.name_fr, row.name_en) }));
		},
		async chains() {
			const rows = await bank.selectFrom('chain').selectAll().orderBy('position').execute();
			const links = await bank.selectFrom('chain_model').selectAll().orderBy('chain').orderBy('position').execute();
			return rows.map((row) => ({
				id: row.id,
				branch: row.branch,
				type: row.type as ChainType,
				name: textOf(row.name_ar, row.name_fr, row.name_en),
				models: links.filter((link) => link.chain === row.id).map((link) => link.model)
			}));
		},
		async models() {
			const rows = await bank.selectFrom('model').selectAll().orderBy('position').execute();
			return rows.map((row) => ({ id: row.id, name: textOf(row.name_ar, row.name_fr, row.name_en), grade: row.grade }));
		}
	};
}
