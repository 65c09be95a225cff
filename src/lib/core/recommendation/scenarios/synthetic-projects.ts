import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import type { Figure, ModelSource } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { FINANCE_RULES } from '#lib/core/project/scenarios/shipped-rules.ts';
import type { FundingAnswer, FundingQuestion } from '#lib/core/support/match.ts';
import type { ProjectFacts } from '../project/facts.ts';

/** Models, cases and help for tests: nothing of it is real. */

const text = (word: string): { ar: string; fr: string; en: string } => ({ ar: word, fr: word, en: word });

/** A figure that a source carries. */
export const syntheticFigure = (value: number): Figure => ({
	value,
	low: null,
	high: null,
	unit: text('MAD'),
	year: 2025,
	status: 'sourced',
	sources: ['s1'],
	note: null
});

/** A model of the crop for ten members with three skills and no condition, unless told otherwise. */
export const syntheticModel = (id: string, over: Partial<EconomicModel> = {}): EconomicModel => ({
	id,
	slug: id,
	name: text(id),
	variantOf: null,
	branch: 'farming',
	chains: ['crop'],
	members: 10,
	scale: text('small'),
	ramp: [1],
	workingCapitalDays: 0,
	capex: [],
	revenue: [],
	variable: [],
	labour: [],
	fixed: [],
	grant: { share: 0.5, ceilingMad: null, basis: text('half'), sources: [] },
	critical: [],
	criticalAnchored: 0.5,
	valueAnchored: 0.5,
	grade: 'B',
	isPublicInfrastructure: false,
	permits: [],
	risks: [],
	places: [],
	triggers: [],
	skills: ['sowing', 'selling', 'books'],
	remark: null,
	sources: ['s1'],
	...over
});

/** What of a case the recommendation reads; the rest is empty. */
export interface SyntheticCase {
	readonly capital: number;
	readonly payPerDay: number | null;
	readonly cover: number | null;
	readonly breakEvenShare: number | null;
}

/** A case of 100,000 MAD that pays above the minimum and carries its debt, unless told otherwise. */
export function syntheticCase(model: string, over: Partial<SyntheticCase> = {}): Evaluation {
	const { capital, payPerDay, cover, breakEvenShare } = { capital: 100_000, payPerDay: 120, cover: 1.5, breakEvenShare: 0.6, ...over };
	const returns = { npv: 0, irr: null, isIrrAmbiguous: false, payback: null, discountedPayback: null, benefitCostRatio: null };
	const sums = { revenue: 0, variable: 0, labour: 0, fixed: 0, ebitda: 0, depreciation: 0, surplus: 0 };
	const loan = { ownShare: 0.1, own: 0, grant: 0, loan: 0, rate: 0.05, years: 7, graceYears: 1, schedule: [], dscr: [] };
	return {
		model,
		discountRate: 0.07,
		capex: capital,
		workingCapital: 0,
		capital,
		full: sums,
		years: [],
		flows: [],
		flowsWithGrant: [],
		residual: 0,
		withoutGrant: returns,
		withGrant: { ...returns, share: 0.5, amount: capital / 2 },
		breakEvenRevenue: null,
		breakEvenShare,
		loan: { ...loan, dscrMin: cover, dscrAverage: cover },
		memberLabour: 0,
		memberPurchases: 0,
		grossPerMember: 0,
		payPerDay,
		alerts: []
	};
}

const SOURCE: ModelSource = { id: 's1', publisher: 'P', title: 'T', vintage: '2025-01', url: null };

/** Projects over some models: every case as given by model and grant, nobody to help unless told. */
export function syntheticProjects(
	models: readonly EconomicModel[],
	{
		cases = {},
		funding = () => null,
		closed = []
	}: {
		readonly cases?: Readonly<Record<string, Partial<SyntheticCase>>>;
		readonly funding?: (question: FundingQuestion) => FundingAnswer | null;
		readonly closed?: readonly string[];
	} = {}
): ProjectFacts {
	const smag = syntheticFigure(100);
	return {
		bank: {
			models,
			sources: [SOURCE],
			shared: { smag, smigMonth: smag, employerCharges: smag, loanRate: smag, discountRate: smag, rules: FINANCE_RULES }
		},
		evaluation: ({ id }, withGrant) => syntheticCase(id, cases[withGrant ? `${id} granted` : id] ?? cases[id]),
		funding,
		closed: new Set(closed)
	};
}
