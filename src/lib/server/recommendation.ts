import { modelsOfChain } from '#lib/core/recommendation/project/facts.ts';
import {
	modelCoverage,
	placesFor,
	rankedSectors,
	sectorRanking,
	type ModelCoverage,
	type RankedSector,
	type SectorRanking
} from '#lib/core/recommendation/sectors.ts';
import { provinceTops } from './near/tops.ts';
import type { OpenedRelease } from './release.ts';

/** So many sectors of a province are recommended: as many as «near me» shows first. */
export const RECOMMENDED_SECTORS = 5;

/** The scored sectors of a province for a holder, best first; empty for an unknown code. */
export const sectorsFor = async (opened: OpenedRelease, province: string): Promise<readonly RankedSector[]> =>
	rankedSectors(await rankingOf(opened), province);

/** The provinces that have a chain among their first `k` sectors, best first. */
export const placesForChain = async (opened: OpenedRelease, chain: string, k = RECOMMENDED_SECTORS): Promise<readonly RankedSector[]> =>
	placesFor(await rankingOf(opened), chain, k);

/** How many of the first five sectors of every province lead on to a model of the bank, and the chains that have none. */
export async function modelCoverageOf(opened: OpenedRelease): Promise<ModelCoverage> {
	const bank = await opened.projects();
	return modelCoverage(
		await rankingOf(opened),
		opened.snapshot.chains,
		(chain) => modelsOfChain(bank, chain).length > 0,
		RECOMMENDED_SECTORS
	);
}

const rankings = new WeakMap<OpenedRelease, Promise<SectorRanking>>();

/** The sectors of every province for a holder, computed once per release. */
export function rankingOf(opened: OpenedRelease): Promise<SectorRanking> {
	const ranking = rankings.get(opened) ?? readRanking(opened);
	rankings.set(opened, ranking);
	return ranking;
}

async function readRanking(opened: OpenedRelease): Promise<SectorRanking> {
	const [provinces, tops] = await Promise.all([opened.scorer('province'), provinceTops(opened, 'holder')]);
	return sectorRanking(provinces, tops, opened.snapshot.method.presets.holder);
}
