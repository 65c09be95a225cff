import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '#lib/core/finance/evaluate.ts';
import { goldenModels } from '#lib/core/finance/scenarios/golden-models.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { decimalsOf, figuresOf, linesOf, type FigureLine } from './figure-lines.ts';

const { models, shared } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));
const words = await wordsOf('fr');
const total = (lines: readonly FigureLine[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

describe('the tables of a sheet', () => {
	it('add up to what the engine computes, for all 19 models', () => {
		for (const { model } of models) {
			const { capex, full } = evaluate(model, {}, shared);
			const tables = linesOf(model, words);
			expect(total(tables.investment), model.id).toBeCloseTo(capex, 6);
			expect(total(tables.revenue), model.id).toBeCloseTo(full.revenue, 6);
			expect(total(tables.variable), model.id).toBeCloseTo(full.variable, 6);
			expect(total(tables.labour), model.id).toBeCloseTo(full.labour, 6);
			expect(total(tables.fixed), model.id).toBeCloseTo(full.fixed, 6);
		}
	});

	it('leave out no figure of a model, and say of each what it rests on', () => {
		for (const { model } of models) {
			const shown = Object.values(linesOf(model, words)).flatMap((lines) => lines.flatMap(({ figures }) => figures));
			expect(shown.map(({ figure }) => figure)).toEqual(figuresOf(model));
		}
	});

	it('say how an amount comes about, to whom work is paid, and how long a thing lasts', () => {
		const eggs = linesOf(models.find(({ model }) => model.id === 'M13')!.model, words);
		expect(eggs.revenue[0]!.details[0]).toBe('524\u202f400 egg/yr × 1,9 MAD/egg');
		expect(eggs.investment[0]!.details).toContain('dure 15 ans');
		expect(eggs.labour[0]!.details).toEqual(['payé aux membres', '780 journées par an']);
	});
});

describe('a number of a sheet', () => {
	it('has the fewest decimals that say it, and none from a thousand on', () => {
		expect([1.9, 0.1, 11.299999999999999, 117.990096, 430, 1.25, 4300.5].map(decimalsOf)).toEqual([1, 1, 1, 2, 0, 2, 0]);
	});
});
