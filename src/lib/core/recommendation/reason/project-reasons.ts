import type { Reason } from '../answer.ts';
import type { Candidate } from '../project/candidate.ts';
import { conditionIds, modelSources, priceSources, type ProjectContext } from './project-context.ts';
import { firstOf, reason } from './reason.ts';
import { citation, documentedReason, scoreSources } from './sector-reasons.ts';

/** Three reasons for a project: one about the place, one about the means, one about the money where they hold, then what else holds. */
export function projectReasons(context: ProjectContext, candidate: Candidate): readonly Reason[] {
	const { communes, rules } = context.vicinity.facts;
	const place = [
		placeReason(context, candidate, communes.method.scoreBreaks[GOOD_BREAK]!),
		documentedReason(context.vicinity.facts, candidate.sector),
		metReason(context, candidate)
	];
	const means = [
		membersReason(context, candidate),
		moneyReason(context, candidate),
		skillsReason(context, candidate),
		grantReason(candidate),
		smallReason(context, candidate)
	];
	const finance = [payReason(context, candidate), coverReason(context, candidate), breakEvenReason(context, candidate)];
	const firsts = [place, means, finance].map((group) => group.find((one) => one !== null) ?? null);
	return firstOf(rules.reasons, [
		likedReason(context, candidate),
		...firsts,
		gradeReason(context, candidate),
		...means,
		...finance,
		...place,
		placeReason(context, candidate, 0),
		peopleReason(context)
	]);
}

/** From the third of the fixed breaks of the map on a place speaks for a project. */
const GOOD_BREAK = 2;

function placeReason({ vicinity: { facts } }: ProjectContext, { sector }: Candidate, least: number): Reason | null {
	if (sector.score === null || sector.score < least) return null;
	return reason('place', {
		numbers: { score: sector.score },
		ids: { chain: sector.chain.id },
		sources: scoreSources(facts, sector.explanation.pillars)
	});
}

function metReason(context: ProjectContext, candidate: Candidate): Reason | null {
	const trigger = conditionIds(candidate, 'met');
	return trigger === null ? null : reason('trigger-met', { ids: { trigger }, sources: modelSources(context, candidate.model) });
}

function moneyReason(context: ProjectContext, { model, means, evaluation, accessibleMad }: Candidate): Reason | null {
	if (means.money === null || means.money < 1) return null;
	const numbers = { own: context.profile.ownMoneyMad!, help: accessibleMad, of: evaluation.capital };
	return reason('money-covers', { numbers, sources: modelSources(context, model) });
}

function membersReason(context: ProjectContext, { model, means }: Candidate): Reason | null {
	if (means.members === null || means.members < 1) return null;
	return reason('members-enough', {
		numbers: { members: context.profile.members!, of: model.members },
		sources: modelSources(context, model)
	});
}

function skillsReason(context: ProjectContext, { model, means }: Candidate): Reason | null {
	if (means.skills === null || means.skills < context.vicinity.facts.rules.saying.mostSkills) return null;
	const held = Math.round(means.skills * model.skills.length);
	return reason('skills-held', { numbers: { held, of: model.skills.length }, sources: modelSources(context, model) });
}

/** The largest grant that the plan counts on. */
function grantReason({ funding }: Candidate): Reason | null {
	const grants = (funding?.plan?.layers ?? []).filter(({ kind, instrument }) => kind === 'grant' && instrument !== null);
	const [largest] = grants.toSorted((a, b) => b.amountMad - a.amountMad);
	const instrument = funding?.matches.find((match) => match.instrument.id === largest?.instrument)?.instrument;
	if (!largest || !instrument) return null;
	return reason('grant', {
		numbers: { mad: largest.amountMad },
		ids: { instrument: instrument.id },
		sources: [{ id: instrument.id, year: instrument.vintage }]
	});
}

function smallReason(context: ProjectContext, { model, evaluation }: Candidate): Reason | null {
	if (evaluation.capital > context.vicinity.facts.rules.saying.smallStartMad) return null;
	return reason('small-start', { numbers: { mad: evaluation.capital }, sources: modelSources(context, model) });
}

function payReason(context: ProjectContext, { model, evaluation: { payPerDay } }: Candidate): Reason | null {
	const smag = context.facts.bank.shared.smag.value;
	if (payPerDay === null || payPerDay < smag) return null;
	return reason('pay-above', { numbers: { mad: payPerDay, share: payPerDay / smag }, sources: priceSources(context, model, true) });
}

function coverReason(context: ProjectContext, { model, evaluation: { loan } }: Candidate): Reason | null {
	if (loan.dscrAverage === null || loan.dscrAverage < context.facts.bank.shared.rules.leastDebtCover) return null;
	return reason('debt-covered', { numbers: { ratio: loan.dscrAverage }, sources: priceSources(context, model) });
}

function breakEvenReason(context: ProjectContext, { model, evaluation: { breakEvenShare } }: Candidate): Reason | null {
	if (breakEvenShare === null || breakEvenShare > context.vicinity.facts.rules.saying.earlyBreakEven) return null;
	return reason('break-even-early', { numbers: { share: breakEvenShare }, sources: priceSources(context, model) });
}

function gradeReason(context: ProjectContext, { model }: Candidate): Reason | null {
	if (model.grade === 'C' || model.grade === 'D') return null;
	return reason('grade-good', {
		numbers: { share: model.criticalAnchored },
		ids: { grade: model.grade },
		sources: modelSources(context, model)
	});
}

function likedReason({ profile }: ProjectContext, { model, sector }: Candidate): Reason | null {
	const branch = [model.branch, sector.chain.branch].find((code) => profile.branches.includes(code));
	return branch === undefined ? null : reason('liked', { ids: { branch } });
}

const peopleReason = ({ vicinity: { facts, around } }: ProjectContext): Reason =>
	reason('people', { numbers: { people: around.people, km: around.radiusKm }, sources: [citation(facts, 'unemployment_rate')] });
