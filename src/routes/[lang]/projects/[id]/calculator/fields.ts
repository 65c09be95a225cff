import type { Parameter } from '#lib/core/finance/case.ts';
import { parametersOf, type SingleParameter } from '#lib/core/finance/parameters.ts';
import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { Figure } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Language, Text } from '#lib/core/text/text.ts';
import { readNumber, writeNumber } from './number-text.ts';

/** Groups of the form, in their order. */
export const FIELD_GROUPS = ['revenue', 'variable', 'labour', 'fixed', 'capex', 'group', 'funding'] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** What of a line a field sets, or which single parameter it is. */
export type FieldSubject = 'quantity' | 'price' | 'cost' | SingleParameter;

/** One parameter as a form shows it. */
export interface Field extends Parameter {
	readonly group: FieldGroup;
	readonly subject: FieldSubject;
	/** The line it belongs to; null for a single parameter. */
	readonly item: Text | null;
	/** Null for a single parameter, whose unit is its subject's. */
	readonly unit: Text | null;
	/** What the value rests on; null where the model gives a number without a status. */
	readonly figure: Figure | null;
	/** True for a share or a rate, which is shown in percent. */
	readonly isPercent: boolean;
	readonly isWhole: boolean;
}

/** The fields of one line of the model, or of one single parameter. */
export interface FieldLine {
	readonly id: string;
	readonly item: Text | null;
	readonly fields: readonly Field[];
}

const SINGLES: Readonly<Record<SingleParameter, { readonly group: FieldGroup; readonly shown: 'whole' | 'percent' }>> = {
	members: { group: 'group', shown: 'whole' },
	workingCapitalDays: { group: 'group', shown: 'whole' },
	grantShare: { group: 'funding', shown: 'percent' },
	ownShare: { group: 'funding', shown: 'percent' },
	loanRate: { group: 'funding', shown: 'percent' },
	loanYears: { group: 'funding', shown: 'whole' },
	graceYears: { group: 'funding', shown: 'whole' },
	discountRate: { group: 'funding', shown: 'percent' }
};

const isSingle = (id: string): id is SingleParameter => id in SINGLES;

/** What the lines of a model have, whichever group they are of. */
interface AnyLine {
	readonly item: Text;
	readonly quantity?: number | Figure;
	readonly quantityUnit?: Text;
	readonly price?: Figure;
	readonly cost?: Figure;
}
type LineGroup = Exclude<FieldGroup, 'group' | 'funding'>;

function lineField(parameter: Parameter, model: EconomicModel): Field {
	const [group, index, subject] = parameter.id.split('.') as [LineGroup, string, 'quantity' | 'price' | 'cost'];
	const line: AnyLine = model[group][Number(index)]!;
	// The bare quantity of something bought or used is a number without a status.
	const number = line[subject];
	const figure = typeof number === 'object' ? number : null;
	const unit = figure?.unit ?? line.quantityUnit ?? null;
	return { ...parameter, group, subject, item: line.item, unit, figure, isPercent: false, isWhole: false };
}

function singleField(parameter: Parameter, id: SingleParameter, shared: SharedFigures): Field {
	const { group, shown } = SINGLES[id];
	const figure = id === 'discountRate' || id === 'loanRate' ? shared[id] : null;
	return { ...parameter, group, subject: id, item: null, unit: null, figure, isPercent: shown === 'percent', isWhole: shown === 'whole' };
}

/** Every field of a model in the order of the form. */
export function fieldsOf(model: EconomicModel, shared: SharedFigures): Field[] {
	const fields = parametersOf(model, shared).map((parameter) =>
		isSingle(parameter.id) ? singleField(parameter, parameter.id, shared) : lineField(parameter, model)
	);
	const order = Object.keys(SINGLES);
	const place = ({ group, id }: Field): number => 100 * FIELD_GROUPS.indexOf(group) + (isSingle(id) ? order.indexOf(id) : 0);
	return fields.sort((a, b) => place(a) - place(b));
}

/** Fields of one group by their line; a single parameter is a line of its own. */
export function linesOf(fields: readonly Field[]): FieldLine[] {
	const byLine = Map.groupBy(fields, ({ id }) => id.split('.').slice(0, 2).join('.'));
	return [...byLine].map(([id, own]) => ({ id, item: own[0]!.item, fields: own }));
}

/** Digits after the mark that a field shows: hundredths of a percent, and of what is large. */
const decimalsOf = ({ isPercent, isWhole }: Field, shown: number): number => {
	if (isWhole) return 0;
	return isPercent || Math.abs(shown) >= 100 ? 2 : 4;
};

/** A value as its field shows it: `5,22` for a rate of 0.0522. */
export function shownValue(field: Field, value: number, language: Language): string {
	const shown = field.isPercent ? 100 * value : value;
	return writeNumber(shown, language, decimalsOf(field, shown));
}

/**
 * What somebody typed into a field; null when it is no number. What shows exactly a known value is that value, so that a
 * field that nobody touched changes nothing by its rounding.
 */
export function typedValue(field: Field, text: string, language: Language, current: number = field.value): number | null {
	const trimmed = text.trim();
	const known = [current, field.value].find((value) => shownValue(field, value, language) === trimmed);
	if (known !== undefined) return known;
	const number = readNumber(text, language);
	if (number === null) return null;
	if (field.isWhole) return Math.round(number);
	return field.isPercent ? Number((number / 100).toFixed(9)) : number;
}

/** How far an arrow key moves a field: a hundredth of its range, as 1, 2 or 5 times a power of ten. */
export function stepOf({ low, high, isWhole }: Pick<Field, 'low' | 'high' | 'isWhole'>): number {
	const least = isWhole ? 1 : 0;
	const rough = (high - low) / 100;
	if (rough <= 0) return 1;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * 0.999) ?? power;
	return Math.max(least, step);
}

/** Positions of a slider, from one end of the range to the other. */
export const SLIDER_POSITIONS = 200;

/** Where the slider of a field stands for a value. */
export const positionOf = ({ low, high }: Pick<Field, 'low' | 'high'>, value: number): number =>
	high === low ? 0 : Math.round((SLIDER_POSITIONS * (Math.min(high, Math.max(low, value)) - low)) / (high - low));

/** The round value at a position of the slider, inside the range; the value of the model where they meet. */
export function valueAt(field: Field, position: number): number {
	const { low, high, value } = field;
	if (position <= 0) return low;
	if (position >= SLIDER_POSITIONS) return high;
	if (position === positionOf(field, value)) return value;
	return settled(field, low + ((high - low) * position) / SLIDER_POSITIONS);
}

/** A value some steps away, round and inside the range. */
export const stepped = (field: Field, from: number, steps: number): number => settled(field, from + steps * stepOf(field));

function settled(field: Field, value: number): number {
	const step = stepOf(field);
	const round = Number((Math.round(value / step) * step).toFixed(9));
	return Math.min(field.high, Math.max(field.low, round));
}
