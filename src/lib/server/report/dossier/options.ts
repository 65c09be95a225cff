import type { FundingAnswer, Match } from '#lib/core/support/match.ts';
import type { TrainingItem } from '#lib/core/support/training-path.ts';
import type { TrainingModule } from '#lib/core/support/training.ts';

/** Most instruments that the dossier tells in full: more than a group will ever apply to. */
const MOST_LISTED = 8;

/** The instruments a dossier tells in full, those it only names, and those that are out of reach. */
export interface Options {
	/** Those of the plan first, then what is open, then what must be checked. */
	readonly listed: readonly Match[];
	readonly named: readonly Match[];
	readonly refused: readonly Match[];
}

/** The instruments of an answer by how much the dossier says of them; nothing for no answer. Instruments of the plan are always listed. */
export function optionsOf(funding: FundingAnswer | null): Options {
	if (funding === null) return { listed: [], named: [], refused: [] };
	const planned = new Set(funding.plan?.layers.flatMap(({ instrument }) => instrument ?? []));
	const inPlan = ({ instrument }: Match): boolean => planned.has(instrument.id);
	const open = funding.matches.filter((match) => match.verdict !== 'refused' || inPlan(match));
	const ordered = [
		...open.filter(inPlan),
		...open.filter((match) => !inPlan(match) && match.verdict === 'eligible'),
		...open.filter((match) => !inPlan(match) && match.verdict === 'check')
	];
	const most = Math.max(MOST_LISTED, planned.size);
	return {
		listed: ordered.slice(0, most),
		named: ordered.slice(most),
		refused: funding.matches.filter((match) => match.verdict === 'refused' && !inPlan(match))
	};
}

/** Modules that are named under one step of the training path. */
const MOST_MODULES = 2;

/** The modules a dossier names for a step: the first ones for a step of the present stage, none for what is behind or ahead. */
export const modulesToName = ({ when, modules }: TrainingItem): readonly TrainingModule[] =>
	when === 'now' ? modules.slice(0, MOST_MODULES) : [];
