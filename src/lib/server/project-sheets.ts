import { checkCase } from '#lib/core/finance/check-case.ts';
import { evaluate } from '#lib/core/finance/evaluate.ts';
import type { CaseIssue, CaseValues } from '#lib/core/finance/case.ts';
import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import { capacityTableOf, type CapacityRow } from '#lib/core/finance/sensitivity/capacity.ts';
import { switchingOf, type SwitchingValues } from '#lib/core/finance/sensitivity/switching.ts';
import { tornadoOf, type TornadoBar } from '#lib/core/finance/sensitivity/tornado.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { OpenedRelease } from './release.ts';

/** The model of an id; null when the release has none. */
export async function modelOf(release: OpenedRelease, id: string): Promise<EconomicModel | null> {
	const { models } = await release.projects();
	return models.find((model) => model.id === id) ?? null;
}

/** A case with all that its numbers come to. */
export interface EvaluatedCase {
	readonly model: EconomicModel;
	readonly values: CaseValues;
	readonly evaluation: Evaluation;
	readonly tornado: readonly TornadoBar[];
	readonly switching: SwitchingValues;
	readonly capacity: readonly CapacityRow[];
}

/** A case evaluated as of the date of its release, or why its numbers cannot be used. */
export async function evaluatedCase(
	release: OpenedRelease,
	model: EconomicModel,
	values: CaseValues
): Promise<{ readonly ok: true; readonly value: EvaluatedCase } | { readonly ok: false; readonly issues: readonly CaseIssue[] }> {
	const { shared } = await release.projects();
	const checked = checkCase(model, values, shared);
	if (!checked.ok) return checked;
	const good = checked.value;
	return {
		ok: true,
		value: {
			model,
			values: good,
			evaluation: evaluate(model, good, shared, release.release.date),
			tornado: tornadoOf(model, good, shared),
			switching: switchingOf(model, good, shared),
			capacity: capacityTableOf(model, good, shared)
		}
	};
}

const evaluations = new WeakMap<OpenedRelease, Promise<ReadonlyMap<string, Evaluation>>>();

/** What every model comes to as it is shipped, by id; computed once per release. */
export function evaluationsOf(release: OpenedRelease): Promise<ReadonlyMap<string, Evaluation>> {
	const known = evaluations.get(release) ?? evaluateAll(release);
	evaluations.set(release, known);
	return known;
}

async function evaluateAll({ projects, release }: OpenedRelease): Promise<ReadonlyMap<string, Evaluation>> {
	const { models, shared } = await projects();
	return new Map(models.map((model) => [model.id, evaluate(model, {}, shared, release.date)]));
}
