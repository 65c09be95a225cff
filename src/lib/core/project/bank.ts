import type { Text } from '#lib/core/text/text.ts';
import type { Figure, ModelSource } from './figure.ts';
import type { EconomicModel, Skill } from './model.ts';
import type { FinanceRules, RecommendationRules } from './rules.ts';

/** What all models share: legal minima, charges, the loan of reference, and the numbers of the rules. */
export interface SharedFigures {
	/** Legal minimum in agriculture, MAD a day. */
	readonly smag: Figure;
	/** Legal minimum elsewhere, MAD a month. */
	readonly smigMonth: Figure;
	/** Share 0–1. */
	readonly employerCharges: Figure;
	/** Yearly rate 0–1. */
	readonly loanRate: Figure;
	readonly discountRate: Figure;
	readonly rules: FinanceRules;
}

/** A word of the calculator, to be explained where it stands. */
export interface Term {
	/** `npv`. */
	readonly key: string;
	readonly name: Text;
	/** What it says, in plain words. */
	readonly definition: Text;
	/** Null for what has no unit. */
	readonly unit: Text | null;
	/** As printed, in signs; null for a word that is no quantity. */
	readonly formula: string | null;
}

/** `projects.json` of a release: every model and variant, what they need and rest on. */
export interface ProjectBank {
	/** Models M01…M19, then the micro variants. */
	readonly models: readonly EconomicModel[];
	readonly skills: readonly Skill[];
	readonly sources: readonly ModelSource[];
	readonly shared: SharedFigures;
	readonly recommendationRules: RecommendationRules;
	readonly glossary?: readonly Term[];
}
