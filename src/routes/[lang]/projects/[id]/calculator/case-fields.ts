import type { CaseIssue, CaseValues, ParameterId } from '#lib/core/finance/case.ts';
import { checkCase } from '#lib/core/finance/check-case.ts';
import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Language } from '#lib/core/text/text.ts';
import { formatCase, parseCase } from '#lib/view/case.ts';
import { fieldsOf, shownValue, typedValue } from './fields.ts';

/** The parameter of an address that holds a case. */
export const CASE_PARAMETER = 'p';

/** A case as an address asks for it: what can be used, and what cannot. */
export interface AskedCase {
	/** Numbers that may be evaluated. */
	readonly values: CaseValues;
	/** What stands in a field although it cannot be used, as it was typed; nothing that was typed is lost. */
	readonly texts: Readonly<Record<ParameterId, string>>;
	/** Parts of the link that nobody can read, or that name no parameter of this model. */
	readonly unreadable: number;
}

/** Splits numbers into those of `values` that may be used and the reasons why others may not. */
function sorted(
	model: EconomicModel,
	values: Readonly<Record<string, unknown>>,
	shared: SharedFigures
): { good: CaseValues; issues: readonly CaseIssue[] } {
	const checked = checkCase(model, values, shared);
	if (checked.ok) return { good: checked.value, issues: [] };
	const bad = new Set(checked.issues.map(({ parameter }) => parameter));
	const rest = Object.fromEntries(Object.entries(values).filter(([id]) => !bad.has(id)));
	const again = checkCase(model, rest, shared);
	return { good: again.ok ? again.value : {}, issues: checked.issues };
}

/** The numbers of a case that this model may be evaluated with; the others are left out. */
export const usableCase = (model: EconomicModel, values: CaseValues, shared: SharedFigures): CaseValues =>
	sorted(model, values, shared).good;

/** The case of a link (`?p=`), as far as it can be used by this model. Never fails. */
export function caseOfLink(search: URLSearchParams, model: EconomicModel, shared: SharedFigures, language: Language): AskedCase {
	const { values, unreadable } = parseCase(search.get(CASE_PARAMETER));
	const { good, issues } = sorted(model, values, shared);
	const fields = new Map(fieldsOf(model, shared).map((field) => [field.id, field]));
	const texts: Record<ParameterId, string> = {};
	let unknown = 0;
	for (const { parameter } of issues) {
		const field = fields.get(parameter);
		if (field) texts[parameter] = shownValue(field, values[parameter]!, language);
		else unknown++;
	}
	return { values: good, texts, unreadable: unreadable + unknown };
}

/**
 * The case that the plain form of the calculator sends, its fields named by the parameters, on top of the case of the
 * link that the form came from; null when the address holds no field. With nothing in `texts` it can be led to
 * `addressOfCase`.
 */
export function caseFromFields(search: URLSearchParams, model: EconomicModel, shared: SharedFigures, language: Language): AskedCase | null {
	const link = caseOfLink(search, model, shared, language);
	const sent = fieldsOf(model, shared).flatMap((field) => {
		const text = search.get(field.id);
		return text === null ? [] : [{ field, text }];
	});
	if (sent.length === 0) return null;
	const isSent = new Set(sent.map(({ field }) => field.id));
	const typed: Record<ParameterId, number> = Object.fromEntries(Object.entries(link.values).filter(([id]) => !isSent.has(id)));
	const texts: Record<ParameterId, string> = {};
	for (const { field, text } of sent) {
		const value = typedValue(field, text, language, link.values[field.id]);
		if (value === null) texts[field.id] = text;
		else if (value !== field.value) typed[field.id] = value;
	}
	const { good, issues } = sorted(model, typed, shared);
	for (const { parameter } of issues) texts[parameter] = search.get(parameter) ?? '';
	return { values: good, texts, unreadable: link.unreadable };
}

/** The case an address asks for, by its form or by its link. */
export const askedCase = (search: URLSearchParams, model: EconomicModel, shared: SharedFigures, language: Language): AskedCase =>
	caseFromFields(search, model, shared, language) ?? caseOfLink(search, model, shared, language);

/** The address of a case: that of the page with `?p=`, fields of the form left out, everything else as it was. */
export function addressOfCase(
	url: Pick<URL, 'pathname' | 'searchParams'>,
	model: EconomicModel,
	shared: SharedFigures,
	values: CaseValues
): string {
	const search = new URLSearchParams(url.searchParams);
	for (const { id } of fieldsOf(model, shared)) search.delete(id);
	search.delete(CASE_PARAMETER);
	// The signs of a case need no escape in a query, and a link is easier to read without.
	const text = formatCase(values);
	const query = [search.toString(), text === '' ? '' : `${CASE_PARAMETER}=${text}`].filter((part) => part !== '').join('&');
	return query === '' ? url.pathname : `${url.pathname}?${query}`;
}
