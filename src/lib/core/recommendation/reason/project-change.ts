import type { Reason } from '../answer.ts';
import type { Candidate } from '../project/candidate.ts';
import { evidenceOf, financeOf, fitOf, meansOf, type FitParts, type MeansTerms } from '../project/fit.ts';
import { modelSources, priceSources, type ProjectContext } from './project-context.ts';
import { missingSkills } from './project-limits.ts';
import { reason } from './reason.ts';

/** What would raise the fit of a project most: money, members, skills, a grant, or figures checked on site; null when nothing would. */
export function projectChange(context: ProjectContext, candidate: Candidate): Reason | null {
	const changes = [
		moneyChange(context, candidate),
		membersChange(context, candidate),
		skillsChange(context, candidate),
		grantChange(context, candidate),
		figuresChange(context, candidate)
	].filter((change) => change !== null);
	const [best] = changes.toSorted((a, b) => b.numbers['fit']! - a.numbers['fit']!);
	return best && best.numbers['fit']! - candidate.fit >= context.vicinity.facts.rules.saying.worthPoints ? best : null;
}

const fitWith = ({ vicinity }: ProjectContext, { parts }: Candidate, changed: Partial<FitParts>): number =>
	fitOf({ ...parts, ...changed }, vicinity.facts.rules);
const fitWithMeans = (context: ProjectContext, candidate: Candidate, changed: Partial<MeansTerms>): number =>
	fitWith(context, candidate, { means: meansOf({ ...candidate.means, ...changed }, context.vicinity.facts.rules) });

function moneyChange(context: ProjectContext, candidate: Candidate): Reason | null {
	const { model, means, evaluation, accessibleMad } = candidate;
	if (means.money === null || means.money >= 1) return null;
	const mad = evaluation.capital - context.profile.ownMoneyMad! - accessibleMad;
	return reason('change-money', {
		numbers: { mad, fit: fitWithMeans(context, candidate, { money: 1 }) },
		sources: modelSources(context, model)
	});
}

function membersChange(context: ProjectContext, candidate: Candidate): Reason | null {
	const { model, means } = candidate;
	if (means.members === null || means.members >= 1) return null;
	const count = model.members - context.profile.members!;
	return reason('change-members', {
		numbers: { count, fit: fitWithMeans(context, candidate, { members: 1 }) },
		sources: modelSources(context, model)
	});
}

function skillsChange(context: ProjectContext, candidate: Candidate): Reason | null {
	const { model, means } = candidate;
	if (means.skills === null || means.skills >= 1) return null;
	return reason('change-skills', {
		numbers: { fit: fitWithMeans(context, candidate, { skills: 1 }) },
		ids: { skill: missingSkills(context, candidate) },
		sources: modelSources(context, model)
	});
}

function grantChange(context: ProjectContext, candidate: Candidate): Reason | null {
	const { model, hasGrant } = candidate;
	if (hasGrant) return null;
	const granted = context.facts.evaluation(model, true);
	if (granted.withGrant.share <= 0) return null;
	const finance = financeOf(granted, context.facts.bank.shared.smag.value, context.vicinity.facts.rules);
	const fit = fitWith(context, candidate, { finance });
	return reason('change-grant', { numbers: { share: granted.withGrant.share, fit }, sources: modelSources(context, model) });
}

function figuresChange(context: ProjectContext, candidate: Candidate): Reason | null {
	const { model } = candidate;
	if (model.grade === 'A') return null;
	const fit = fitWith(context, candidate, { evidence: evidenceOf('A', context.vicinity.facts.rules) });
	return reason('change-figures', { numbers: { fit }, ids: { grade: model.grade }, sources: priceSources(context, model) });
}
