import type { Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** Something a holder may choose in a form. */
export interface Choice {
	readonly id: string;
	readonly name: string;
}

/** What the form offers: the skills that models ask for, and the branches that have a chain. */
export async function choicesOf(
	{ snapshot, projects }: OpenedRelease,
	words: Words
): Promise<{ readonly skills: readonly Choice[]; readonly branches: readonly Choice[] }> {
	const { skills } = await projects();
	const named = new Set(snapshot.chains.map(({ branch }) => branch));
	return {
		skills: skills.map(({ id, name }) => ({ id, name: words.of(name) })),
		branches: snapshot.branches.filter(({ code }) => named.has(code)).map(({ code, name }) => ({ id: code, name: words.of(name) }))
	};
}
