import { isNeedKind, type NeedKind } from '#lib/core/need/kinds.ts';
import { readCount, westernDigits } from '#lib/core/register/digits.ts';
import { IDEA_HOLDERS, IDEA_LENGTHS, IDEA_STAGES, lettersOf, type Idea, type IdeaTextField } from './idea.ts';

/** The fields of the form, in their order. */
export const IDEA_FIELDS = ['title', 'pitch', 'need', 'resource', 'holder', 'members', 'stage', 'ownMeans'] as const;
export type IdeaField = (typeof IDEA_FIELDS)[number];

/** Why a field cannot be taken as it is. `contact`: a telephone number or an address in a text that will be public. */
export type IdeaFault = 'missing' | 'long' | 'contact' | 'unknown' | 'number' | 'range';
export type IdeaIssues = Readonly<Partial<Record<IdeaField, IdeaFault>>>;

/** Largest numbers that are answers and not slips: members and MAD. */
export const IDEA_MOST = { members: 10_000, ownMeans: 100_000_000 } as const;

/** What was typed, by field; a field that is not there is empty. */
export type TypedIdea = Readonly<Partial<Record<IdeaField, string>>>;

/** The idea that somebody typed, or what has to be changed field by field. Spaces are tidied; digits may be Arabic. */
export function readIdea(
	typed: TypedIdea
): { readonly ok: true; readonly value: Idea } | { readonly ok: false; readonly issues: IdeaIssues } {
	const issues: Partial<Record<IdeaField, IdeaFault>> = {};
	const written = (field: IdeaField): string => (typed[field] ?? '').normalize('NFC').replaceAll(/\s+/g, ' ').trim();
	const text = (field: IdeaTextField, isRequired: boolean): string => {
		const said = written(field);
		const fault = faultOfText(said, IDEA_LENGTHS[field], isRequired);
		if (fault) issues[field] = fault;
		return said;
	};
	const choice = <T extends string>(field: 'holder' | 'stage', choices: readonly T[]): T | null => {
		const found = choices.find((one) => one === written(field));
		if (found === undefined) issues[field] = written(field) === '' ? 'missing' : 'unknown';
		return found ?? null;
	};
	const count = (field: 'members' | 'ownMeans', least: number): number | null => {
		if (written(field) === '') return null;
		const value = readCount(written(field));
		if (value === null) issues[field] = 'number';
		else if (value < least || value > IDEA_MOST[field]) issues[field] = 'range';
		return value;
	};
	const texts = { title: text('title', true), pitch: text('pitch', true), resource: text('resource', false) };
	const need = needOf(written('need'));
	if (need === null) issues.need = written('need') === '' ? 'missing' : 'unknown';
	const [holder, stage] = [choice('holder', IDEA_HOLDERS), choice('stage', IDEA_STAGES)];
	const [members, ownMeansMad] = [count('members', 1), count('ownMeans', 0)];
	if (need === null || holder === null || stage === null || Object.keys(issues).length > 0) return { ok: false, issues };
	return { ok: true, value: { texts, need, holder, stage, members, ownMeansMad } };
}

const needOf = (word: string): NeedKind | null => (isNeedKind(word) ? word : null);

function faultOfText(text: string, most: number, isRequired: boolean): IdeaFault | null {
	if (text === '') return isRequired ? 'missing' : null;
	if (lettersOf(text) > most) return 'long';
	return holdsContact(text) ? 'contact' : null;
}

const MAIL = /\S@\S/;
const GAP = String.raw`[\s.\-/()]{0,2}`;
/** A Moroccan number, with or without its country, or any number written with a plus. */
const TELEPHONE = new RegExp(String.raw`(?<!\d)(?:(?:\+|00)${GAP}212${GAP}0?|0)${GAP}[5-8](?:${GAP}\d){8}|\+(?:${GAP}\d){8,}`);

/** Whether a text would publish a telephone number or a mail address. */
export const holdsContact = (text: string): boolean => MAIL.test(text) || TELEPHONE.test(westernDigits(text));
