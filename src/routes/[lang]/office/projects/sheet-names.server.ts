import type { Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** What the sheet of a model is called; its id where this release has no such sheet any more. */
export async function sheetNames(release: OpenedRelease, words: Words): Promise<(model: string) => string> {
	const { models } = await release.projects();
	const names = new Map(models.map(({ id, name }) => [id, words.of(name)]));
	return (model) => names.get(model) ?? model;
}
