import { createLocator } from '#lib/core/geo/locate.ts';
import { shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';
import type { LocateCode } from '#lib/core/own/join.ts';
import { keyIndex, type KeyIndex } from '#lib/core/own/key-index.ts';
import { decodeTable } from '#lib/core/release/snapshot.ts';
import { LEVELS, type Level, type Territory } from '#lib/core/territory/territory.ts';
import { fetchCommunes, fetchJson, fileOf, type Atlas } from '#lib/data/atlas.ts';

/** Half a million cells: a file of 100,000 points is placed in a second, and nobody waits for the grid. */
const CELLS = 500_000;

/** What rows are joined to: territories of all levels and their shapes, fetched when they are first needed. */
export interface Ground {
	readonly indices: () => Promise<readonly KeyIndex[]>;
	readonly index: (level: Level) => Promise<KeyIndex>;
	readonly locate: (level: Level) => Promise<LocateCode>;
}

/** The ground of a release. Each call rejects where the files do not come, and the next one tries again. */
export function groundOf(release: string, atlas: () => Atlas | null): Ground {
	const territories = once(async (): Promise<readonly Territory[]> => {
		const here = atlas();
		if (!here) throw new Error('The names of the territories are not there yet.');
		const above = (['region', 'province'] as const).flatMap((level) => here.scorer(level)?.table.territories ?? []);
		const communes = here.scorer('commune')?.table ?? decodeTable(await fetchCommunes(release, fetch));
		return [...above, ...communes.territories];
	});
	const indices = once(async () => {
		const all = await territories();
		return LEVELS.map((level) => keyIndex(level, all));
	});
	const fine = once(async () => fetchJson<PolygonTopology>(fileOf(release, 'provinces-detail.topo.json'), fetch));
	const cells = once(async () => fetchJson<PolygonTopology>(fileOf(release, 'communes.topo.json'), fetch));
	const locators = {
		region: once(async () => createLocator(shapesOf(await fine(), 'regions'), CELLS)),
		province: once(async () => createLocator(shapesOf(await fine(), 'provinces'), CELLS)),
		commune: once(async () => createLocator(shapesOf(await cells(), 'communes'), CELLS))
	};
	return {
		indices,
		index: async (level) => (await indices())[LEVELS.indexOf(level)]!,
		locate: (level) => locators[level]()
	};
}

/** What `make` gives, made once; a failure is forgotten. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
	let made: Promise<T> | null = null;
	return () => {
		const current = made ?? make();
		made = current;
		current.catch(() => (made = null));
		return current;
	};
}
