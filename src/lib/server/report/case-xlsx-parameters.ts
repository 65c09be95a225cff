import type { CaseValues, ParameterId } from '#lib/core/finance/case.ts';
import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import { parametersOf, SINGLE_PARAMETERS, type SingleParameter } from '#lib/core/finance/parameters.ts';
import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { Figure } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Language, Text } from '#lib/core/text/text.ts';
import { address, formulaCell, numberCell, PERCENT_FORMAT, sheetName, textCell } from './case-xlsx-cells.ts';
import type { WorkbookCell, WorkbookSheet } from './case-xlsx-cells.ts';
import { caseFormulas } from './case-xlsx-formulas.ts';
import { CASE_COLUMNS, SECTIONS, type CaseWords, type Section } from './case-xlsx-words.ts';

/** A case with the words to write it down. */
export interface WrittenCase {
	/** As shipped, without the holder's numbers. */
	readonly model: EconomicModel;
	readonly values: CaseValues;
	readonly shared: SharedFigures;
	/** What it comes to, by `evaluate`. */
	readonly evaluation: Evaluation;
	readonly language: Language;
	readonly words: CaseWords;
}

/** What the sheet says of a parameter beside its numbers. */
interface DescribedParameter {
	readonly section: Section;
	readonly id: ParameterId;
	readonly name: string;
	readonly unit: string;
	readonly status: string;
	readonly sources: readonly string[];
}

type Describe = (section: Section, id: ParameterId, name: string) => DescribedParameter;

/** Lines of the model: a number with a figure says its status and sources, another is the size of the model. */
function describedLines({ model, language, words }: WrittenCase): DescribedParameter[] {
	const { parts, origins, statuses } = words;
	const size =
		(unit: Text): Describe =>
		(section, id, name) => ({ section, id, name, unit: unit[language], status: origins.size, sources: [] });
	const figure =
		({ unit, status, sources }: Figure): Describe =>
		(section, id, name) => ({ section, id, name, unit: unit[language], status: statuses[status], sources });
	const named = (item: Text, part: keyof CaseWords['parts']): string => `${item[language]} · ${parts[part]}`;
	return [
		...model.capex.flatMap(({ item, quantityUnit, cost }, index) => [
			size(quantityUnit)('capex', `capex.${index}.quantity`, named(item, 'quantity')),
			figure(cost)('capex', `capex.${index}.cost`, named(item, 'cost'))
		]),
		...model.revenue.flatMap(({ item, quantity, price }, index) => [
			figure(quantity)('revenue', `revenue.${index}.quantity`, named(item, 'quantity')),
			figure(price)('revenue', `revenue.${index}.price`, named(item, 'price'))
		]),
		...model.variable.flatMap(({ item, quantityUnit, cost }, index) => [
			size(quantityUnit)('variable', `variable.${index}.quantity`, named(item, 'quantity')),
			figure(cost)('variable', `variable.${index}.cost`, named(item, 'cost'))
		]),
		...model.labour.map(({ item, cost }, index) => figure(cost)('labour', `labour.${index}.cost`, item[language])),
		...model.fixed.map(({ item, cost }, index) => figure(cost)('fixed', `fixed.${index}.cost`, item[language]))
	];
}

/** What is no line: rates rest on the shared figures, the grant on its instrument, the rest on the model or the loan of reference. */
function describedTerms({ model, shared, words }: WrittenCase): DescribedParameter[] {
	const { origins, statuses } = words;
	const carried = ({ status, sources }: Figure) => ({ status: statuses[status], sources });
	const own = (status: string) => ({ status, sources: [] });
	const origin: Readonly<Record<SingleParameter, Pick<DescribedParameter, 'status' | 'sources'>>> = {
		members: own(origins.size),
		workingCapitalDays: own(origins.size),
		discountRate: carried(shared.discountRate),
		grantShare: { status: origins.reference, sources: model.grant.sources },
		ownShare: own(origins.reference),
		loanRate: carried(shared.loanRate),
		loanYears: own(origins.reference),
		graceYears: own(origins.reference)
	};
	return SINGLE_PARAMETERS.map((id) => ({ section: 'terms', id, name: words.parameters[id], unit: words.units[id], ...origin[id] }));
}

const SHARES: readonly ParameterId[] = ['discountRate', 'grantShare', 'ownShare', 'loanRate'];
const VALUE_COLUMN = 1;

/** The sheet of a case, and where the value of each parameter stands in it. */
export interface CaseSheet {
	readonly sheet: WorkbookSheet;
	readonly valueAt: (id: ParameterId) => string;
}

/**
 * Every parameter of a case with its value, that as shipped, unit, range, status and sources; the sources carry the value
 * as shipped and its range. The value cells feed the cash flow.
 */
export function caseSheet(written: WrittenCase): CaseSheet {
	const { model, values, shared, evaluation, language, words } = written;
	const parameters = new Map(parametersOf(model, shared).map((parameter) => [parameter.id, parameter]));
	const described = [...describedLines(written), ...describedTerms(written)];
	const rows: (WorkbookCell | null)[][] = [
		[textCell(`${model.id} · ${model.name[language]}`, true)],
		[textCell(words.notice)],
		CASE_COLUMNS.map((column) => textCell(words.columns[column], true))
	];
	const places = new Map<ParameterId, string>();
	for (const section of SECTIONS) {
		rows.push([textCell(words.sections[section], true)]);
		for (const parameter of described.filter((one) => one.section === section)) {
			places.set(parameter.id, address(VALUE_COLUMN, rows.length + 1));
			rows.push(rowOf(parameter));
		}
	}
	return { sheet: { name: sheetName(words.sheets.case), rows, widths: [44, 14, 14, 14, 12, 12, 22, 30] }, valueAt };

	function valueAt(id: ParameterId): string {
		const place = places.get(id);
		if (place === undefined) throw new Error(`No cell for the parameter ${id} of ${model.id}`);
		return place;
	}

	function rowOf({ id, name, unit, status, sources }: DescribedParameter): (WorkbookCell | null)[] {
		const { value, low, high } = parameters.get(id)!;
		const format = SHARES.includes(id) ? PERCENT_FORMAT : null;
		const changed = values[id];
		return [
			textCell(name),
			changed === undefined && id === 'grantShare' ? grantCell() : numberCell(changed ?? value, format),
			numberCell(value, format),
			textCell(unit),
			numberCell(low, format),
			numberCell(high, format),
			textCell(changed === undefined ? status : words.origins.holder),
			textCell(sources.join(', '))
		];
	}

	/** The ceiling is kept when the investment changes, until the holder writes a share over the formula. */
	function grantCell(): WorkbookCell {
		const { share, ceilingMad } = model.grant;
		const { eligible } = caseFormulas(model, valueAt);
		const kept = ceilingMad === null ? `${share}` : `MIN(${share},${ceilingMad}/(${eligible}))`;
		return formulaCell(`IF((${eligible})=0,0,${kept})`, evaluation.withGrant.share, PERCENT_FORMAT);
	}
}
