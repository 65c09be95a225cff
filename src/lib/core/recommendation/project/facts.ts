import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import type { ProjectBank } from '#lib/core/project/bank.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { FundingAnswer, FundingQuestion } from '#lib/core/support/match.ts';

/** What projects are recommended from: the bank, and who computes a case and looks for help. */
export interface ProjectFacts {
	readonly bank: Pick<ProjectBank, 'models' | 'sources' | 'shared'>;
	/** The case of a model as shipped, with its grant or without any. */
	evaluation(model: EconomicModel, withGrant: boolean): Evaluation;
	/** What may help to pay for a project; null when nobody is asked. */
	funding(question: FundingQuestion): FundingAnswer | null;
	/** Ids of models that are reserved or closed. */
	readonly closed: ReadonlySet<string>;
}

/** Ids of the models that serve a chain, in the order of the bank. */
export const modelsOfChain = ({ models }: Pick<ProjectBank, 'models'>, chain: string): string[] =>
	models.filter(({ chains }) => chains.includes(chain)).map(({ id }) => id);
