import { may, type Actor, type Deed } from '#lib/core/account/actor.ts';

/** A section of the back office; its name is the message `office.section.<id>`. */
interface Section {
	readonly id:
		| 'home'
		| 'import'
		| 'releases'
		| 'ideas'
		| 'meetings'
		| 'jury'
		| 'needs'
		| 'projects'
		| 'feedback'
		| 'claims'
		| 'quality'
		| 'accounts'
		| 'audit';
	/** Who sees it; null is everybody who is signed in. */
	readonly deed: Deed | null;
}

const SECTIONS: readonly Section[] = [
	{ id: 'home', deed: null },
	{ id: 'import', deed: 'review-register' },
	{ id: 'releases', deed: 'propose-release' },
	{ id: 'ideas', deed: 'moderate' },
	{ id: 'meetings', deed: 'hold-meetings' },
	{ id: 'jury', deed: 'score-ideas' },
	{ id: 'needs', deed: 'moderate' },
	{ id: 'projects', deed: 'moderate' },
	{ id: 'feedback', deed: 'handle-feedback' },
	{ id: 'claims', deed: 'handle-feedback' },
	{ id: 'quality', deed: 'read-quality' },
	{ id: 'accounts', deed: 'manage-accounts' },
	{ id: 'audit', deed: 'read-audit' }
];

/** The sections an account sees, in their order, with the path of each under `/[lang]/office`. */
export const sectionsFor = (actor: Actor): readonly { readonly id: Section['id']; readonly path: string }[] =>
	SECTIONS.filter(({ deed }) => deed === null || may(actor, deed)).map(({ id }) => ({ id, path: id === 'home' ? '' : `/${id}` }));
