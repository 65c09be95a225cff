import type { SafeCounts } from '#lib/core/need/suppress.ts';
import { pipelineCounts } from './db/living/projects.ts';
import type { Living } from './db/living/schema.ts';
import { publicCounts } from './public-counts.ts';
import type { OpenedRelease } from './release.ts';

/** Projects in progress by province and value chain, as they may be told to anybody; the only public cut of these rows. */
export async function publicProjects(living: Pick<Living, 'db' | 'now'>, opened: OpenedRelease): Promise<SafeCounts> {
	const rows = await pipelineCounts(living);
	return publicCounts(
		'projects',
		opened,
		opened.snapshot.chains.map(({ id }) => id),
		rows.map(({ chain, ...row }) => ({ ...row, kind: chain }))
	);
}
