import type { EvidenceKind, EvidenceScope } from '#lib/core/potential/evidence.ts';
import { LANGUAGES, type Text } from '#lib/core/text/text.ts';
import type { CorrectionFact, EvidenceFact, StatedSource } from './feedback.ts';
import { checked, lengthOf, line, numberOf, webAddress, yearOf, type Checked, type Typed } from './typed.ts';

/** Kinds of evidence that the office may give, the strongest first. */
export const FACT_KINDS: readonly EvidenceKind[] = ['IGP', 'AOP', 'port', 'area', 'production', 'heritage', 'arrivals'];
export const FACT_SCOPES: readonly EvidenceScope[] = ['province', 'multi', 'region'];

const LONGEST_NAME = 120;
const LONGEST_TITLE = 300;

/** What can be wrong with a fact that is to enter a release. */
export const FACT_ISSUES = [
	'territory-unknown',
	'chain-missing',
	'product-missing',
	'product-long',
	'kind-missing',
	'scope-missing',
	'value-bad',
	'value-missing',
	'unit-unknown',
	'year-bad',
	'title-missing',
	'title-long',
	'url-bad',
	'date-bad'
] as const;
export type FactIssue = (typeof FACT_ISSUES)[number];

/** What a fact may speak of. */
export interface FactChoices {
	/** Codes of the territories it may be of: the province and the region of the feedback. */
	readonly territories: readonly string[];
	readonly chains: readonly string[];
	/** Units of the release; a form names one by its French name. */
	readonly units: readonly Text[];
	readonly thisYear: number;
}

/** The evidence as the office typed it, or what is wrong by field: `territory`, `chain`, `product.ar`…, `kind`, `scope`, `value`, `unit`, `year`, `title`, `url`, `date`. */
export function checkEvidence(typed: Typed, choices: FactChoices): Checked<EvidenceFact, FactIssue> {
	const issues: Record<string, FactIssue> = {};
	const chosen = (field: string, among: readonly string[], issue: FactIssue): string => {
		const value = line(typed, field);
		if (!among.includes(value)) issues[field] = issue;
		return value;
	};
	const fact = {
		territory: chosen('territory', choices.territories, 'territory-unknown'),
		chain: chosen('chain', choices.chains, 'chain-missing'),
		product: productIn(typed, issues),
		kind: chosen('kind', FACT_KINDS, 'kind-missing') as EvidenceKind,
		scope: chosen('scope', FACT_SCOPES, 'scope-missing') as EvidenceScope,
		...quantityIn(typed, choices.units, issues),
		year: yearIn(typed, choices.thisYear, issues),
		source: statedSource(typed, issues),
		sourceDate: dateIn(typed, issues)
	};
	return checked(fact, issues);
}

function productIn(typed: Typed, issues: Record<string, FactIssue>): Text {
	const product = Object.fromEntries(LANGUAGES.map((language) => [language, line(typed, `product.${language}`)])) as unknown as Text;
	for (const [language, name] of Object.entries(product)) {
		if (name === '') issues[`product.${language}`] = 'product-missing';
		if (lengthOf(name) > LONGEST_NAME) issues[`product.${language}`] = 'product-long';
	}
	return product;
}

/** A quantity with its unit; evidence without one is qualitative. */
function quantityIn(typed: Typed, units: readonly Text[], issues: Record<string, FactIssue>): Pick<EvidenceFact, 'value' | 'unit'> {
	const [amount, unitName] = [line(typed, 'value'), line(typed, 'unit')];
	const unit = units.find(({ fr }) => fr === unitName) ?? null;
	if (unitName !== '' && unit === null) issues['unit'] = 'unit-unknown';
	if (amount === '') return { value: null, unit: null };
	const value = numberOf(amount);
	if (value === null || value < 0) issues['value'] = 'value-bad';
	return { value, unit };
}

/** The correction as the office typed it, or what is wrong by field: `value`, `year`, `title`, `url`. A figure needs a number. */
export function checkCorrection(
	typed: Typed,
	{ field, isNumber, thisYear }: { readonly field: string; readonly isNumber: boolean; readonly thisYear: number }
): Checked<CorrectionFact, FactIssue> {
	const issues: Record<string, FactIssue> = {};
	const value = line(typed, 'value');
	const number = isNumber ? numberOf(value) : null;
	if (value === '') issues['value'] = 'value-missing';
	else if (isNumber && number === null) issues['value'] = 'value-bad';
	if (lengthOf(value) > LONGEST_TITLE) issues['value'] = 'value-bad';
	const year = yearIn(typed, thisYear, issues);
	return checked({ field, value: number === null ? value : String(number), year, source: statedSource(typed, issues) }, issues);
}

function yearIn(typed: Typed, thisYear: number, issues: Record<string, FactIssue>): string | null {
	const text = line(typed, 'year');
	if (text === '') return null;
	const year = yearOf(text, thisYear);
	if (year === null) issues['year'] = 'year-bad';
	return year;
}

/** A source has a title; an address when it has one. */
function statedSource(typed: Typed, issues: Record<string, FactIssue>): StatedSource {
	const [title, address] = [line(typed, 'title'), line(typed, 'url')];
	if (title === '') issues['title'] = 'title-missing';
	if (lengthOf(title) > LONGEST_TITLE) issues['title'] = 'title-long';
	const url = address === '' ? null : webAddress(address);
	if (address !== '' && url === null) issues['url'] = 'url-bad';
	return { title, url };
}

function dateIn(typed: Typed, issues: Record<string, FactIssue>): string | null {
	const date = line(typed, 'date');
	if (date === '') return null;
	if (/^\d{4}$/.test(date) || (/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)))) return date;
	issues['date'] = 'date-bad';
	return null;
}
