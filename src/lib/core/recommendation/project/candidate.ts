import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { FundingAnswer, FundingQuestion } from '#lib/core/support/match.ts';
import { settingOf } from '#lib/core/territory/territory.ts';
import type { ProjectGate } from '../answer.ts';
import type { SectorNear } from '../near/sector.ts';
import type { Vicinity } from '../near/vicinity.ts';
import type { Profile } from '../profile.ts';
import type { Condition } from './conditions.ts';
import type { ProjectFacts } from './facts.ts';
import { evidenceOf, financeOf, fitOf, meansOf, meansTerms, type FitParts, type MeansTerms } from './fit.ts';

/** A model at a place, for a profile, before anything is said about it. */
export interface Candidate {
	readonly model: EconomicModel;
	/** The chain it is looked at for: of those it serves the one that stands best here. */
	readonly sector: SectorNear;
	readonly conditions: readonly Condition[];
	/** Every hard gate it fails, in their order. */
	readonly failed: readonly ProjectGate[];
	/** The case with a grant when somebody may give one, else without. */
	readonly evaluation: Evaluation;
	readonly funding: FundingAnswer | null;
	readonly hasGrant: boolean;
	/** Grants and loans that the plan counts on, MAD. */
	readonly accessibleMad: number;
	readonly means: MeansTerms;
	readonly parts: FitParts;
	/** 0–100. */
	readonly fit: number;
}

/** What candidates are made of. */
export interface CandidateContext {
	readonly facts: ProjectFacts;
	readonly vicinity: Vicinity;
	readonly sectors: ReadonlyMap<string, SectorNear>;
	readonly profile: Profile;
	readonly condition: (trigger: EconomicModel['triggers'][number]) => Condition;
}

/** A model as a candidate; null for a model that serves no chain of the release. */
export function candidateOf(context: CandidateContext, model: EconomicModel): Candidate | null {
	const sector = bestSector(context, model);
	if (!sector) return null;
	const { facts, profile } = context;
	const { rules } = context.vicinity.facts;
	const conditions = model.triggers.map(context.condition);
	const asked = facts.evaluation(model, false);
	// Nobody is asked to pay for what cannot stand here: it spares half of the time.
	const funding = sector.score === null ? null : facts.funding(fundingQuestion(context, model, sector, asked));
	const layers = funding?.plan?.layers ?? [];
	const hasGrant = layers.some(({ kind }) => kind === 'grant');
	const accessibleMad = layers.reduce((sum, { kind, amountMad }) => (kind === 'grant' || kind === 'loan' ? sum + amountMad : sum), 0);
	const evaluation = hasGrant ? facts.evaluation(model, true) : asked;
	const means = meansTerms(profile, model, evaluation.capital, accessibleMad);
	const parts: FitParts = {
		place: (sector.score ?? 0) / 100,
		means: meansOf(means, rules),
		finance: financeOf(evaluation, facts.bank.shared.smag.value, rules),
		evidence: evidenceOf(model.grade, rules)
	};
	const failed = failedGates(context, model, sector, conditions);
	return { model, sector, conditions, failed, evaluation, funding, hasGrant, accessibleMad, means, parts, fit: fitOf(parts, rules) };
}

/** How near a sector without a score is to having one. */
const STANDING = ['ineligible', 'not-documented', 'insufficient', 'scored'] as const;

function bestSector({ sectors }: CandidateContext, { chains }: EconomicModel): SectorNear | null {
	const served = chains.flatMap((chain) => sectors.get(chain) ?? []);
	const standing = ({ status }: SectorNear): number => STANDING.indexOf(status);
	return served.toSorted((a, b) => standing(b) - standing(a) || (b.score ?? 0) - (a.score ?? 0))[0] ?? null;
}

function failedGates(
	{ facts, profile }: CandidateContext,
	model: EconomicModel,
	sector: SectorNear,
	conditions: readonly Condition[]
): ProjectGate[] {
	const fails: readonly (readonly [ProjectGate, boolean])[] = [
		['chain-ineligible', sector.status === 'ineligible'],
		['chain-not-documented', sector.status === 'not-documented' || sector.status === 'insufficient'],
		['founders', lacksFounders(profile, facts.bank.shared)],
		['resource-missing', conditions.some(({ trigger, state }) => trigger.isRequired && state === 'unmet')],
		['not-open', facts.closed.has(model.id)]
	];
	return fails.filter(([, isFailed]) => isFailed).map(([gate]) => gate);
}

/** True when a group is too small to found a cooperative; one that exists has founded itself, and a number not said counts against nobody. */
export const lacksFounders = ({ holder, members }: Profile, { rules }: SharedFigures): boolean =>
	holder !== 'cooperative' && members !== null && members < rules.leastFounders;

function fundingQuestion(
	{ profile, vicinity }: CandidateContext,
	model: EconomicModel,
	sector: SectorNear,
	asked: Evaluation
): FundingQuestion {
	const isCooperative = profile.holder === 'cooperative';
	return {
		legalForm: isCooperative ? 'cooperative' : 'not-yet',
		stage: isCooperative ? 'operation' : 'creation',
		ageYears: null,
		members: profile.members,
		womenShare: profile.womenShare,
		youthShare: profile.youthShare,
		branch: model.branch,
		chain: sector.chain.id,
		...placeOf(vicinity),
		investmentMad: asked.capex,
		workingCapitalMad: asked.workingCapital,
		turnoverMad: null,
		ownMoneyMad: profile.ownMoneyMad
	};
}

/** The nearest commune with its province and region, and whether it is rural. */
function placeOf({ facts, sorted }: Vicinity): Pick<FundingQuestion, 'territories' | 'setting'> {
	const nearest = sorted[0];
	if (!nearest) return { territories: [], setting: null };
	const commune = facts.communes.table.territories[nearest.index]!;
	const province = facts.provinces.table.territories[facts.provinceOf[nearest.index]!]!;
	const region = province.parent === null ? [] : [province.parent];
	return { territories: [commune.code, province.code, ...region], setting: settingOf(commune) };
}
