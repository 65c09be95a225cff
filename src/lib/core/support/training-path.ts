import type { EconomicModel, Skill } from '#lib/core/project/model.ts';
import type { Guide } from './guide.ts';
import { STAGES, type Stage } from './instrument.ts';
import type { PathStep, TrainingModule } from './training.ts';

/** Who learns, and for what. */
export interface TrainingQuestion {
	readonly stage: Stage;
	/** The model they chose; null when none is chosen yet: the path is then that of any cooperative. */
	readonly model: Pick<EconomicModel, 'skills'> | null;
	/** Ids of the skills the group has. */
	readonly has: readonly string[];
}

/** One line of the path: a step C1…C10, or a skill of the model that no step teaches. */
export interface TrainingItem {
	/** `C4`, or the id of the skill: what a checklist keeps. */
	readonly id: string;
	readonly step: PathStep | null;
	/** Skills the model asks for and the group lacks that this line teaches. */
	readonly skills: readonly Skill[];
	/** Whether the step belongs to the stage of the group, or to one before or after it. A skill is wanted now. */
	readonly when: 'before' | 'now' | 'later';
	/** What exists: of the step in the order proposed, then of its skills; none where nobody teaches it yet. */
	readonly modules: readonly TrainingModule[];
}

/**
 * The path from an idea to a cooperative that grows, as an ordered checklist: C1…C10, and after the steps of the present stage
 * what the model asks for, the group lacks and no step teaches. `skills` are all those the bank knows.
 */
export function trainingPathFor(
	{ path, modules }: Pick<Guide, 'path' | 'modules'>,
	skills: readonly Skill[],
	{ stage, model, has }: TrainingQuestion
): TrainingItem[] {
	const byId = new Map(modules.map((module) => [module.id, module]));
	const known = (ids: readonly string[]): TrainingModule[] =>
		[...new Set(ids)].map((id) => byId.get(id)).filter((module) => module !== undefined);
	const missing = skills.filter(({ id }) => model?.skills.includes(id) && !has.includes(id));
	const steps = path.map((step): TrainingItem => {
		const taught = missing.filter((skill) => skill.modules.some((id) => step.modules.includes(id)));
		const ids = [...step.modules, ...taught.flatMap((skill) => skill.modules)];
		return { id: step.id, step, skills: taught, when: whenOf(step.stage, stage), modules: known(ids) };
	});
	const taught = new Set(steps.flatMap((item) => item.skills));
	const alone = missing
		.filter((skill) => !taught.has(skill))
		.map((skill): TrainingItem => ({ id: skill.id, step: null, skills: [skill], when: 'now', modules: known(skill.modules) }));
	return [...steps.filter(({ when }) => when !== 'later'), ...alone, ...steps.filter(({ when }) => when === 'later')];
}

function whenOf(of: Stage, now: Stage): TrainingItem['when'] {
	const distance = STAGES.indexOf(of) - STAGES.indexOf(now);
	if (distance === 0) return 'now';
	return distance < 0 ? 'before' : 'later';
}
