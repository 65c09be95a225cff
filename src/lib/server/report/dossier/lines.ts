import { modelWith } from '#lib/core/finance/model-with.ts';
import type { Figure } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Cell } from './blocks.ts';
import { exact, money, type Telling } from './telling.ts';

/** A number of a line: as it stands in the case, and as shipped; the figure says what it rests on, null for a plain number. */
interface LineNumber {
	readonly id: string;
	readonly value: number;
	readonly shipped: number;
	readonly figure: Figure | null;
}

/** A line of a model as the dossier prints it. */
export interface Line {
	readonly name: Text;
	/** Who does or sells it; empty when it does not matter. */
	readonly who: string;
	readonly quantity: LineNumber | null;
	readonly unit: Text | null;
	readonly price: LineNumber;
	readonly lifeYears: number | null;
	/** MAD, at full capacity. */
	readonly amount: number;
}

/** Lines of a model by their group. */
export type Lines = Readonly<Record<'capex' | 'revenue' | 'variable' | 'labour' | 'fixed', readonly Line[]>>;

/** Every line of the case, in the order of the model, with the numbers that the holder changed in their place. */
export function linesOf({ dossier, words }: Telling): Lines {
	const { model, values } = dossier;
	const current = modelWith(model, values);
	const { t } = words;
	const priceOf = (group: 'labour' | 'fixed', index: number, who: string): Line => {
		const [line, shipped] = [current[group][index]!, model[group][index]!];
		const price = numberOf(`${group}.${index}.cost`, line.cost.value, shipped.cost);
		return { name: line.item, who, quantity: null, unit: null, price, lifeYears: null, amount: line.cost.value };
	};
	return {
		capex: current.capex.map((line, index) => ({
			...counted('capex', index, line, model.capex[index]!),
			who: '',
			lifeYears: line.lifeYears
		})),
		revenue: current.revenue.map((line, index) => revenueLine(line, model.revenue[index]!, index)),
		variable: current.variable.map((line, index) => ({
			...counted('variable', index, line, model.variable[index]!),
			who: line.member === null ? '' : t(`dossier.lines.variable.${line.member}`),
			lifeYears: null
		})),
		labour: current.labour.map(({ member }, index) => priceOf('labour', index, member ? t('dossier.lines.labour.member') : '')),
		fixed: current.fixed.map((_, index) => priceOf('fixed', index, ''))
	};
}

const numberOf = (id: string, value: number, figure: Figure): LineNumber => ({ id, value, shipped: figure.value, figure });

type Counted = EconomicModel['capex'][number] | EconomicModel['variable'][number];

function counted(group: 'capex' | 'variable', index: number, line: Counted, shipped: Counted): Omit<Line, 'who' | 'lifeYears'> {
	return {
		name: line.item,
		quantity: { id: `${group}.${index}.quantity`, value: line.quantity, shipped: shipped.quantity, figure: null },
		unit: line.quantityUnit,
		price: numberOf(`${group}.${index}.cost`, line.cost.value, shipped.cost),
		amount: line.quantity * line.cost.value
	};
}

function revenueLine(line: EconomicModel['revenue'][number], shipped: EconomicModel['revenue'][number], index: number): Line {
	return {
		name: line.item,
		who: '',
		quantity: numberOf(`revenue.${index}.quantity`, line.quantity.value, shipped.quantity),
		unit: line.quantity.unit,
		price: numberOf(`revenue.${index}.price`, line.price.value, shipped.price),
		lifeYears: null,
		amount: line.quantity.value * line.price.value
	};
}

const isChanged = ({ dossier: { values } }: Telling, { id }: LineNumber): boolean => values[id] !== undefined;

/** Name, quantity with its unit, price and amount of a line; a changed number is marked, and its note says what the model has. */
export function lineCells(telling: Telling, { name, who, quantity, unit, price, amount }: Line): Cell[] {
	const { words } = telling;
	const note = (number: LineNumber): { isEdited: boolean; note: string } =>
		isChanged(telling, number)
			? { isEdited: true, note: words.t('dossier.edited', { value: exact(words, number.shipped) }) }
			: { isEdited: false, note: '' };
	const count = quantity === null ? '' : unit === null ? exact(words, quantity.value) : withUnit(telling, quantity.value, words.of(unit));
	return [
		{ text: words.of(name), note: who },
		{ text: count, ...(quantity === null ? {} : note(quantity)) },
		quantity === null ? { text: '' } : { text: exact(words, price.value), ...note(price) },
		{ text: money(words, amount), ...(quantity === null ? note(price) : {}) }
	];
}

const withUnit = ({ words }: Telling, value: number, unit: string): string =>
	words.t('quantity.unit', { value: exact(words, value), unit });

/** What a line rests on: the status and year of each of its figures, and their sources. A changed figure is the holder's own. */
export function basisCell(telling: Telling, { quantity, price }: Line): Cell {
	const { words, refs } = telling;
	const figures = [quantity, price].flatMap((number) => {
		if (number === null || number.figure === null) return [];
		const isOwn = isChanged(telling, number);
		const said = isOwn ? words.t('dossier.status.own') : statusText(telling, number.figure);
		return [{ said, sources: isOwn ? [] : number.figure.sources }];
	});
	const said = figures.map((figure) => figure.said);
	const sources = figures.flatMap((figure) => figure.sources);
	return { text: [...new Set(said)].join(' × '), refs: refs([...new Set(sources)]) };
}

/** «sourced 2024», or the status alone for a figure without a year. */
export const statusText = ({ words }: Telling, { status, year }: Figure): string =>
	[words.t(`figure.${status}`), ...(year === null ? [] : [String(year)])].join(' ');
