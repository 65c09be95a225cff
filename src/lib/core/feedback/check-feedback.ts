import { isFeedbackType, type FeedbackType, type SentFeedback } from './feedback.ts';
import { checked, lengthOf, line, numberOf, paragraph, yearOf, type Checked, type Typed } from './typed.ts';

/** Longest text, in letters as a reader counts them. */
export const LONGEST_WORDS = 1000;
const LONGEST_LINE = 200;
const LONGEST_UNIT = 40;
const LONGEST_WHERE = 500;

/** What can be wrong with what somebody wrote about a value. */
export const FEEDBACK_ISSUES = [
	'type-missing',
	'words-missing',
	'words-long',
	'value-missing',
	'value-bad',
	'unit-missing',
	'unit-long',
	'year-missing',
	'year-bad',
	'title-missing',
	'title-long',
	'where-missing',
	'where-long',
	'chain-missing'
] as const;
export type FeedbackIssue = (typeof FEEDBACK_ISSUES)[number];

/** What has to be known of the value to check what is written about it. */
export interface FeedbackRules {
	/** True for a figure: a correction then says the right one. */
	readonly isNumber: boolean;
	/** True where evidence has to say for which chain. */
	readonly needsChain: boolean;
	readonly thisYear: number;
}

/** What a sender wrote about a value, or what is wrong with it, by field: `type`, `words`, `value`, `unit`, `year`, `title`, `where`, `chain`. */
export function checkFeedback(typed: Typed, rules: FeedbackRules): Checked<SentFeedback, FeedbackIssue> {
	const issues: Record<string, FeedbackIssue> = {};
	const type = line(typed, 'type');
	if (!isFeedbackType(type)) return { ok: false, issues: { type: 'type-missing' } };
	const words = paragraph(typed, 'words');
	if (words === '') issues['words'] = 'words-missing';
	if (lengthOf(words) > LONGEST_WORDS) issues['words'] = 'words-long';
	const proposed = proposedIn(typed, type, rules, issues);
	const source = sourceIn(typed, type, issues);
	if (type === 'evidence' && rules.needsChain && line(typed, 'chain') === '') issues['chain'] = 'chain-missing';
	return checked({ type, words, ...proposed, source }, issues);
}

function proposedIn(
	typed: Typed,
	type: FeedbackType,
	{ isNumber, thisYear }: FeedbackRules,
	issues: Record<string, FeedbackIssue>
): Pick<SentFeedback, 'value' | 'unit' | 'year'> {
	const year = yearIn(typed, thisYear, issues);
	const text = line(typed, 'value');
	if (text === '') {
		if (type === 'correction' && isNumber) issues['value'] = 'value-missing';
		return { value: null, unit: null, year };
	}
	const value = numberOf(text);
	if (value === null) issues['value'] = 'value-bad';
	if (line(typed, 'year') === '') issues['year'] = 'year-missing';
	return { value, unit: unitIn(typed, issues), year };
}

function yearIn(typed: Typed, thisYear: number, issues: Record<string, FeedbackIssue>): string | null {
	const text = line(typed, 'year');
	const year = text === '' ? null : yearOf(text, thisYear);
	if (text !== '' && year === null) issues['year'] = 'year-bad';
	return year;
}

function unitIn(typed: Typed, issues: Record<string, FeedbackIssue>): string {
	const unit = line(typed, 'unit');
	if (unit === '') issues['unit'] = 'unit-missing';
	if (lengthOf(unit) > LONGEST_UNIT) issues['unit'] = 'unit-long';
	return unit;
}

function sourceIn(typed: Typed, type: FeedbackType, issues: Record<string, FeedbackIssue>): SentFeedback['source'] {
	const [title, where] = [line(typed, 'title'), line(typed, 'where')];
	const isAsked = type !== 'dispute';
	if (isAsked && title === '') issues['title'] = 'title-missing';
	if (isAsked && where === '') issues['where'] = 'where-missing';
	if (lengthOf(title) > LONGEST_LINE) issues['title'] = 'title-long';
	if (lengthOf(where) > LONGEST_WHERE) issues['where'] = 'where-long';
	return title === '' && where === '' ? null : { title, where };
}
