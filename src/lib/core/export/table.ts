import type { State } from '#lib/core/cartography/scene.ts';
import type { Variable } from '#lib/core/cartography/style/variable.ts';
import type { Typology } from '#lib/core/scoring/typology.ts';
import type { Level, Territory } from '#lib/core/territory/territory.ts';
import { LANGUAGES, type Language, type Text } from '#lib/core/text/text.ts';

/** One variable as it leaves: its figures, and what must be said beside them. */
export interface ExportColumn {
	/** Id of the variable, `indicator:unemployment_rate`. */
	readonly id: string;
	readonly title: Text;
	readonly unit: Text;
	/** Null when the figures have no single year. */
	readonly year: string | null;
	/** Credit line of the source, or what computed it. */
	readonly credit: Text;
	/** SPDX or `LicenseRef-` ids, one per source; empty where nobody states one. */
	readonly licences: readonly string[];
	/** A caution that belongs to every figure of it (proxy, assumed, inherited); null for none. */
	readonly note: Text | null;
	/** True for a column that the reader brought along: it leaves only when asked for. */
	readonly isOwn: boolean;
	/** One per row in the unit told, NaN where unknown. */
	readonly values: Float64Array;
	/** A type per row where the column tells types; null where it tells numbers. */
	readonly types: readonly (Typology | null)[] | null;
	/** Why a row has no figure, null where it has one; null where there is only one reason. */
	readonly states: readonly (State | null)[] | null;
	/** Decimals that are shown; the figures themselves leave in full. */
	readonly decimals: number;
}

/** What every format writes: rows of one level with their columns, and where all of it comes from. */
export interface ExportTable {
	readonly title: Text;
	readonly level: Level;
	readonly codes: readonly string[];
	readonly names: readonly Text[];
	/** Code of the territory one level up; null for a region. */
	readonly parents: readonly (string | null)[];
	readonly columns: readonly ExportColumn[];
	readonly release: { readonly id: string; readonly data: string; readonly method: string };
	/** ISO day of the export. */
	readonly date: string;
	/** Where the same view is found again. */
	readonly permalink: string;
}

/** What an export table is made from; its variables have one value per territory, in their order. */
export interface ExportQuestion {
	readonly level: Level;
	readonly territories: readonly Pick<Territory, 'code' | 'name' | 'parent'>[];
	readonly variables: readonly (Variable & { readonly licences: readonly string[]; readonly isOwn: boolean })[];
	/** Codes that become rows; null for all. Unknown codes are left out. */
	readonly only: ReadonlySet<string> | null;
	/** True takes the columns that the reader brought along; they stay behind otherwise. */
	readonly withOwn: boolean;
	readonly release: ExportTable['release'];
	readonly date: string;
	readonly permalink: string;
}

/** The rows and columns that were asked for, each variable once, in the order of the territories. Throws on a variable of another level. */
export function exportTable({ level, territories, variables, only, withOwn, release, date, permalink }: ExportQuestion): ExportTable {
	const rows = territories.flatMap(({ code }, index) => (only === null || only.has(code) ? [index] : []));
	const wanted = variables.filter(
		({ id, isOwn }, index) => (withOwn || !isOwn) && variables.findIndex((variable) => variable.id === id) === index
	);
	const foreign = wanted.find(({ values }) => values.length !== territories.length);
	if (foreign) throw new Error(`${foreign.id} has ${foreign.values.length} values for ${territories.length} territories.`);
	return {
		title: titleOf(wanted.map(({ title }) => title)),
		level,
		codes: rows.map((row) => territories[row]!.code),
		names: rows.map((row) => territories[row]!.name),
		parents: rows.map((row) => territories[row]!.parent),
		columns: wanted.map((variable) => columnOf(variable, rows)),
		release,
		date,
		permalink
	};
}

/** A title names the first columns only: a file of thirty has no title of thirty parts. */
const NAMED = 3;

function titleOf(titles: readonly Text[]): Text {
	const inLanguage = (language: Language): string => {
		const named = titles.slice(0, NAMED).map((title) => title[language]);
		return [...named, ...(titles.length > NAMED ? ['…'] : [])].join(' · ');
	};
	return Object.fromEntries(LANGUAGES.map((language) => [language, inLanguage(language)])) as Record<Language, string>;
}

function columnOf(variable: ExportQuestion['variables'][number], rows: readonly number[]): ExportColumn {
	const { id, title, unit, year, credit, note, decimals, licences, isOwn, states } = variable;
	const stateAt = (row: number): State => variable.stateOf?.(row) ?? states[0];
	const { types = null } = variable;
	const isUnknown = (row: number): boolean => (types ? (types[row] ?? null) === null : !Number.isFinite(variable.values[row]));
	return {
		...{ id, title, unit, year, credit, licences, note, isOwn, decimals },
		values: Float64Array.from(rows, (row) => variable.values[row]!),
		types: types && rows.map((row) => types[row] ?? null),
		states: states.length > 1 ? rows.map((row) => (isUnknown(row) ? stateAt(row) : null)) : null
	};
}

/** How many cells of the columns hold no figure. */
export function unknownCells({ columns }: Pick<ExportTable, 'columns'>): number {
	let count = 0;
	for (const { values, types } of columns) {
		if (types) count += types.filter((type) => type === null).length;
		else for (const value of values) if (!Number.isFinite(value)) count++;
	}
	return count;
}
