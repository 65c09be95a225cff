/** Who asks. */
export const HOLDERS = ['job-seekers', 'women', 'youth', 'returning-migrants', 'cooperative', 'other'] as const;
export type Holder = (typeof HOLDERS)[number];

/** True when `value` names a kind of holder. */
export const isHolder = (value: unknown): value is Holder => HOLDERS.includes(value as Holder);

/** The six short answers of a project holder. Null or an empty list is «not said»: it never counts against anybody. */
export interface Profile {
	readonly holder: Holder | null;
	/** People who would be members. */
	readonly members: number | null;
	/** Shares 0–1 of the members. */
	readonly womenShare: number | null;
	readonly youthShare: number | null;
	/** Own money, MAD. */
	readonly ownMoneyMad: number | null;
	/** Ids of `Skill`. */
	readonly skills: readonly string[];
	/** Codes of branches they like. */
	readonly branches: readonly string[];
}

/** Nothing said. */
export const NO_PROFILE: Profile = {
	holder: null,
	members: null,
	womenShare: null,
	youthShare: null,
	ownMoneyMad: null,
	skills: [],
	branches: []
};
