import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import type { EconomicModel, EvidenceGrade } from '#lib/core/project/model.ts';
import type { RecommendationRules } from '#lib/core/project/rules.ts';
import { weightedMean } from '#lib/core/statistics/access.ts';
import type { ProjectAnswer } from '../answer.ts';
import type { Profile } from '../profile.ts';

/** Parts of a fit, 0–1; null where nothing is known. */
export type FitParts = ProjectAnswer['parts'];

/** fit = 100·Z^.40·M^.25·F^.20·Q^.15, each floored at .05 (method §5); a part nobody knows gives its exponent to the others. 5–100. */
export function fitOf(parts: FitParts, { fit: { floor, ...exponents } }: Pick<RecommendationRules, 'fit'>): number {
	const known = (Object.keys(exponents) as (keyof FitParts)[]).flatMap((part) => {
		const value = parts[part];
		return value === null ? [] : [{ value: Math.log(Math.max(floor, value)), weight: exponents[part] }];
	});
	return 100 * Math.exp(weightedMean(known) ?? Math.log(floor));
}

/** What a group brings to a model, each 0–1; null where it is not said or not asked. */
export interface MeansTerms {
	readonly money: number | null;
	readonly members: number | null;
	readonly skills: number | null;
}

/** The terms of the means: (own money + accessible finance) ÷ capital, members ÷ those of the model, share of its skills; at most 1 each. */
export function meansTerms(profile: Profile, model: EconomicModel, capitalMad: number, accessibleMad: number): MeansTerms {
	const { ownMoneyMad, members, skills } = profile;
	const held = model.skills.filter((skill) => skills.includes(skill)).length;
	return {
		money: ownMoneyMad === null ? null : shareOf(ownMoneyMad + accessibleMad, capitalMad),
		members: members === null ? null : shareOf(members, model.members),
		skills: skills.length === 0 || model.skills.length === 0 ? null : held / model.skills.length
	};
}

/** M = .4·money + .3·members + .3·skills; what is not known is left out and gives its weight to the others. Null when nothing is known. */
export function meansOf(terms: MeansTerms, { means: { money, members, skills } }: Pick<RecommendationRules, 'means'>): number | null {
	return weightedMean([
		{ value: terms.money, weight: money },
		{ value: terms.members, weight: members },
		{ value: terms.skills, weight: skills }
	]);
}

/**
 * F: mean of pay per day ÷ legal minimum, (cover of the debt − 1) ÷ .5 and 1 − break-even share, each within 0–1; what the case does not
 * say is left out. A turnover that never breaks even counts 0. Never a rate of return.
 */
export function financeOf(
	{ payPerDay, loan, breakEvenShare }: Evaluation,
	smagPerDay: number,
	{ coverAboveOne }: Pick<RecommendationRules, 'coverAboveOne'>
): number | null {
	const { dscrAverage } = loan;
	return weightedMean([
		{ value: payPerDay === null ? null : within(payPerDay / smagPerDay), weight: 1 },
		{ value: dscrAverage === null ? null : within((dscrAverage - 1) / coverAboveOne), weight: 1 },
		{ value: breakEvenShare === null ? 0 : within(1 - breakEvenShare), weight: 1 }
	]);
}

/** Q: 1, .75, .5, .25 for the grades A to D. */
export const evidenceOf = (grade: EvidenceGrade, { evidence }: Pick<RecommendationRules, 'evidence'>): number => evidence[grade];

const shareOf = (has: number, needs: number): number => (needs > 0 ? Math.min(1, has / needs) : 1);
const within = (value: number): number => Math.min(1, Math.max(0, value));
