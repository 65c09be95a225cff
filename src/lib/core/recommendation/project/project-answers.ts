import type { EvidenceGrade } from '#lib/core/project/model.ts';
import type { Confidence, ExcludedProject, ProjectAnswer } from '../answer.ts';
import type { SectorNear } from '../near/sector.ts';
import type { Vicinity } from '../near/vicinity.ts';
import type { Profile } from '../profile.ts';
import { projectChange } from '../reason/project-change.ts';
import { projectLimits } from '../reason/project-limits.ts';
import { projectReasons } from '../reason/project-reasons.ts';
import type { ProjectContext } from '../reason/project-context.ts';
import { whyExcluded } from '../reason/why-excluded.ts';
import { candidateOf, type Candidate } from './candidate.ts';
import { conditionsAt } from './conditions.ts';
import { diverse } from './diversity.ts';
import type { ProjectFacts } from './facts.ts';

/** Projects for a profile at a point, and those a hard gate leaves out. */
export interface ProjectAnswers {
	readonly projects: readonly ProjectAnswer[];
	readonly excluded: readonly ExcludedProject[];
}

/**
 * Every model of the bank: recommended when it passes every hard gate, else left out with the first gate it fails. Recommended ones are
 * ordered by maximal marginal relevance, those of the branches the holder likes first. Left out come first those that one gate alone
 * holds back, best fit first: they open when it opens.
 */
export function projectAnswers(facts: ProjectFacts, vicinity: Vicinity, sectors: readonly SectorNear[], profile: Profile): ProjectAnswers {
	const condition = conditionsAt(vicinity);
	const byChain = new Map(sectors.map((sector) => [sector.chain.id, sector]));
	const candidates = facts.bank.models.flatMap(
		(model) => candidateOf({ facts, vicinity, sectors: byChain, profile, condition }, model) ?? []
	);
	const context: ProjectContext = { facts, vicinity, profile };
	const passed = candidates.filter(({ failed }) => failed.length === 0);
	const isLiked = ({ model, sector }: Candidate): boolean =>
		[model.branch, sector.chain.branch].some((branch) => profile.branches.includes(branch));
	const { rules } = vicinity.facts;
	const liked = diverse(passed.filter(isLiked), rules);
	const others = diverse(
		passed.filter((candidate) => !isLiked(candidate)),
		rules,
		liked
	);
	return {
		projects: [...liked, ...others].map((candidate) => projectAnswer(context, candidate)),
		excluded: candidates
			.filter(({ failed }) => failed.length > 0)
			.sort(byNearness)
			.map((candidate) => excluded(context, candidate))
	};
}

/** Fewest gates first, then the best fit, then by id. */
const byNearness = (a: Candidate, b: Candidate): number =>
	Number(a.failed.length > 1) - Number(b.failed.length > 1) || b.fit - a.fit || (a.model.id < b.model.id ? -1 : 1);

function projectAnswer(context: ProjectContext, candidate: Candidate): ProjectAnswer {
	const { model, sector, parts, fit } = candidate;
	return {
		model: model.id,
		chain: sector.chain.id,
		fit,
		parts,
		grade: model.grade,
		reasons: projectReasons(context, candidate),
		limits: projectLimits(context, candidate),
		confidence: confidenceOf(sector.explanation.confidence?.grade ?? 'C', model.grade),
		change: projectChange(context, candidate)
	};
}

/** An answer is as sure as its weaker half: the score of the place, or the figures of the model (C and D alike). */
const confidenceOf = (place: Confidence, grade: EvidenceGrade): Confidence => {
	const figures = grade === 'D' ? 'C' : grade;
	return place > figures ? place : figures;
};

const excluded = (context: ProjectContext, candidate: Candidate): ExcludedProject => ({
	model: candidate.model.id,
	gate: candidate.failed[0]!,
	isOnlyGate: candidate.failed.length === 1,
	why: whyExcluded(context, candidate)
});
