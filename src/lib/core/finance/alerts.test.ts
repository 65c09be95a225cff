import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { lowestCover } from './alerts.ts';
import type { CaseValues } from './case.ts';
import { evaluate } from './evaluate.ts';
import type { Alert, AlertKind } from './evaluation.ts';
import { goldenModels } from './scenarios/golden-models.ts';
import { isStale } from './stale-price.ts';

const { models, shared } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));
const RELEASE = '2026-11-23';
const byId = (id: string): EconomicModel => models.find(({ model }) => model.id === id)!.model;
const alertOf = (model: EconomicModel, kind: AlertKind, values: CaseValues = {}): Alert | undefined =>
	evaluate(model, values, shared, RELEASE).alerts.find((alert) => alert.kind === kind);
const modelsWith = (kind: AlertKind): string[] =>
	models
		.map(({ model }) => model)
		.filter((model) => alertOf(model, kind))
		.map(({ id }) => id);

describe('pay', () => {
	test('cracking argan kernels at 40 MAD/kg, a kilogramme a day, is below the legal minimum of agriculture', () => {
		expect(alertOf(byId('M03'), 'pay-below-smag')).toEqual({
			kind: 'pay-below-smag',
			level: 'danger',
			numbers: { payPerDay: 40, smag: 97.44 }
		});
		expect(modelsWith('pay-below-smag')).toEqual(['M03']);
	});

	test('exactly the legal minimum is not below it, a dirham less is', () => {
		const carpets = byId('M11');
		expect(evaluate(carpets, {}, shared).payPerDay).toBeCloseTo(97.44, 9);
		expect(alertOf(carpets, 'pay-below-smag')).toBeUndefined();
		expect(alertOf(carpets, 'pay-below-smag', { 'variable.1.cost': 96.44 })?.numbers['payPerDay']).toBeCloseTo(96.44, 9);
	});

	test('one line below the minimum is enough, whatever the others pay', () => {
		const { payPerDay } = evaluate(byId('M01'), { 'labour.0.cost': 21_000 }, shared);
		expect(payPerDay).toBeGreaterThan(0);
		expect(alertOf(byId('M01'), 'pay-below-smag', { 'labour.0.cost': 21_000 })?.numbers['payPerDay']).toBeCloseTo(60, 9);
	});

	test('work that is counted neither in days nor by the piece has no pay per day', () => {
		expect(evaluate(byId('M05'), {}, shared).payPerDay).toBeNull();
	});
});

describe('debt', () => {
	test('is covered by eggs, pottery and sorted waste; apples need no loan; all others are completed by a grant or own funds', () => {
		const covered = models.map(({ model }) => model.id).filter((id) => !modelsWith('debt-not-covered').includes(id));
		expect(covered).toEqual(['M12', 'M13', 'M14', 'M18']);
	});

	test('is looked at in the weakest year that repays: the year of grace and a good average do not count', () => {
		expect(lowestCover({ dscr: [-2, 0.9, 3, null], graceYears: 1 })).toEqual({ cover: 0.9, year: 2 });
		expect(lowestCover({ dscr: [null, null], graceYears: 1 })).toBeNull();
	});

	test('once what is missing is brought as own money, it is covered', () => {
		const mill = byId('M04');
		const { missing } = alertOf(mill, 'debt-not-covered')!.numbers;
		const { capital, loan } = evaluate(mill, {}, shared);
		const ownShare = (loan.own + missing!) / capital + 1e-6;
		expect(alertOf(mill, 'debt-not-covered', { ownShare: ownShare - 0.01 })).toBeDefined();
		expect(alertOf(mill, 'debt-not-covered', { ownShare })).toBeUndefined();
	});
});

describe('what a sheet must say', () => {
	test('stores and mussels are public infrastructure, with their balance before and after renewal', () => {
		expect(modelsWith('public-infrastructure')).toEqual(['M07', 'M14', 'M15']);
		const { numbers } = alertOf(byId('M07'), 'public-infrastructure')!;
		expect(Math.round(numbers['operatingBalance']!)).toBe(525_091);
		expect(numbers['afterRenewal']).toBeLessThan(0);
	});

	test('running at a loss is a danger', () => {
		expect(modelsWith('operating-loss')).toEqual([]);
		expect(alertOf(byId('M10'), 'operating-loss', { 'revenue.0.price': 18 })?.level).toBe('danger');
	});

	test('from ten million dirhams of sales on, tax may be due', () => {
		expect(modelsWith('tax-switch')).toEqual([]);
		expect(alertOf(byId('M14'), 'tax-switch', { 'revenue.0.price': 10 })?.numbers).toEqual({ turnover: 11_400_000, limit: 10_000_000 });
	});

	test('rates of return above what was seen in Morocco need proof', () => {
		expect(modelsWith('above-plausible-band')).toEqual(['M12', 'M13', 'M17', 'M18']);
	});

	test('a rate of return of flows that change sign more than once is ambiguous', () => {
		expect(modelsWith('irr-ambiguous')).toContain('M01');
		expect(modelsWith('irr-ambiguous')).not.toContain('M04');
	});

	test('critical figures that are assumed are counted', () => {
		expect(alertOf(byId('M01'), 'critical-assumed')?.numbers).toEqual({ assumed: 1, total: 4 });
	});

	test('the gravest comes first', () => {
		const [first] = evaluate(byId('M03'), {}, shared, RELEASE).alerts;
		expect(first?.kind).toBe('pay-below-smag');
	});
});

describe('old prices', () => {
	test('are counted from the end of their year, so that none is called old too soon', () => {
		expect(isStale({ year: 2024 }, '2026-12-31', shared.rules.priceMonths)).toBe(false);
		expect(isStale({ year: 2024 }, '2027-02-01', shared.rules.priceMonths)).toBe(true);
		expect(isStale({ year: 2023 }, RELEASE, shared.rules.priceMonths)).toBe(true);
		expect(isStale({ year: null }, RELEASE, shared.rules.priceMonths)).toBe(false);
	});

	test('are said with the oldest, unless the holder knows better', () => {
		expect(alertOf(byId('M01'), 'stale-price')?.numbers).toEqual({ count: 2, oldest: 2010, months: 24 });
		const fresh = { 'revenue.0.price': 20_000, 'revenue.1.price': 30_000 };
		expect(alertOf(byId('M01'), 'stale-price', fresh)).toBeUndefined();
	});

	test('are not spoken of without a date', () => {
		expect(evaluate(byId('M01'), {}, shared).alerts.map(({ kind }) => kind)).not.toContain('stale-price');
	});
});
