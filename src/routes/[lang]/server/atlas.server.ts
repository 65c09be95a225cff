import { createAtlas, type Atlas } from '#lib/data/atlas.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

const atlases = new WeakMap<OpenedRelease, Map<boolean, Promise<Atlas>>>();

/** The atlas of a release over the server's own scorers; communes are read from disk only when a page shows them. */
export function atlasOf(release: OpenedRelease, withCommunes: boolean): Promise<Atlas> {
	const known = atlases.get(release) ?? new Map<boolean, Promise<Atlas>>();
	atlases.set(release, known);
	let atlas = known.get(withCommunes);
	if (!atlas) known.set(withCommunes, (atlas = open(release, withCommunes)));
	return atlas;
}

async function open(release: OpenedRelease, withCommunes: boolean): Promise<Atlas> {
	const [region, province] = await Promise.all([release.scorer('region'), release.scorer('province')]);
	const scorers = { region, province, commune: withCommunes ? await release.scorer('commune') : null };
	return createAtlas(release.snapshot, (level) => scorers[level]);
}
