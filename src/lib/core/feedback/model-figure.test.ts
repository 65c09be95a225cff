import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { goldenModels } from '#lib/core/finance/scenarios/golden-models.ts';
import { figureAt, modelFigures } from './model-figure.ts';

const { models } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));

it('every figure of every sheet is found at its place, and nothing beside it', () => {
	for (const { model } of models) {
		const lines = model.capex.length + model.variable.length + model.labour.length + model.fixed.length;
		expect(modelFigures(model).size).toBe(lines + 2 * model.revenue.length);
		expect(figureAt(model, 'revenue.0.price')?.figure).toBe(model.revenue[0]?.price);
		expect(figureAt(model, 'capex.99.cost')).toBeNull();
		expect(figureAt(model, 'constructor')).toBeNull();
	}
});
