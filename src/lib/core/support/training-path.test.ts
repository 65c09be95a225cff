import { describe, expect, it } from 'vitest';
import type { Skill } from '#lib/core/project/model.ts';
import type { PathStep, TrainingModule } from './training.ts';
import { trainingPathFor } from './training-path.ts';

const text = (word: string) => ({ ar: word, fr: word, en: word });
const moduleOf = (id: string): TrainingModule => ({
	id,
	programme: text(id),
	module: text(id),
	providerText: text(id),
	topic: 'management',
	audience: text(id),
	format: null,
	duration: null,
	cost: null,
	isLinkOnly: false,
	licence: null,
	stages: ['creation'],
	vintage: '2026',
	confidence: 'high',
	url: null
});
const step = (id: string, stage: PathStep['stage'], modules: readonly string[]): PathStep => ({ id, name: text(id), stage, modules });
const skill = (id: string, modules: readonly string[]): Skill => ({ id, name: text(id), modules });

const GUIDE = {
	path: [step('C1', 'idea', ['T1']), step('C2', 'creation', ['T2']), step('C3', 'growth', [])],
	modules: ['T1', 'T2', 'T9'].map(moduleOf)
};
const SKILLS = [skill('accounts', ['T2']), skill('saffron', ['T9']), skill('export', [])];
const ask = (skills: readonly string[], has: readonly string[] = [], stage: PathStep['stage'] = 'creation') =>
	trainingPathFor(GUIDE, SKILLS, { stage, model: { skills }, has });

describe('the training path', () => {
	it('keeps every step in its order and says which belong to now', () => {
		expect(ask([]).map(({ id, when }) => [id, when])).toEqual([
			['C1', 'before'],
			['C2', 'now'],
			['C3', 'later']
		]);
	});

	it('says which missing skill a step teaches, and puts what no step teaches after those of now', () => {
		const path = ask(['accounts', 'saffron']);
		expect(path.map(({ id, skills }) => [id, skills.map((one) => one.id)])).toEqual([
			['C1', []],
			['C2', ['accounts']],
			['saffron', ['saffron']],
			['C3', []]
		]);
		expect(path[2]!.modules.map(({ id }) => id)).toEqual(['T9']);
	});

	it('asks nobody to learn what they can do, and nothing the model does not need', () => {
		expect(ask(['saffron'], ['saffron']).map(({ id }) => id)).toEqual(['C1', 'C2', 'C3']);
		expect(trainingPathFor(GUIDE, SKILLS, { stage: 'idea', model: null, has: [] }).flatMap(({ skills }) => skills)).toEqual([]);
	});

	it('names a skill that nobody teaches yet instead of hiding it', () => {
		expect(ask(['export']).find(({ id }) => id === 'export')).toMatchObject({ modules: [], when: 'now' });
	});

	it('brings what teaches a skill to the step that teaches it, once', () => {
		const path = trainingPathFor(GUIDE, [skill('both', ['T2', 'T9'])], { stage: 'creation', model: { skills: ['both'] }, has: [] });
		expect(path.find(({ id }) => id === 'C2')?.modules.map(({ id }) => id)).toEqual(['T2', 'T9']);
	});
});
