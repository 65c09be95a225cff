import { evaluate } from '#lib/core/finance/evaluate.ts';
import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

const known = new WeakMap<OpenedRelease, Promise<ReadonlyMap<string, Evaluation>>>();

/** What every model comes to as it is shipped, by id; computed once per release. */
export function evaluationsOf(release: OpenedRelease): Promise<ReadonlyMap<string, Evaluation>> {
	let evaluations = known.get(release);
	if (!evaluations) known.set(release, (evaluations = evaluateAll(release)));
	return evaluations;
}

async function evaluateAll({ projects, release }: OpenedRelease): Promise<ReadonlyMap<string, Evaluation>> {
	const { models, shared } = await projects();
	return new Map(models.map((model) => [model.id, evaluate(model, {}, shared, release.date)]));
}
