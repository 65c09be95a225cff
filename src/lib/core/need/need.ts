import { lettersOf } from '#lib/core/idea/idea.ts';
import { isNeedKind, type NeedKind } from './kinds.ts';

/** In whose name a need is declared. */
export const DECLARERS = ['cooperative', 'resident', 'association'] as const;
export type Declarer = (typeof DECLARERS)[number];

/** How long it can wait: work stands still, this season is lost without it, or it would help. */
export const URGENCIES = ['now', 'season', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Characters of the words of a need, counted as a reader counts them. */
export const MOST_CHARACTERS = 280;

/** What a need says beside place and sender. */
export interface NeedDetails {
	readonly need: NeedKind;
	readonly declarer: Declarer;
	readonly urgency: Urgency;
}

/** The fields of the form as they were typed. */
export type NeedField = 'need' | 'declarer' | 'urgency' | 'words';
export type TypedNeed = Readonly<Record<NeedField, string>>;

/** What is wrong with a field. */
export type NeedIssue = 'missing' | 'unknown' | 'too-long';

/** The answers of a form: a need with its words, or what is wrong, by field. */
export type CheckedNeed =
	| { readonly ok: true; readonly details: NeedDetails; readonly words: string }
	| { readonly ok: false; readonly issues: Readonly<Partial<Record<NeedField, NeedIssue>>> };

/** Reads what was typed. Words are trimmed and their line breaks made spaces; they may not be empty: a count alone helps no delegate. */
export function checkNeed(typed: TypedNeed): CheckedNeed {
	const words = typed.words.trim().replaceAll(/\s+/g, ' ');
	const { need, declarer, urgency } = typed;
	const issues: Partial<Record<NeedField, NeedIssue>> = {};
	if (!isNeedKind(need)) issues.need = need === '' ? 'missing' : 'unknown';
	if (!isOneOf(DECLARERS, declarer)) issues.declarer = declarer === '' ? 'missing' : 'unknown';
	if (!isOneOf(URGENCIES, urgency)) issues.urgency = urgency === '' ? 'missing' : 'unknown';
	if (words === '') issues.words = 'missing';
	if (lettersOf(words) > MOST_CHARACTERS) issues.words = 'too-long';
	if (Object.keys(issues).length > 0) return { ok: false, issues };
	return { ok: true, details: { need: need as NeedKind, declarer: declarer as Declarer, urgency: urgency as Urgency }, words };
}

const isOneOf = <T extends string>(words: readonly T[], word: string): word is T => (words as readonly string[]).includes(word);
