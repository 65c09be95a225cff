import type { State } from '#lib/core/cartography/scene.ts';
import type { Typology } from '#lib/core/scoring/typology.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Language } from '#lib/core/text/text.ts';

/** Lines over the sources, in their order. */
export const ABOUT = ['title', 'level', 'rows', 'release', 'data', 'method', 'date', 'permalink'] as const;
export type About = (typeof ABOUT)[number];

/** Columns of the table of sources, in their order. */
export const SOURCE_COLUMNS = ['field', 'variable', 'column', 'unit', 'year', 'source', 'licence', 'note'] as const;
export type SourceColumn = (typeof SOURCE_COLUMNS)[number];

/** Columns that every row has beside its figures, in their order. */
export const IDENTITY = ['code', 'parent', 'name_ar', 'name_fr', 'name_en'] as const;
export type Identity = (typeof IDENTITY)[number];

/** What can stand beside a figure: why there is none; its year and its source. */
export type Aside = 'status' | 'year' | 'source';

/** Words of an export in one language. */
export interface ExportLabels {
	readonly language: Language;
	readonly identity: Readonly<Record<Identity, string>>;
	readonly aside: Readonly<Record<Aside, string>>;
	readonly sheets: { readonly data: string; readonly sources: string };
	readonly about: Readonly<Record<About, string>>;
	readonly sourceColumns: Readonly<Record<SourceColumn, string>>;
	/** What the product is and is not. */
	readonly statement: string;
	/** Credit of the shapes, and what they are not. */
	readonly geometry: { readonly credit: string; readonly licence: string; readonly note: string | null };
	/** Said of a column that the reader brought along. */
	readonly own: string;
	level(level: Level): string;
	state(state: State): string;
	type(type: Typology): string;
	licence(id: string): string;
	/** Said where nobody states a licence. */
	readonly noLicence: string;
}
