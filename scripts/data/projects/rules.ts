import type { Ends, FinanceRules, GradeRules, RecommendationRules } from '#lib/core/project/rules.ts';
import { byKey, rowsOf } from '../rows.ts';
import { FOLDERS } from '../sources.ts';

/** The numbers of every rule of the project bank. */
export interface ProjectRules {
	readonly finance: FinanceRules;
	readonly grades: GradeRules;
	readonly recommendation: RecommendationRules;
}

/** Gives a number by its name. */
type Numbers = (parameter: string) => number;

/** The numbers of `rules.csv`. Throws on one that is missing or that no rule reads, on ends the wrong way round, and on shares that do not add to 1. */
export function readRules(root: string): ProjectRules {
	const rows = byKey(rowsOf(root, `${FOLDERS.projectRules}/rules.csv`), 'parameter');
	const unread = new Set(rows.keys());
	const number: Numbers = (parameter) => {
		const row = rows.get(parameter);
		if (!row) throw new Error(`rules.csv: «${parameter}» is missing.`);
		unread.delete(parameter);
		return row.number('value');
	};
	const rules = { finance: financeRules(number), grades: gradeRules(number), recommendation: recommendationRules(number) };
	for (const parameter of unread) rows.get(parameter)!.fail(`no rule reads «${parameter}».`);
	return rules;
}

function financeRules(number: Numbers): FinanceRules {
	const [low, high] = ends(number, 'plausible_irr');
	return {
		leastDebtCover: number('least_debt_cover'),
		taxTurnoverMad: number('tax_turnover'),
		priceMonths: number('price_months'),
		plausibleIrr: { low, high },
		leastFounders: number('least_founders'),
		referenceLoan: { ownShare: number('loan_own_share'), loanYears: number('loan_years'), graceYears: number('loan_grace_years') },
		openRange: ends(number, 'open_range'),
		ranges: {
			workingCapitalDays: ends(number, 'range_working_capital_days'),
			discountRate: ends(number, 'range_discount_rate'),
			loanRate: ends(number, 'range_loan_rate'),
			grantShare: ends(number, 'range_grant_share'),
			ownShare: ends(number, 'range_own_share'),
			loanYears: ends(number, 'range_loan_years'),
			graceYears: ends(number, 'range_grace_years')
		},
		capacities: [1, 2, 3, 4].map((place) => number(`capacity_${place}`)),
		moves: {
			price: ends(number, 'move_price'),
			volume: ends(number, 'move_volume'),
			capex: [number('move_capex')],
			'main-input': [number('move_main_input')],
			'discount-rate': ends(number, 'move_discount_rate')
		},
		drawing: { draws: number('draws'), seed: number('draw_seed'), openSpread: number('draw_open_spread') }
	};
}

function gradeRules(number: Numbers): GradeRules {
	return {
		A: { critical: number('grade_a_critical'), value: number('grade_a_value') },
		B: { critical: number('grade_b_critical'), value: number('grade_b_value') },
		C: { critical: number('grade_c_critical') }
	};
}

function recommendationRules(number: Numbers): RecommendationRules {
	const [least, most] = ends(number, 'radius', 'least', 'most');
	const fit = whole('fit', { place: number('fit_place'), means: number('fit_means'), finance: number('fit_finance'), evidence: number('fit_evidence') });
	return {
		radiusKm: { least, most },
		road: { detour: number('road_detour'), kmPerHour: number('road_speed') },
		towns: number('towns'),
		fit: { ...fit, floor: number('fit_floor') },
		means: whole('means', { money: number('means_money'), members: number('means_members'), skills: number('means_skills') }),
		coverAboveOne: number('cover_above_one'),
		evidence: { A: number('evidence_a'), B: number('evidence_b'), C: number('evidence_c'), D: number('evidence_d') },
		diversity: whole('diversity', { fit: number('diversity_fit'), likeness: number('diversity_likeness') }),
		likeness: whole('likeness', { chain: number('likeness_chain'), branch: number('likeness_branch'), skills: number('likeness_skills') }),
		reservation: number('reservation'),
		conditionKm: number('condition_distance'),
		reasons: number('reasons'),
		limits: number('limits'),
		saying: sayingRules(number)
	};
}

function sayingRules(number: Numbers): RecommendationRules['saying'] {
	const [low, high] = ends(number, 'presence');
	return {
		hereKm: number('here_distance'),
		movedPoints: number('moved'),
		worthPoints: number('worth'),
		earlyBreakEven: number('early_break_even'),
		lateBreakEven: number('late_break_even'),
		smallStartMad: number('small_start'),
		mostSkills: number('most_skills'),
		presence: { low, high }
	};
}

/** The two ends `<name>_low` and `<name>_high`. */
function ends(number: Numbers, name: string, low = 'low', high = 'high'): Ends {
	const [from, to] = [number(`${name}_${low}`), number(`${name}_${high}`)];
	if (from > to) throw new Error(`rules.csv: «${name}» begins at ${from} and ends at ${to}.`);
	return [from, to];
}

/** The shares, unchanged. */
function whole<Shares extends Readonly<Record<string, number>>>(what: string, shares: Shares): Shares {
	const sum = Object.values(shares).reduce((total, share) => total + share, 0);
	if (Math.abs(sum - 1) > 1e-9) throw new Error(`rules.csv: the shares of «${what}» add to ${sum}, not 1.`);
	return shares;
}
