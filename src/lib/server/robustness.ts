import { dissolve } from '#lib/core/geo/dissolve.ts';
import { LEVEL_OBJECTS } from '#lib/core/geo/geography.ts';
import { shapesOf, type PolygonTopology, type Shapes } from '#lib/core/geo/topology.ts';
import type { RankingQuestion } from '#lib/core/scoring/question.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { Bands } from '#lib/core/uncertainty/bands.ts';
import { driversOf, type PlaceDrivers } from '#lib/core/uncertainty/drivers.ts';
import { createSimulation } from '#lib/core/uncertainty/simulation.ts';
import { zonesOf, type Zone } from '#lib/core/zones/zones.ts';
import { kept, type Cache } from './kept.ts';
import type { OpenedRelease } from './release.ts';

/** How sure the ranks of a chain are. */
export interface BandsQuestion extends RankingQuestion {
	readonly draws: number;
	readonly seed: number;
}

/** The intervals of a question, computed once and kept. */
export async function bandsFor(opened: OpenedRelease, question: BandsQuestion): Promise<Bands> {
	const scorer = await opened.scorer(question.level);
	return kept(bandsCache, scorer, JSON.stringify(question), () => {
		const simulation = createSimulation(scorer, question);
		simulation.run(question.draws);
		return simulation.bands();
	});
}

/** What moves the ranks of a chain, computed once and kept. */
export async function driversFor(opened: OpenedRelease, question: Omit<BandsQuestion, 'draws'>): Promise<readonly PlaceDrivers[]> {
	const scorer = await opened.scorer(question.level);
	return kept(driversCache, scorer, JSON.stringify(question), () => driversOf(scorer, question));
}

/** A chain at a level whose places can form a zone. */
export interface ZonesQuestion extends RankingQuestion {
	readonly level: 'province' | 'commune';
}

/** The promising zones of a chain, computed once and kept. */
export async function zonesFor(opened: OpenedRelease, question: ZonesQuestion): Promise<readonly Zone[]> {
	const scorer = await opened.scorer(question.level);
	const { adjacency } = await opened.geography();
	return kept(zonesCache, scorer, JSON.stringify(question), () => zonesOf(scorer, question, adjacency[question.level]));
}

/** One outline around the members of a zone, in degrees. */
export async function outlineOf(
	opened: OpenedRelease,
	level: ZonesQuestion['level'],
	{ members }: Zone
): Promise<ReturnType<typeof dissolve>> {
	const object = LEVEL_OBJECTS[level];
	const topology = await opened.shapes(object);
	const shapes = decoded.get(topology) ?? shapesOf(topology, object);
	decoded.set(topology, shapes);
	return dissolve(members.flatMap((code) => shapes.get(code) ?? []));
}

const decoded = new WeakMap<PolygonTopology, Shapes>();
const bandsCache: Cache<Scorer, Bands> = new WeakMap();
const driversCache: Cache<Scorer, readonly PlaceDrivers[]> = new WeakMap();
const zonesCache: Cache<Scorer, readonly Zone[]> = new WeakMap();
