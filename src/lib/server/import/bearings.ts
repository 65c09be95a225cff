import { dirname, join } from 'node:path';
import { createLocator } from '#lib/core/geo/locate.ts';
import { shapesOf } from '#lib/core/geo/topology.ts';
import { chainIndex, type ChainIndex } from '#lib/core/register/chain.ts';
import { placeIndex, type PlaceIndex } from '#lib/core/register/place.ts';
import type { Locate } from '#lib/core/register/place-position.ts';
import { openReleases, type OpenedRelease, type RegisterFolders } from '../release.ts';
import { readWords } from './words.ts';

/** What the rows of a register are held against: the places and chains of a release. */
export interface Bearings {
	readonly places: PlaceIndex;
	readonly chains: ChainIndex;
	/** Branch of every chain. */
	readonly branchOf: ReadonlyMap<string, string>;
	readonly locate: Locate;
}

/** Gives the bearings, as they are when asked. */
export type TakeBearings = () => Promise<Bearings>;

/** Where the words of the register lie beside the built releases in `data`. */
export const wordsBeside = (data: string): string => join(dirname(data), 'bank', 'register');

/** Cells of the raster in which points are looked up: a quarter of the usual ones, which spares 16 MB and costs 65,000 points a tenth of a second. */
const CELLS = 1_000_000;

/** The bearings of a release; `words` is the folder of the words. */
export async function bearingsOf({ bank, snapshot, shapes }: OpenedRelease, words: string): Promise<Bearings> {
	const places = placeIndex(await bank.territories.list(), await bank.localities.list());
	const commune = createLocator(shapesOf(await shapes('communes'), 'communes'), CELLS);
	return {
		places,
		chains: chainIndex({ branches: await bank.sectors.branches(), chains: snapshot.chains, ...(await readWords(words)) }),
		branchOf: new Map(snapshot.chains.map(({ id, branch }) => [id, branch])),
		locate(position) {
			const code = commune(position);
			const province = code === null ? undefined : places.provinceOf.get(code);
			return code === null || province === undefined ? null : { commune: code, province };
		}
	};
}

/** The bearings of the current release in `data`, or among those made from the register, for a process that serves nothing. */
export async function openBearings(data: string, register: RegisterFolders | null = null): Promise<Bearings> {
	const releases = await openReleases(data, register);
	const bearings = await bearingsOf(releases.current, wordsBeside(data));
	await releases.close();
	return bearings;
}

/** How long bearings are kept after they were last asked for, in milliseconds: reviewing rows asks every few seconds, and 20 MB are not held for nothing. */
const KEPT = 600_000;

/** Bearings of the release that is current when they are asked for, kept while somebody works with them. */
export function keptBearings(current: () => OpenedRelease, words: string): TakeBearings {
	let kept: { release: string; bearings: Promise<Bearings> } | null = null;
	let timer: NodeJS.Timeout | undefined;
	return () => {
		clearTimeout(timer);
		timer = setTimeout(() => (kept = null), KEPT).unref();
		const release = current();
		if (kept?.release === release.release.id) return kept.bearings;
		const bearings = bearingsOf(release, words);
		kept = { release: release.release.id, bearings };
		// What failed is tried again by the next one who asks.
		bearings.catch(() => (kept = null));
		return bearings;
	};
}
