import { adjacencyOf, shapesOf } from '#lib/core/geo/topology.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Bands } from '#lib/core/uncertainty/bands.ts';
import { createSimulation } from '#lib/core/uncertainty/simulation.ts';
import { zonesOf, type Ground, type Zone } from '#lib/core/zones/zones.ts';
import type { OpenedRelease } from './release.ts';
import type { Lens } from './scores.ts';

/** So many answers are kept per release: a draw costs a thousand scorings, and most readers ask for the same few. */
const KEPT = 200;

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

/** The promising zones of a chain with their outlines, computed once and kept. */
export async function zonesFor(
	opened: OpenedRelease,
	question: Lens & { readonly level: Exclude<Level, 'region'>; readonly chain: string }
): Promise<readonly Zone[]> {
	const scorer = await opened.scorer(question.level);
	const ground = await groundOf(opened, question.level);
	return kept(zonesCache, scorer, JSON.stringify(question), () => zonesOf(scorer, question, ground));
}

const OBJECT = { province: 'provinces', commune: 'communes' } as const;
const grounds = new WeakMap<Scorer, Ground>();

async function groundOf(opened: OpenedRelease, level: keyof typeof OBJECT): Promise<Ground> {
	const scorer = await opened.scorer(level);
	const known = grounds.get(scorer);
	if (known) return known;
	const topology = await opened.shapes(OBJECT[level]);
	const ground = { adjacency: adjacencyOf(topology, OBJECT[level]), shapes: shapesOf(topology, OBJECT[level]) };
	grounds.set(scorer, ground);
	return ground;
}

type Cache<T> = WeakMap<Scorer, Map<string, T>>;
const bandsCache: Cache<Bands> = new WeakMap();
const zonesCache: Cache<readonly Zone[]> = new WeakMap();

/** The kept answer of a key, or a fresh one; the one not asked for longest makes room. */
function kept<T>(cache: Cache<T>, scorer: Scorer, key: string, make: () => T): T {
	const answers = cache.get(scorer) ?? new Map<string, T>();
	cache.set(scorer, answers);
	const answer = answers.get(key) ?? make();
	answers.delete(key);
	answers.set(key, answer);
	if (answers.size > KEPT) answers.delete(answers.keys().next().value!);
	return answer;
}
