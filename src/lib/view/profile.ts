import { isHolder, type Holder, type Profile } from '#lib/core/recommendation/profile.ts';

/** The six answers as they are given: women and the young are counted, because counting is easier than percentages. */
export interface ProfileAnswers {
	readonly holder: Holder | null;
	readonly members: number | null;
	readonly women: number | null;
	/** Members between 18 and 35. */
	readonly youth: number | null;
	/** Own money, MAD. */
	readonly money: number | null;
	readonly skills: readonly string[];
	readonly branches: readonly string[];
}

/** Names of the fields, in the order they are asked and written. */
export const PROFILE_FIELDS = ['holder', 'members', 'women', 'youth', 'money', 'skill', 'branch'] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** Nothing answered. */
export const NO_ANSWERS: ProfileAnswers = { holder: null, members: null, women: null, youth: null, money: null, skills: [], branches: [] };

/** Ids an answer may name. */
export interface KnownOfProfile {
	isSkill(id: string): boolean;
	isBranch(code: string): boolean;
}

/** Answers read from a form or from what was kept. Never fails: what cannot be used is in `issues` and left unsaid. */
export interface ParsedProfile {
	readonly answers: ProfileAnswers;
	readonly issues: readonly ProfileField[];
}

/** Largest numbers that are answers and not slips: members and MAD. */
const MOST = { members: 10_000, money: 100_000_000 } as const;

/** A form or a query: what was asked of both. */
export interface Fields {
	get(name: string): unknown;
	getAll(name: string): readonly unknown[];
}

/** The answers of a form, of a query, or of what the device kept. */
export function parseProfile(fields: Fields, known: KnownOfProfile): ParsedProfile {
	const issues: ProfileField[] = [];
	const text = (name: ProfileField): string => String(fields.get(name) ?? '').trim();
	const count = (name: ProfileField, most: number, least = 0): number | null => {
		const written = text(name).replaceAll(/[\s\u00a0\u202f]/g, '');
		if (written === '') return null;
		const value = Number(written);
		if (/^\d{1,9}$/.test(written) && value >= least && value <= most) return value;
		issues.push(name);
		return null;
	};
	const listed = (name: ProfileField, is: (id: string) => boolean): string[] => {
		const all = [...new Set(fields.getAll(name).map(String).filter(Boolean))];
		if (all.some((id) => !is(id))) issues.push(name);
		return all.filter(is).sort();
	};
	const holder = text('holder');
	if (holder !== '' && !isHolder(holder)) issues.push('holder');
	const members = count('members', MOST.members, 1);
	const answers = {
		holder: isHolder(holder) ? holder : null,
		members,
		women: count('women', members ?? MOST.members),
		youth: count('youth', members ?? MOST.members),
		money: count('money', MOST.money),
		skills: listed('skill', known.isSkill),
		branches: listed('branch', known.isBranch)
	};
	return { answers, issues };
}

/** The answers as the fields of a form: what `parseProfile` reads back. Nothing answered is an empty query. */
export function formatProfile(answers: ProfileAnswers): string {
	const query = new URLSearchParams();
	const { skills, branches, ...single } = answers;
	for (const [name, value] of Object.entries(single)) if (value !== null) query.set(name, String(value));
	for (const id of skills) query.append('skill', id);
	for (const code of branches) query.append('branch', code);
	return query.toString();
}

/** What the answers mean to the recommendation. Without a number of members, who they are has no share. */
export function profileOf({ holder, members, women, youth, money, skills, branches }: ProfileAnswers): Profile {
	const share = (count: number | null): number | null => (count === null || members === null ? null : count / members);
	return { holder, members, womenShare: share(women), youthShare: share(youth), ownMoneyMad: money, skills, branches };
}
