import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Profile } from '#lib/core/recommendation/profile.ts';
import type { Stage } from './instrument.ts';
import type { FundingQuestion } from './match.ts';

/** Where a project would be: codes from the commune up to the region, and whether the commune is rural. */
export interface PlaceOfProject {
	readonly territories: readonly string[];
	readonly setting: 'rural' | 'urban' | null;
	readonly name: string;
}

/** What funding asks beside the six answers. */
export interface Situation {
	readonly stage: Stage;
	/** Years since the cooperative was registered; null when not said. */
	readonly ageYears: number | null;
}

/** A group that is about to found. */
export const FRESH_SITUATION: Situation = { stage: 'creation', ageYears: null };

/** Stages at which a cooperative stands. */
const STANDING: readonly Stage[] = ['operation', 'growth'];

/** The question a group asks of the instruments for a case; what nobody said stays unsaid. Money in MAD. */
export function fundingQuestion(
	{ branch, chains }: EconomicModel,
	{ capex, workingCapital, full }: Evaluation,
	asked: { readonly place: Omit<PlaceOfProject, 'name'> | null; readonly profile: Profile; readonly situation: Situation }
): FundingQuestion {
	const { members, womenShare, youthShare, ownMoneyMad } = asked.profile;
	const { stage, ageYears } = asked.situation;
	return {
		legalForm: STANDING.includes(stage) ? 'cooperative' : 'not-yet',
		stage,
		ageYears,
		members,
		womenShare,
		youthShare,
		branch,
		chain: chains[0] ?? null,
		territories: asked.place?.territories ?? [],
		setting: asked.place?.setting ?? null,
		investmentMad: capex,
		workingCapitalMad: workingCapital,
		turnoverMad: full.revenue,
		ownMoneyMad
	};
}
