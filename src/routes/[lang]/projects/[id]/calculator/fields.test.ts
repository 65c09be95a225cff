import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { goldenModels } from '#lib/core/finance/scenarios/golden-models.ts';
import { parametersOf } from '#lib/core/finance/parameters.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { fieldsOf, linesOf, positionOf, shownValue, SLIDER_POSITIONS, stepOf, stepped, typedValue, valueAt } from './fields.ts';

const { models, shared } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));
const eggs = models.find(({ model }) => model.slug === 'beldi_eggs')!.model;
const fields = fieldsOf(eggs, shared);
const field = (id: string) => fields.find((known) => known.id === id)!;
const allFields = models.flatMap(({ model }) => fieldsOf(model, shared));

describe('the fields of a model', () => {
	test('are its parameters, each once', () => {
		for (const { model } of models) {
			const ids = fieldsOf(model, shared).map(({ id }) => id);
			expect(ids.toSorted()).toEqual(
				parametersOf(model, shared)
					.map(({ id }) => id)
					.toSorted()
			);
		}
	});

	test('stand by line, sales first and money last', () => {
		expect(linesOf(fields).map(({ id, fields: own }) => `${id} ${own.map(({ subject }) => subject).join('+')}`)).toEqual([
			'revenue.0 quantity+price',
			'revenue.1 quantity+price',
			'variable.0 quantity+cost',
			'variable.1 quantity+cost',
			'variable.2 quantity+cost',
			'variable.3 quantity+cost',
			'labour.0 cost',
			'fixed.0 cost',
			'fixed.1 cost',
			'fixed.2 cost',
			'capex.0 quantity+cost',
			'capex.1 quantity+cost',
			'capex.2 quantity+cost',
			'capex.3 quantity+cost',
			'members members',
			'workingCapitalDays workingCapitalDays',
			'grantShare grantShare',
			'ownShare ownShare',
			'loanRate loanRate',
			'loanYears loanYears',
			'graceYears graceYears',
			'discountRate discountRate'
		]);
	});

	test('carry the figure they set, with its unit; a bare quantity has a unit and no status', () => {
		expect(field('revenue.0.price').figure).toBe(eggs.revenue[0]!.price);
		expect(field('revenue.0.quantity').figure).toBe(eggs.revenue[0]!.quantity);
		expect(field('variable.0.quantity')).toMatchObject({ figure: null, unit: eggs.variable[0]!.quantityUnit });
		expect(field('loanRate').figure).toBe(shared.loanRate);
		expect(field('members').figure).toBeNull();
	});
});

describe('a field', () => {
	test('that nobody touched keeps its value to the last digit', () => {
		for (const language of LANGUAGES) {
			for (const one of allFields) expect(typedValue(one, ` ${shownValue(one, one.value, language)} `, language)).toBe(one.value);
		}
	});

	test('shows a share in percent and reads it so', () => {
		expect(shownValue(field('loanRate'), 0.0522, 'fr')).toBe('5,22');
		expect(typedValue(field('loanRate'), '6,5 %', 'fr')).toBe(0.065);
		expect(typedValue(field('revenue.0.price'), '2,1', 'ar')).toBe(2.1);
		expect(typedValue(field('members'), '7.4', 'en')).toBe(7);
		expect(typedValue(field('members'), 'sept', 'fr')).toBeNull();
	});

	test('moves in round steps and never leaves its range', () => {
		expect(stepOf(field('revenue.0.price'))).toBe(0.05);
		expect(stepOf(field('members'))).toBe(1);
		expect(stepped(field('revenue.0.price'), 1.9, 1)).toBe(1.95);
		expect(stepped(field('revenue.0.price'), 1.9, -100)).toBe(1.5);
		for (const one of allFields) {
			for (const steps of [-1000, -1, 1, 1000]) {
				const value = stepped(one, one.value, steps);
				expect(value).toBeGreaterThanOrEqual(one.low);
				expect(value).toBeLessThanOrEqual(one.high);
			}
		}
	});

	test('has a slider that reaches both ends and meets the value of the model', () => {
		for (const one of allFields) {
			expect(valueAt(one, 0)).toBe(one.low);
			expect(valueAt(one, SLIDER_POSITIONS)).toBe(one.high);
			const position = positionOf(one, one.value);
			if (position > 0 && position < SLIDER_POSITIONS) expect(valueAt(one, position)).toBe(one.value);
			const reached = Array.from({ length: SLIDER_POSITIONS + 1 }, (_, at) => valueAt(one, at));
			expect(
				reached.filter((value) => value < one.low || value > one.high),
				one.id
			).toEqual([]);
		}
	});
});
