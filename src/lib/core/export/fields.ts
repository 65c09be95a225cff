import { LANGUAGES } from '#lib/core/text/text.ts';
import type { Cell } from './csv.ts';
import { IDENTITY, type Aside, type ExportLabels, type Identity } from './labels.ts';
import type { ExportColumn, ExportTable } from './table.ts';

/** One column of a file. Its name is the same in every format: letters, digits and `_`, no two alike even without case. */
export type Field = IdentityField | FigureField;

interface FieldBase {
	readonly name: string;
	readonly holds: 'text' | 'number';
	/** Null where unknown; states and types are their ids. */
	cell(row: number): Cell;
}
/** Says which territory a row is. */
export interface IdentityField extends FieldBase {
	readonly of: Identity;
	readonly column: null;
}
/** Tells a figure, or what stands beside it. */
export interface FigureField extends FieldBase {
	readonly of: 'value' | Aside;
	readonly column: ExportColumn;
}

/** Names that files of geometry keep for themselves. */
const TAKEN = ['fid', 'geom', 'id', 'ogc_fid'];

/** The columns of a file: code, names, then each variable with the reason of its gaps, and with year and source when `sourcesIn` names a language. */
export function fieldsOf(table: ExportTable, sourcesIn: ExportLabels['language'] | null = null): readonly Field[] {
	const taken = new Set([...TAKEN, ...IDENTITY]);
	return [...identityOf(table), ...table.columns.flatMap((column) => fieldsOfColumn(column, taken, sourcesIn))];
}

function identityOf({ codes, parents, names }: ExportTable): IdentityField[] {
	const text = (of: Identity, cell: (row: number) => Cell): IdentityField => ({ name: of, holds: 'text', of, column: null, cell });
	return [
		text('code', (row) => codes[row]!),
		text('parent', (row) => parents[row]!),
		...LANGUAGES.map((language) => text(`name_${language}`, (row) => names[row]![language]))
	];
}

function fieldsOfColumn(column: ExportColumn, taken: Set<string>, sourcesIn: ExportLabels['language'] | null): FigureField[] {
	const { values, types, states, year, credit } = column;
	const asides: readonly Aside[] = [...(states ? ['status' as const] : []), ...(sourcesIn ? (['year', 'source'] as const) : [])];
	const name = freeName(
		plainName(column.id),
		asides.map((aside) => `_${aside}`),
		taken
	);
	const cells: Readonly<Record<Aside, (row: number) => Cell>> = {
		status: (row) => states?.[row] ?? null,
		year: () => year,
		source: () => (sourcesIn ? credit[sourcesIn] : null)
	};
	return [
		{ name, holds: types ? 'text' : 'number', of: 'value', column, cell: (row) => (types ? types[row]! : knownOrNull(values[row]!)) },
		...asides.map((aside): FigureField => ({ name: `${name}_${aside}`, holds: 'text', of: aside, column, cell: cells[aside] }))
	];
}

const knownOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** `indicator:population@2014` → `indicator_population_2014`. */
function plainName(id: string): string {
	const plain = id.replaceAll(/\W+/g, '_').replaceAll(/^_+|_+$/g, '');
	return /^[A-Za-z]/.test(plain) ? plain : `column_${plain}`;
}

/** The name, with a number behind it where it or one of its asides is taken; takes all of them. */
function freeName(wanted: string, endings: readonly string[], taken: Set<string>): string {
	for (let number = 1; ; number++) {
		const name = number === 1 ? wanted : `${wanted}_${number}`;
		const all = ['', ...endings].map((ending) => (name + ending).toLowerCase());
		if (all.some((one) => taken.has(one))) continue;
		for (const one of all) taken.add(one);
		return name;
	}
}

/** What a field is called by a reader: «Taux de chômage (%, 2024)», and its aside behind a dash. */
export function headingOf(field: Field, labels: ExportLabels): string {
	if (field.column === null) return labels.identity[field.of];
	const { of, column } = field;
	const { language } = labels;
	if (of !== 'value') return `${column.title[language]} – ${labels.aside[of]}`;
	const said = [column.unit[language], column.year ?? ''].filter((part) => part !== '').join(language === 'ar' ? '، ' : ', ');
	return said === '' ? column.title[language] : `${column.title[language]} (${said})`;
}

/** A cell as a reader takes it: ids of states and types in words. */
export function spokenCell({ of, column, cell }: Field, row: number, labels: ExportLabels): Cell {
	if (of === 'status') {
		const state = column.states?.[row] ?? null;
		return state && labels.state(state);
	}
	const type = of === 'value' ? (column.types?.[row] ?? null) : null;
	return type === null ? cell(row) : labels.type(type);
}
