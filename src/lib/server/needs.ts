import { NEED_KINDS } from '#lib/core/need/kinds.ts';
import type { SafeCounts } from '#lib/core/need/suppress.ts';
import { countNeeds } from './db/living/needs.ts';
import type { Living } from './db/living/schema.ts';
import { publicCounts } from './public-counts.ts';
import type { OpenedRelease } from './release.ts';

/**
 * Qualified needs by province and kind, as they may be told to anybody. The only public cut of these rows: another one, by chain or by
 * month, could be subtracted from this one.
 */
export async function publicNeeds(living: Pick<Living, 'db'>, opened: OpenedRelease): Promise<SafeCounts> {
	const rows = await countNeeds(living);
	return publicCounts(
		'needs',
		opened,
		NEED_KINDS,
		rows.map(({ need, ...row }) => ({ ...row, kind: need }))
	);
}
