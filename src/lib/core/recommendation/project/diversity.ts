import type { EconomicModel } from '#lib/core/project/model.ts';
import type { RecommendationRules } from '#lib/core/project/rules.ts';

/** A project to be listed: its model, and how it fits, 0–100. */
export interface Listed {
	readonly model: EconomicModel;
	readonly fit: number;
}

/** Id of the model that a variant is a smaller parameter set of; its own for the others. */
export const familyOf = ({ id, variantOf }: Pick<EconomicModel, 'id' | 'variantOf'>): string => variantOf ?? id;

/** How alike two projects are, 0–1: 1 for variants of one model, else .5 for a shared chain + .3 for the same branch + .2 × shared skills. */
export function likeness(a: EconomicModel, b: EconomicModel, shares: RecommendationRules['likeness']): number {
	if (familyOf(a) === familyOf(b)) return 1;
	const { chain, branch, skills } = shares;
	const sharesChain = a.chains.some((id) => b.chains.includes(id));
	return (sharesChain ? chain : 0) + (a.branch === b.branch ? branch : 0) + skills * overlap(a.skills, b.skills);
}

/** Shared ones among all of both, 0–1; 0 for two empty lists. */
function overlap(a: readonly string[], b: readonly string[]): number {
	const all = new Set([...a, ...b]);
	return all.size === 0 ? 0 : a.filter((id) => b.includes(id)).length / all.size;
}

/**
 * The projects in the order of maximal marginal relevance: the next is the one with the largest .7·fit − .3·(its likeness to the most
 * alike listed already), fit as 0–1. The first is the best fit whatever the weights; equals by id, so that the order of the list given
 * changes nothing (P32). `before` are listed already.
 */
export function diverse<T extends Listed>(
	projects: readonly T[],
	{ diversity: rule, likeness: shares }: Pick<RecommendationRules, 'diversity' | 'likeness'>,
	before: readonly Listed[] = []
): T[] {
	const left = projects.toSorted((a, b) => b.fit - a.fit || (a.model.id < b.model.id ? -1 : 1));
	const closest = new Map(
		left.map((project) => [project, Math.max(0, ...before.map(({ model }) => likeness(project.model, model, shares)))])
	);
	const listed: T[] = [];
	const relevance = (project: T): number => (rule.fit * project.fit) / 100 - rule.likeness * closest.get(project)!;
	while (left.length > 0) {
		const isFirst = listed.length === 0 && before.length === 0;
		const next = isFirst ? left[0]! : left.reduce((best, project) => (relevance(project) > relevance(best) ? project : best));
		left.splice(left.indexOf(next), 1);
		listed.push(next);
		for (const project of left) closest.set(project, Math.max(closest.get(project)!, likeness(project.model, next.model, shares)));
	}
	return listed;
}
