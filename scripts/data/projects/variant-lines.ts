import type { Figure } from '#lib/core/project/figure.ts';
import type { ModelLines } from '#lib/core/project/grade.ts';
import type { CapexLine, FixedLine, LabourLine, RevenueLine, VariableLine } from '#lib/core/project/model.ts';
import type { Text } from '#lib/core/text/text.ts';
import { textsOf, type Row } from '../rows.ts';
import type { RawFigure, RawModel } from './economic-models.ts';
import { figureOf, type FigureContext } from './figures.ts';
import type { LineContext } from './lines.ts';

/** A line of a variant: its row, and the line of the base model it changes, where there is one. */
interface Change<Raw> {
	readonly row: Row;
	readonly base: Raw | null;
	readonly context: FigureContext;
}

/**
 * The lines of a variant: those of its base model that its rows name, changed as they say, and new ones. An empty cell keeps
 * what the base line says; a line that no row names is dropped. Every changed number becomes «assumed» and carries a note.
 */
export function variantLines(rows: readonly Row[], base: RawModel, context: LineContext): ModelLines {
	const groups = Map.groupBy(rows, (row) => row.text('group'));
	const changes = <Raw>(group: string, lines: readonly Raw[], nameOf: (line: Raw) => string): Change<Raw>[] =>
		(groups.get(group) ?? []).map((row) => ({ row, base: baseLine(row, lines, nameOf), context }));
	return {
		capex: changes('capex', base.capex, ({ item }) => item).map(capexLine),
		revenue: changes('revenue', base.revenue, ({ item }) => item).map(revenueLine),
		variable: changes('variable', base.variable, ({ item }) => item).map((change) => variableLine(change, (item) => context.daysPerUnit(base.id, item))),
		labour: changes('labour', base.labour, ({ role }) => role).map(labourLine),
		fixed: changes('fixed', base.fixed, ({ item }) => item).map(fixedLine)
	};
}

function baseLine<Raw>(row: Row, lines: readonly Raw[], nameOf: (line: Raw) => string): Raw | null {
	const name = row.optional('base_line');
	if (name === null) return null;
	return lines.find((line) => nameOf(line) === name) ?? row.fail(`«base_line» is no line of the base model: ${name}.`);
}

function capexLine({ row, base, context }: Change<RawModel['capex'][number]>): CapexLine {
	const quantity = numberOf(row, 'quantity', base?.qty);
	return {
		item: itemOf(row, base?.item, context),
		quantity,
		quantityUnit: unitOf(row, base?.unit, context),
		lifeYears: numberOf(row, 'life_years', base?.life),
		grantable: isYes(row, 'grantable', base?.grantable),
		cost: costOf(row, base?.cost, context, quantity !== base?.qty)
	};
}

function revenueLine({ row, base, context }: Change<RawModel['revenue'][number]>): RevenueLine {
	const value = numberOf(row, 'quantity', base?.qty.v);
	const isKept = base !== null && value === base.qty.v;
	return {
		item: itemOf(row, base?.item, context),
		quantity: isKept ? figureOf(base.qty, context, placeOf(row)) : assumed(row, value, unitOf(row, base?.qty.unit, context), { low: null, high: null }),
		price: costOf(row, base?.price, context, false)
	};
}

/** Days of a unit are those of the base line as long as it is counted in the same unit. */
function variableLine({ row, base, context }: Change<RawModel['variable'][number]>, daysPerUnit: (item: string) => number | null): VariableLine {
	const quantity = numberOf(row, 'quantity', base?.qty);
	return {
		item: itemOf(row, base?.item, context),
		quantity,
		quantityUnit: unitOf(row, base?.unit, context),
		member: shareOfMembers(row, base?.member ?? null),
		daysPerUnit: base && row.optional('unit') === null ? daysPerUnit(base.item) : null,
		cost: costOf(row, base?.cost, context, quantity !== base?.qty)
	};
}

function shareOfMembers(row: Row, base: VariableLine['member']): VariableLine['member'] {
	const member = row.optional('member');
	if (member === null) return base;
	return member === 'purchase' || member === 'labour' ? member : row.fail(`«member» is neither purchase nor labour: ${member}.`);
}

/** Days are those of the row; those of the base line hold only for the pay of the base line. */
function labourLine({ row, base, context }: Change<RawModel['labour'][number]>): LabourLine {
	const baseDays = isChanged(row, base?.cost) ? null : (base?.days ?? null);
	return {
		item: itemOf(row, base?.role, context),
		member: isYes(row, 'member', base?.member),
		days: row.optionalNumber('days') ?? baseDays,
		cost: costOf(row, base?.cost, context, false)
	};
}

const fixedLine = ({ row, base, context }: Change<RawModel['fixed'][number]>): FixedLine => ({
	item: itemOf(row, base?.item, context),
	cost: costOf(row, base?.cost, context, false)
});

/**
 * The cost or price of a line. As in the base model when neither it nor the quantity changed; when only the quantity did, the
 * base figure with its range and sources, but assumed: nobody has seen that price at this scale.
 */
function costOf(row: Row, base: RawFigure | undefined, context: FigureContext, isScaled: boolean): Figure {
	if (base && !isChanged(row, base)) {
		const kept = figureOf(base, context, placeOf(row));
		return isScaled ? { ...kept, status: 'assumed', note: noteOf(row) } : kept;
	}
	const unit = row.optional('value_unit') ?? base?.unit ?? row.text('value_unit');
	return assumed(row, row.number('value'), context.textOf(placeOf(row), unit), { low: row.optionalNumber('low'), high: row.optionalNumber('high') });
}

const isChanged = (row: Row, base: RawFigure | undefined): boolean => {
	const value = row.optionalNumber('value');
	return value !== null && value !== base?.v;
};

const assumed = (row: Row, value: number, unit: Text, range: Pick<Figure, 'low' | 'high'>): Figure => ({
	value,
	...range,
	unit,
	year: null,
	status: 'assumed',
	sources: [],
	note: noteOf(row)
});

/** The number of a cell, or that of the base line; throws when neither is there. */
const numberOf = (row: Row, column: string, base: number | undefined): number => row.optionalNumber(column) ?? base ?? row.number(column);

/** Yes or no of a cell, or that of the base line; throws when neither is there. */
const isYes = (row: Row, column: string, base: boolean | undefined): boolean =>
	base !== undefined && row.optional(column) === null ? base : row.text(column) === 'yes';

/** Three texts, or the sentence of the row that none may be empty. */
const noteOf = (row: Row): Text => textsOf(row, 'note');

function itemOf(row: Row, base: string | undefined, { textOf }: FigureContext): Text {
	if (row.optional('item_en') !== null || base === undefined) return textsOf(row, 'item');
	return textOf(placeOf(row), base);
}

const unitOf = (row: Row, base: string | undefined, { textOf }: FigureContext): Text => textOf(placeOf(row), row.optional('unit') ?? base ?? row.text('unit'));

const placeOf = (row: Row): string => `variant_lines.csv ${row.text('variant')} ${row.text('group')} «${row.optional('base_line') ?? row.text('item_en')}»`;
