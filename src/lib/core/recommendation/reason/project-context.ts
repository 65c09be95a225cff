import type { ModelSource } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Vicinity } from '../near/vicinity.ts';
import type { Candidate } from '../project/candidate.ts';
import type { ConditionState } from '../project/conditions.ts';
import type { ProjectFacts } from '../project/facts.ts';
import type { Profile } from '../profile.ts';
import { unique, type Citation } from './reason.ts';

/** What sentences about projects are made from. */
export interface ProjectContext {
	readonly facts: ProjectFacts;
	readonly vicinity: Vicinity;
	readonly profile: Profile;
}

/** Publications of the bank by id, as reasons cite them; the year is the vintage as printed. */
export function cited({ facts: { bank } }: ProjectContext, ids: readonly string[]): Citation[] {
	const years = vintagesOf(bank.sources);
	return unique(ids.map((id) => ({ id, year: years.get(id) ?? null })));
}

const vintages = new WeakMap<readonly ModelSource[], ReadonlyMap<string, string>>();

function vintagesOf(sources: readonly ModelSource[]): ReadonlyMap<string, string> {
	const known = vintages.get(sources) ?? new Map(sources.map(({ id, vintage }) => [id, vintage]));
	vintages.set(sources, known);
	return known;
}

/** What a model rests on; a variant that names nothing rests on its base model. */
export function modelSources(context: ProjectContext, model: EconomicModel): Citation[] {
	const base = context.facts.bank.models.find(({ id }) => id === model.variantOf);
	return cited(context, model.sources.length > 0 ? model.sources : (base?.sources ?? []));
}

/** What its prices rest on, or the whole model where no price has a source; with the legal minimum when pay is compared with it. */
export function priceSources(context: ProjectContext, model: EconomicModel, withMinimum = false): Citation[] {
	const prices = model.revenue.flatMap(({ price }) => price.sources);
	const minimum = withMinimum ? context.facts.bank.shared.smag.sources : [];
	const own = prices.length > 0 ? cited(context, prices) : modelSources(context, model);
	return unique([...own, ...cited(context, minimum)]);
}

/** Ids of the conditions in one state, those the project cannot do without first, joined for a list; null when there is none. */
export function conditionIds({ conditions }: Candidate, state: ConditionState): string | null {
	const found = conditions.filter((condition) => condition.state === state);
	const sorted = found.toSorted((a, b) => Number(b.trigger.isRequired) - Number(a.trigger.isRequired));
	return sorted.length > 0 ? sorted.map(({ trigger }) => trigger.id).join(',') : null;
}

/** Answers of a holder that a project would have used and that were not given. */
export function unsaidAnswers({ means }: Candidate, { skills }: Profile): string[] {
	return [
		...(means.money === null ? ['money'] : []),
		...(means.members === null ? ['members'] : []),
		...(means.skills === null && skills.length === 0 ? ['skills'] : [])
	];
}
