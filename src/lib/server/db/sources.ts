import type { Selectable } from 'kysely';
import type { Source } from '#lib/core/indicator/indicator.ts';
import type { Bank, SourceRow } from './schema.ts';
import { textOf } from './texts.ts';

/** Where figures come from. */
export interface Sources {
	/** Every source, in the order of the fact tables. */
	all(): Promise<Source[]>;
}

/** The sources of `bank`. */
export function sourcesOf(bank: Bank): Sources {
	return {
		all: async () => (await bank.selectFrom('source').selectAll().orderBy('position').execute()).map(parseSource)
	};
}

const parseSource = (row: Selectable<SourceRow>): Source => ({
	id: row.id,
	publisher: row.publisher,
	title: row.title,
	url: row.url,
	licence: row.licence,
	credit: textOf(row.credit_ar, row.credit_fr, row.credit_en)
});
