import type { Reason } from '../answer.ts';
import type { Candidate } from '../project/candidate.ts';
import { conditionIds, modelSources, priceSources, unsaidAnswers, type ProjectContext } from './project-context.ts';
import { firstOf, reason } from './reason.ts';
import { evidenceLimit, farReason } from './sector-reasons.ts';

/** One to three points to strengthen: one about the place, one about the means, one about the money where they hold, then what else holds. */
export function projectLimits(context: ProjectContext, candidate: Candidate): readonly Reason[] {
	const { facts } = context.vicinity;
	const condition = (kind: 'trigger-unmet' | 'on-site' | 'trigger-unknown'): Reason | null => conditionLimit(context, candidate, kind);
	const place = [
		condition('trigger-unmet'),
		condition('on-site'),
		condition('trigger-unknown'),
		farReason(facts, candidate.sector),
		evidenceLimit(context, candidate.sector)
	];
	const means = [
		moneyShort(context, candidate),
		loanHeavy(candidate),
		membersShort(context, candidate),
		skillsMissing(context, candidate),
		bridge(candidate),
		unsaid(context, candidate)
	];
	const finance = [
		publicMoney(context, candidate),
		payBelow(context, candidate),
		coverThin(context, candidate),
		breakEvenLate(context, candidate),
		gradeThin(context, candidate)
	];
	const firsts = [finance, means, place].map((group) => group.find((one) => one !== null) ?? null);
	return firstOf(facts.rules.limits, [...firsts, ...finance, ...place, ...means, anyGrade(context, candidate)]);
}

const STATES = { 'trigger-unmet': 'unmet', 'on-site': 'on-site', 'trigger-unknown': 'unknown' } as const;

function conditionLimit(context: ProjectContext, candidate: Candidate, kind: keyof typeof STATES): Reason | null {
	const trigger = conditionIds(candidate, STATES[kind]);
	return trigger === null ? null : reason(kind, { ids: { trigger }, sources: modelSources(context, candidate.model) });
}

function moneyShort(context: ProjectContext, { model, means, evaluation, accessibleMad }: Candidate): Reason | null {
	if (means.money === null || means.money >= 1) return null;
	const mad = evaluation.capital - context.profile.ownMoneyMad! - accessibleMad;
	return reason('money-short', { numbers: { mad }, sources: modelSources(context, model) });
}

/** Share of the need from which a loan is most of the money. */
const MOST = 0.5;

function loanHeavy({ funding }: Candidate): Reason | null {
	const plan = funding?.plan;
	const loan = plan?.layers.find(({ kind }) => kind === 'loan');
	if (!plan || !loan || loan.instrument === null || loan.amountMad < MOST * plan.needMad) return null;
	const lender = funding.matches.find(({ instrument }) => instrument.id === loan.instrument);
	return reason('loan-heavy', {
		numbers: { mad: loan.amountMad, share: loan.amountMad / plan.needMad },
		ids: { instrument: loan.instrument },
		sources: [{ id: loan.instrument, year: lender?.instrument.vintage ?? null }]
	});
}

function membersShort(context: ProjectContext, { model, means }: Candidate): Reason | null {
	if (means.members === null || means.members >= 1) return null;
	return reason('members-short', { numbers: { count: model.members - context.profile.members! }, sources: modelSources(context, model) });
}

/** Skills of a model that a group has not, joined for a list; empty when it has them all. */
export const missingSkills = ({ profile }: ProjectContext, { model }: Candidate): string =>
	model.skills.filter((skill) => !profile.skills.includes(skill)).join(',');

function skillsMissing(context: ProjectContext, candidate: Candidate): Reason | null {
	const { means, model } = candidate;
	if (means.skills === null || means.skills >= 1) return null;
	return reason('skills-missing', { ids: { skill: missingSkills(context, candidate) }, sources: modelSources(context, model) });
}

function bridge({ funding }: Candidate): Reason | null {
	const plan = funding?.plan;
	if (!plan || plan.bridgeMad <= 0) return null;
	const late = plan.layers.flatMap(({ isExPost, instrument }) => (isExPost && instrument !== null ? [instrument] : []));
	const vintages = new Map(funding.matches.map(({ instrument }) => [instrument.id, instrument.vintage]));
	return reason('bridge', {
		numbers: { mad: plan.bridgeMad },
		ids: late.length > 0 ? { instrument: late.join(',') } : {},
		sources: late.map((id) => ({ id, year: vintages.get(id) ?? null }))
	});
}

function unsaid({ profile }: ProjectContext, candidate: Candidate): Reason | null {
	const answers = unsaidAnswers(candidate, profile);
	return answers.length === 0 ? null : reason('unsaid', { ids: { answer: answers.join(',') } });
}

const publicMoney = (context: ProjectContext, { model }: Candidate): Reason | null =>
	model.isPublicInfrastructure ? reason('public-infrastructure', { sources: modelSources(context, model) }) : null;

function payBelow(context: ProjectContext, { model, evaluation: { payPerDay } }: Candidate): Reason | null {
	const smag = context.facts.bank.shared.smag.value;
	if (payPerDay === null || payPerDay >= smag) return null;
	return reason('pay-below', { numbers: { mad: payPerDay, share: payPerDay / smag }, sources: priceSources(context, model, true) });
}

function coverThin(context: ProjectContext, { model, evaluation: { loan } }: Candidate): Reason | null {
	if (loan.dscrAverage === null || loan.dscrAverage >= context.facts.bank.shared.rules.leastDebtCover) return null;
	return reason('debt-thin', { numbers: { ratio: loan.dscrAverage }, sources: priceSources(context, model) });
}

function breakEvenLate(context: ProjectContext, { model, evaluation: { breakEvenShare } }: Candidate): Reason | null {
	if (breakEvenShare === null || breakEvenShare < context.vicinity.facts.rules.saying.lateBreakEven) return null;
	return reason('break-even-late', { numbers: { share: breakEvenShare }, sources: priceSources(context, model) });
}

const gradeThin = (context: ProjectContext, candidate: Candidate): Reason | null =>
	candidate.model.grade === 'C' || candidate.model.grade === 'D' ? anyGrade(context, candidate) : null;

/** There is always something to check: how many of the figures a project stands or falls with have a source. */
const anyGrade = (context: ProjectContext, { model }: Candidate): Reason =>
	reason('grade-thin', { numbers: { share: model.criticalAnchored }, ids: { grade: model.grade }, sources: modelSources(context, model) });
