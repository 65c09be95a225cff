import { readDecimal, westernDigits } from '#lib/core/register/digits.ts';

/** Fields as they were typed. */
export type Typed = Readonly<Record<string, string>>;

/** What is wrong, by field; the value is the last part of a message key. */
export type Issues<Issue extends string> = Readonly<Record<string, Issue>>;

/** A checked form: its value, or what is wrong with it. */
export type Checked<Value, Issue extends string> =
	{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly issues: Issues<Issue> };

/** The answer of a check: its value when nothing is wrong. */
export const checked = <Value, Issue extends string>(value: Value, issues: Record<string, Issue>): Checked<Value, Issue> =>
	Object.keys(issues).length === 0 ? { ok: true, value } : { ok: false, issues };

const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A text of several lines: trimmed, without signs that cannot be printed or that turn a line around. */
export const paragraph = (typed: Typed, field: string): string =>
	(typed[field] ?? '').replaceAll('\r\n', '\n').replace(UNPRINTABLE, '').trim();

/** A text of one line. */
export const line = (typed: Typed, field: string): string => paragraph(typed, field).replaceAll(/\s+/g, ' ');

/** How many letters a reader counts: signs outside the basic plane are one. */
export const lengthOf = (text: string): number => [...text].length;

/** A number as people type it, in Western or Arabic digits, with spaces between thousands; null when it is none. */
export const numberOf = (text: string): number | null => readDecimal(text.replaceAll(/[\s\u202f\u00a0%]/g, ''));

/** A year or a period, «2024», «2019-2023», in Western digits; null when it is none, begins before 1900 or ends after `thisYear`. */
export function yearOf(text: string, thisYear: number): string | null {
	const year = westernDigits(text).replaceAll(/\s/g, '').replaceAll(/[–—/]/g, '-');
	if (!/^\d{4}(-\d{4})?$/.test(year)) return null;
	const [first, last = first] = year.split('-').map(Number) as [number, number?];
	return first >= 1900 && first <= last && last <= thisYear ? year : null;
}

/** An address on the web; null for anything else. */
export function webAddress(text: string): string | null {
	if (!/^https?:\/\/[^\s<>"]{3,1900}$/i.test(text)) return null;
	return URL.canParse(text) ? text : null;
}
