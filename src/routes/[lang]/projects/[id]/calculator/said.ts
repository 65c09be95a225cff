import type { CaseIssue } from '#lib/core/finance/case.ts';
import type { Evaluation, Returns } from '#lib/core/finance/evaluation.ts';
import { signChanges } from '#lib/core/finance/returns/irr.ts';
import type { SwitchingValues } from '#lib/core/finance/sensitivity/switching.ts';
import type { Words } from '#lib/i18n/words.ts';
import { shownValue, type Field } from './fields.ts';

/** A share of one in percent, with at most so many digits after the mark; «–» for null. */
export function percent({ t, n }: Words, share: number | null, decimals = 0): string {
	if (share === null) return n(null);
	const shown = Number((100 * share).toFixed(decimals));
	return t('calculator.percent', { value: n(shown, Number.isInteger(shown) ? 0 : decimals) });
}

/** The number of a field as a sentence says it, with the sign of thousands that its field leaves out. */
export function toldValue({ n, language }: Words, field: Field, value: number): string {
	const decimals = shownValue(field, value, language).split(/[.,]/)[1]?.length ?? 0;
	return n(field.isPercent ? 100 * value : value, decimals);
}

/** What a field sets, in words: «price», or «price · eggs» where the line is not said beside it. */
export const subjectText = ({ t }: Words, { subject }: Field): string => t(`calculator.what.${subject}`);
export const fieldName = (words: Words, field: Field): string => {
	const what = subjectText(words, field);
	return field.item === null ? what : words.t('calculator.field', { what, item: words.of(field.item) });
};

/** The unit a field is counted in. */
export function unitText({ t, of }: Words, { unit, isPercent, subject }: Field): string {
	if (unit !== null) return of(unit);
	if (isPercent) return '%';
	if (subject === 'members') return t('calculator.unit.count');
	return t(subject === 'workingCapitalDays' ? 'calculator.unit.days' : 'calculator.unit.years');
}

/** Why what stands in a field is not used, and what the results use meanwhile. */
export function issueText(words: Words, field: Field, { problem }: CaseIssue, text: string, used: number): string {
	const told = (value: number): string => toldValue(words, field, value);
	const value = told(used);
	if (text.trim() === '') return words.t('calculator.issue.empty', { example: told(field.value), value });
	if (problem === 'out-of-range') {
		return words.t('calculator.issue.out-of-range', { text, low: told(field.low), high: told(field.high), value });
	}
	return words.t('calculator.issue.not-a-number', { text: text.slice(0, 24), example: told(field.value), value });
}

/** A rate of return, or «–» with the reason why there is none. */
export function irrText(words: Words, { irr, isIrrAmbiguous }: Returns, flows: readonly number[]): { value: string; note: string | null } {
	if (irr !== null) return { value: percent(words, irr, 1), note: isIrrAmbiguous ? words.t('calculator.irr.ambiguous') : null };
	const key = signChanges(flows) === 0 ? 'calculator.irr.none.one-sign' : 'calculator.irr.none.no-root';
	return { value: words.n(null), note: words.t(key) };
}

/** How far prices, volumes and a grant may move until the project just balances, as sentences. */
export function switchingTexts(
	words: Words,
	{ price, volume, grant }: SwitchingValues,
	{ withoutGrant, discountRate }: Evaluation,
	eligible: number
): string[] {
	return [
		crossingText(words, 'price', price),
		crossingText(words, 'volume', volume),
		grantText(words, grant, withoutGrant.npv >= 0 ? discountRate : null, eligible)
	].filter((sentence) => sentence !== null);
}

function crossingText(words: Words, what: 'price' | 'volume', factor: number | null): string {
	if (factor === null) return words.t(`chart.switch.${what}.none`);
	const share = percent(words, Math.abs(1 - factor), 1);
	return words.t(factor <= 1 ? `chart.switch.${what}.holds` : `chart.switch.${what}.needs`, { share });
}

/** What a grant would have to be; `balancedAt` is the discount rate at which the case needs none, null for a case that needs one. */
function grantText({ t, n, ...words }: Words, grant: number | null, balancedAt: number | null, eligible: number): string | null {
	const shown = (share: number): string => percent({ t, n, ...words }, share, 1);
	if (balancedAt !== null) return t('chart.switch.grant.unneeded', { rate: shown(balancedAt) });
	if (grant === null) return null;
	return grant > 1 ? t('chart.switch.grant.short') : t('chart.switch.grant.needs', { share: shown(grant), amount: n(grant * eligible) });
}
