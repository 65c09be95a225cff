import { dissolve } from '#lib/core/geo/dissolve.ts';
import type { Adjacency } from '#lib/core/geo/geography.ts';
import { adjacencyOf, shapesOf, type Shapes } from '#lib/core/geo/topology.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Bands } from '#lib/core/uncertainty/bands.ts';
import { driversOf, type PlaceDrivers } from '#lib/core/uncertainty/drivers.ts';
import { createSimulation } from '#lib/core/uncertainty/simulation.ts';
import { zonesOf, type Zone } from '#lib/core/zones/zones.ts';
import { kept, type Cache } from './kept.ts';
import type { OpenedRelease } from './release.ts';
import type { Lens } from './scores.ts';

/** How sure the ranks of a chain are. */
export interface BandsQuestion extends Lens {
	readonly level: Level;
	readonly chain: string;
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
export interface ZonesQuestion extends Lens {
	readonly level: 'province' | 'commune';
	readonly chain: string;
}

/** The promising zones of a chain, computed once and kept. */
export async function zonesFor(opened: OpenedRelease, question: ZonesQuestion): Promise<readonly Zone[]> {
	const scorer = await opened.scorer(question.level);
	const { adjacency } = await groundOf(opened, question.level);
	return kept(zonesCache, scorer, JSON.stringify(question), () => zonesOf(scorer, question, adjacency));
}

/** One outline around the members of a zone, in degrees. */
export async function outlineOf(
	opened: OpenedRelease,
	level: ZonesQuestion['level'],
	{ members }: Zone
): Promise<ReturnType<typeof dissolve>> {
	const { shapes } = await groundOf(opened, level);
	return dissolve(members.flatMap((code) => shapes.get(code) ?? []));
}

interface Ground {
	readonly adjacency: Adjacency;
	readonly shapes: Shapes;
}

const OBJECT = { province: 'provinces', commune: 'communes' } as const;
const grounds = new WeakMap<OpenedRelease, Map<string, Ground>>();

async function groundOf(opened: OpenedRelease, level: ZonesQuestion['level']): Promise<Ground> {
	const known = grounds.get(opened) ?? new Map<string, Ground>();
	grounds.set(opened, known);
	const topology = await opened.shapes(OBJECT[level]);
	const ground = known.get(level) ?? { adjacency: adjacencyOf(topology, OBJECT[level]), shapes: shapesOf(topology, OBJECT[level]) };
	known.set(level, ground);
	return ground;
}

const bandsCache: Cache<Scorer, Bands> = new WeakMap();
const driversCache: Cache<Scorer, readonly PlaceDrivers[]> = new WeakMap();
const zonesCache: Cache<Scorer, readonly Zone[]> = new WeakMap();
