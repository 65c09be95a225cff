import type { Words } from '#lib/i18n/words.ts';
import { RECOMMENDED_SECTORS, sectorsFor } from '#lib/server/recommendation.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** A recommended sector of a province with the sheets that serve it; none says «model missing». */
export interface SectorSheets {
	readonly chain: string;
	readonly name: string;
	readonly sheets: readonly { readonly id: string; readonly name: string; readonly grade: string }[];
}

/** The first sectors of a province for a project holder, each with its sheets; null for what is no province. */
export async function sheetsFor(release: OpenedRelease, code: string, words: Words): Promise<readonly SectorSheets[] | null> {
	const sectors = (await sectorsFor(release, code)).slice(0, RECOMMENDED_SECTORS);
	if (sectors.length === 0) return null;
	const bank = await release.projects();
	const names = new Map(release.snapshot.chains.map(({ id, name }) => [id, name]));
	return sectors.map(({ chain }) => ({
		chain,
		name: words.of(names.get(chain)!),
		sheets: bank.models
			.filter(({ chains }) => chains.includes(chain))
			.map(({ id, name: sheet, grade }) => ({ id, name: words.of(sheet), grade }))
	}));
}
