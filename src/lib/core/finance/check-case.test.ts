import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseValues } from './case.ts';
import { checkCase } from './check-case.ts';
import { evaluate } from './evaluate.ts';
import { modelWith } from './model-with.ts';
import { parametersOf } from './parameters.ts';
import { goldenModels } from './scenarios/golden-models.ts';

const { models, shared } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));
const saffron = models[0]!.model;
const byId = new Map(parametersOf(saffron, shared).map((parameter) => [parameter.id, parameter]));

describe('parameters', () => {
	test('a figure with a range keeps it, another may be halved and doubled', () => {
		expect(byId.get('revenue.0.price')).toEqual({ id: 'revenue.0.price', value: 20_000, low: 12_000, high: 30_000, isOpenRange: false });
		expect(byId.get('fixed.0.cost')).toEqual({ id: 'fixed.0.cost', value: 20_000, low: 10_000, high: 40_000, isOpenRange: true });
	});

	test('the grant share is what the ceiling leaves of the rate', () => {
		expect(byId.get('grantShare')!.value).toBeCloseTo(300_000 / 834_000, 12);
	});

	test.each(models.map(({ model }) => [model.id, model] as const))('every number of %s as shipped lies in its range', (_, model) => {
		const parameters = parametersOf(model, shared);
		expect(new Set(parameters.map(({ id }) => id)).size).toBe(parameters.length);
		expect(parameters.filter(({ value, low, high }) => !(low <= value && value <= high))).toEqual([]);
		const shipped = Object.fromEntries(parameters.map(({ id, value }) => [id, value]));
		expect(checkCase(model, shipped, shared)).toEqual({ ok: true, value: shipped });
	});

	test.each(models.map(({ model }) => [model.id, model] as const))(
		'%s with every number as shipped is the model as shipped',
		(_, model) => {
			const shipped = Object.fromEntries(parametersOf(model, shared).map(({ id, value }) => [id, value]));
			expect(evaluate(model, shipped, shared)).toEqual(evaluate(model, {}, shared));
		}
	);
});

describe('a case', () => {
	test('with nothing changed is good', () => {
		expect(checkCase(saffron, {}, shared)).toEqual({ ok: true, value: {} });
		expect(modelWith(saffron, {})).toBe(saffron);
	});

	test('is refused with every reason and the range that would do', () => {
		const values = { 'revenue.0.price': 1e9, 'revenue.9.price': 1, members: '12', ownShare: Number.NaN, loanYears: -1, toString: 1 };
		expect(checkCase(saffron, values, shared)).toEqual({
			ok: false,
			issues: [
				{ parameter: 'revenue.0.price', problem: 'out-of-range', low: 12_000, high: 30_000 },
				{ parameter: 'revenue.9.price', problem: 'unknown-parameter', low: null, high: null },
				{ parameter: 'members', problem: 'not-a-number', low: 5, high: 40 },
				{ parameter: 'ownShare', problem: 'not-a-number', low: 0, high: 1 },
				{ parameter: 'loanYears', problem: 'out-of-range', low: 1, high: 20 },
				{ parameter: 'toString', problem: 'unknown-parameter', low: null, high: null }
			]
		});
	});

	test('changes what it names and nothing else', () => {
		const edited = modelWith(saffron, { 'revenue.0.price': 25_000, 'capex.0.quantity': 10, members: 12 });
		expect(edited.revenue[0]!.price).toEqual({ ...saffron.revenue[0]!.price, value: 25_000 });
		expect(edited.capex[0]!.quantity).toBe(10);
		expect(edited.members).toBe(12);
		expect({ ...edited, revenue: 0, capex: 0, members: 0 }).toEqual({ ...saffron, revenue: 0, capex: 0, members: 0 });
	});

	test('with a grant of its own is not held to the ceiling of the instrument', () => {
		expect(evaluate(saffron, { grantShare: 0.5 }, shared).withGrant.amount).toBe(417_000);
	});

	test('whose loan lasts as long as its grace repays all in the last year', () => {
		const { loan } = evaluate(saffron, { loanYears: 2, graceYears: 5 }, shared);
		expect(loan.graceYears).toBe(1);
		expect(loan.schedule.at(-1)!.balance).toBe(0);
	});

	test('at any corner of its ranges gives numbers, never NaN', () => {
		const corners = fc.constantFrom(...models).chain(({ model }) => {
			const parameters = parametersOf(model, shared);
			return fc.tuple(
				fc.constant(model),
				fc
					.array(fc.constantFrom('low' as const, 'high' as const), { minLength: parameters.length, maxLength: parameters.length })
					.map((ends): CaseValues => Object.fromEntries(parameters.map((parameter, index) => [parameter.id, parameter[ends[index]!]])))
			);
		});
		fc.assert(
			fc.property(corners, ([model, values]) => {
				expect(checkCase(model, values, shared).ok).toBe(true);
				const numbers = JSON.stringify(evaluate(model, values, shared), (_, value) =>
					typeof value === 'number' && !Number.isFinite(value) ? 'broken' : value
				);
				expect(numbers).not.toContain('broken');
			})
		);
	});
});

describe('a model at its limits', () => {
	test('without investment has no depreciation, no grant and no loan beyond its working capital', () => {
		const evaluation = evaluate({ ...saffron, capex: [] }, {}, shared);
		expect([evaluation.capex, evaluation.full.depreciation, evaluation.residual]).toEqual([0, 0, 0]);
		expect(evaluation.withGrant).toMatchObject({ share: 0, amount: 0, npv: evaluation.withoutGrant.npv });
		expect(evaluation.loan.loan).toBeCloseTo(0.9 * evaluation.capital, 6);
	});

	test('that only loses has no rate, no payback and no break-even', () => {
		const worthless = saffron.revenue.map((line) => ({ ...line, price: { ...line.price, value: 0 } }));
		const evaluation = evaluate({ ...saffron, capex: [], revenue: worthless, workingCapitalDays: 0 }, {}, shared);
		expect(evaluation.withoutGrant).toMatchObject({ irr: null, isIrrAmbiguous: false, payback: null, discountedPayback: null });
		expect([evaluation.breakEvenRevenue, evaluation.breakEvenShare]).toEqual([null, null]);
	});

	test('whose equipment no grant may pay gets none', () => {
		const own = saffron.capex.map((line) => ({ ...line, grantable: false }));
		expect(evaluate({ ...saffron, capex: own }, {}, shared).withGrant).toMatchObject({ share: 0, amount: 0 });
	});
});
