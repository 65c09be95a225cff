import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRules } from '../scripts/data/projects/rules.ts';
import { evaluate } from '../src/lib/core/finance/evaluate.ts';
import { goldenModels } from '../src/lib/core/finance/scenarios/golden-models.ts';
import type { ProjectBank } from '../src/lib/core/project/bank.ts';
import type { EconomicModel } from '../src/lib/core/project/model.ts';
import { FINANCE_RULES, GRADE_RULES, RECOMMENDATION_RULES } from '../src/lib/core/project/scenarios/shipped-rules.ts';
import { RADII, RADIUS } from '../src/lib/view/near.ts';
import { shipped } from './shipped.ts';

const bank = shipped<ProjectBank>('projects.json');
const golden = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8')).models.map(({ model }) => model);
const argan = bank.models.find(({ id }) => id === 'M03')!;

describe('the numbers of the rules', () => {
	it('are those of the table, in the release and in what tests start from', () => {
		const { finance, grades, recommendation } = readRules('data');
		expect([bank.shared.rules, bank.recommendationRules]).toEqual([finance, recommendation]);
		expect([FINANCE_RULES, GRADE_RULES, RECOMMENDATION_RULES]).toEqual([finance, grades, recommendation]);
	});

	it('let «near me» offer no radius that an answer would refuse', () => {
		const { least, most } = bank.recommendationRules.radiusKm;
		expect([RADIUS.least, RADIUS.most]).toEqual([least, most]);
		expect(RADII.filter((km) => km < least || km > most)).toEqual([]);
	});

	it('are of the loan that the models print their finance case with', () => {
		const { loan } = evaluate(argan, {}, bank.shared);
		expect([loan.ownShare, loan.years, loan.graceYears]).toEqual([0.1, 7, 1]);
	});
});

describe('what is said of a model beside its own table', () => {
	it('is the same in the release and in what tests start from: piece work and public infrastructure', () => {
		const said = ({ id, variable, isPublicInfrastructure }: EconomicModel) => ({
			id,
			isPublicInfrastructure,
			days: variable.map(({ daysPerUnit }) => daysPerUnit ?? null)
		});
		expect(bank.models.filter(({ variantOf }) => variantOf === null).map(said)).toEqual(golden.map(said));
	});

	it('makes cracking argan kernels at 40 MAD a kilogramme, a kilogramme a day, a danger: below the legal minimum', () => {
		expect(argan.variable.map(({ daysPerUnit }) => daysPerUnit)).toEqual([null, 1, null]);
		const { alerts } = evaluate(argan, {}, bank.shared);
		expect(alerts[0]).toEqual({ kind: 'pay-below-smag', level: 'danger', numbers: { payPerDay: 40, smag: 97.44 } });
	});

	it('counts no days where no source says how long a piece takes', () => {
		const counted = bank.models.filter(({ variable }) => variable.some(({ daysPerUnit }) => (daysPerUnit ?? null) !== null));
		expect(counted.map(({ id }) => id)).toEqual(['M03']);
	});
});
