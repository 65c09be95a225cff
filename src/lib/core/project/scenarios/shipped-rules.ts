import type { FinanceRules, GradeRules, RecommendationRules } from '../rules.ts';

/** For tests and the bench: the numbers of `data/bank/projects/2026/rules.csv`, which tests/project-rules.test.ts holds them to. */

export const FINANCE_RULES: FinanceRules = {
	leastDebtCover: 1.2,
	taxTurnoverMad: 10_000_000,
	priceMonths: 24,
	plausibleIrr: { low: 0.07, high: 0.12 },
	leastFounders: 5,
	referenceLoan: { ownShare: 0.1, loanYears: 7, graceYears: 1 },
	openRange: [0.5, 2],
	ranges: {
		workingCapitalDays: [0, 365],
		discountRate: [0, 0.3],
		loanRate: [0, 0.3],
		grantShare: [0, 1],
		ownShare: [0, 1],
		loanYears: [1, 20],
		graceYears: [0, 5]
	},
	capacities: [0.6, 0.7, 0.8, 1],
	moves: { price: [-0.2, 0.2], volume: [-0.3, 0.2], capex: [0.2], 'main-input': [0.2], 'discount-rate': [0.04, 0.1] },
	drawing: { draws: 1000, seed: 7, openSpread: 0.2 }
};

export const GRADE_RULES: GradeRules = { A: { critical: 0.75, value: 0.7 }, B: { critical: 0.6, value: 0.45 }, C: { critical: 0.5 } };

export const RECOMMENDATION_RULES: RecommendationRules = {
	radiusKm: { least: 5, most: 100 },
	road: { detour: 1.3, kmPerHour: 50 },
	towns: 3,
	fit: { place: 0.4, means: 0.25, finance: 0.2, evidence: 0.15, floor: 0.05 },
	means: { money: 0.4, members: 0.3, skills: 0.3 },
	coverAboveOne: 0.5,
	evidence: { A: 1, B: 0.75, C: 0.5, D: 0.25 },
	diversity: { fit: 0.7, likeness: 0.3 },
	likeness: { chain: 0.5, branch: 0.3, skills: 0.2 },
	reservation: 0.5,
	conditionKm: 30,
	reasons: 3,
	limits: 3,
	saying: {
		hereKm: 5,
		movedPoints: 5,
		worthPoints: 1,
		earlyBreakEven: 0.75,
		lateBreakEven: 0.85,
		smallStartMad: 100_000,
		mostSkills: 0.5,
		presence: { low: 0.5, high: 2 }
	}
};
