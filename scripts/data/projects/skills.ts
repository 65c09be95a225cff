import type { Skill } from '#lib/core/project/model.ts';
import { byKey, rowsOf, textsOf } from '../rows.ts';
import { FOLDERS } from '../sources.ts';

/** Skills with the modules that teach them, as the table orders them; a skill that no listed module teaches has none. */
export function readSkills(root: string): Skill[] {
	const modules = Map.groupBy(rowsOf(root, `${FOLDERS.projectRules}/skill_modules.csv`), (row) => row.text('skill'));
	const known = byKey(rowsOf(root, 'bank/support/2026/training.csv'), 'id');
	const skills = rowsOf(root, `${FOLDERS.projectRules}/skills.csv`).map((row) => ({
		id: row.text('id'),
		name: textsOf(row),
		modules: (modules.get(row.text('id')) ?? []).map((link) => {
			const module = link.text('module');
			return known.has(module) ? module : link.fail(`«module» is no training module: ${module}.`);
		})
	}));
	for (const [id, [link]] of modules) if (!skills.some((skill) => skill.id === id)) link!.fail(`«skill» is unknown: ${id}.`);
	return skills;
}

/** Ids of skills per model and variant. Throws on a skill or a model nobody knows, and for a model without skills. */
export function readModelSkills(root: string, skills: readonly Skill[], models: readonly string[]): Map<string, string[]> {
	const rows = rowsOf(root, `${FOLDERS.projectRules}/model_skills.csv`);
	const ids = new Set(skills.map(({ id }) => id));
	const found = new Map<string, string[]>();
	for (const row of rows) {
		const model = row.text('model');
		const skill = row.text('skill');
		if (!models.includes(model)) row.fail(`«model» is unknown: ${model}.`);
		if (!ids.has(skill)) row.fail(`«skill» is unknown: ${skill}.`);
		found.set(model, [...(found.get(model) ?? []), skill]);
	}
	for (const model of models) if (!found.has(model)) throw new Error(`model_skills.csv names no skill for ${model}.`);
	return found;
}
