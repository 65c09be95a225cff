/** What somebody with an account is here. The public has no account. */
export const ROLES = ['planner', 'delegate', 'juror', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Region codes an account sees; `all` is the nation. */
export type Regions = readonly string[] | 'all';

/** Somebody who is signed in, as the rules know him: no name, no address. */
export interface Actor {
	readonly id: string;
	readonly role: Role;
	readonly regions: Regions;
}

/** What can be done in the back office. */
export type Deed =
	| 'manage-accounts'
	| 'read-audit'
	| 'read-quality'
	| 'import-register'
	| 'review-register'
	| 'propose-release'
	| 'approve-release'
	| 'moderate'
	| 'read-contact'
	| 'hold-meetings'
	| 'assign-jury'
	| 'score-ideas'
	| 'handle-feedback';

/** Who may do what, whatever the region; the region is asked apart, by `covers`. */
const ALLOWED: Readonly<Record<Role, readonly Deed[]>> = {
	administrator: [
		'manage-accounts',
		'read-audit',
		'read-quality',
		'import-register',
		'review-register',
		'propose-release',
		'approve-release',
		'moderate',
		'read-contact',
		'hold-meetings',
		'assign-jury',
		'handle-feedback'
	],
	planner: [
		'read-quality',
		'import-register',
		'review-register',
		'propose-release',
		'approve-release',
		'moderate',
		'assign-jury',
		'handle-feedback'
	],
	delegate: ['read-quality', 'review-register', 'moderate', 'read-contact', 'hold-meetings', 'assign-jury', 'handle-feedback'],
	juror: ['score-ideas']
};

/** Whether the role of `actor` includes `deed`; nobody signed in may do nothing. */
export const may = (actor: Actor | null, deed: Deed): boolean => actor !== null && ALLOWED[actor.role].includes(deed);

/** Whether `actor` sees what belongs to `region`; what belongs to no region is seen by those who see the nation. */
export const covers = ({ regions }: Actor, region: string | null): boolean =>
	regions === 'all' || (region !== null && regions.includes(region));

/** The regions an account of a role gets: delegates at least one, jurors and planners those given or the nation, administrators the nation. Null when a role cannot have them. */
export function regionsFor(role: Role, wanted: readonly string[]): Regions | null {
	if (role === 'administrator') return wanted.length === 0 ? 'all' : null;
	if (role === 'delegate' && wanted.length === 0) return null;
	return wanted.length === 0 ? 'all' : [...new Set(wanted)].sort();
}
