import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { goldenModels } from '../scenarios/golden-models.ts';
import { capacityTableOf } from './capacity.ts';
import { drawnReturnsOf } from './draws.ts';
import { switchingOf } from './switching.ts';
import { tornadoOf } from './tornado.ts';

const { models, shared } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));
const eggs = models.find(({ model }) => model.id === 'M13')!.model;
const saffron = models[0]!.model;

describe('tornado', () => {
	test('puts the widest bar first', () => {
		expect(tornadoOf(eggs, {}, shared).map(({ lever }) => lever)).toEqual(['price', 'volume', 'main-input', 'discount-rate', 'capex']);
	});

	test('starts from the numbers of the holder', () => {
		const bars = tornadoOf(eggs, { 'revenue.0.price': 3 }, shared);
		const { npv } = evaluate(eggs, { 'revenue.0.price': 3 }, shared).withoutGrant;
		for (const { lever, sides } of bars.filter(({ sides }) => sides.length === 2))
			expect([lever, sides.map((side) => side.npv < npv).sort()]).toEqual([lever, [false, true]]);
	});

	test('a model that uses nothing up has a bar without width for its main input', () => {
		expect(tornadoOf({ ...eggs, variable: [] }, {}, shared).at(-1)).toMatchObject({ lever: 'main-input', swing: 0 });
	});
});

describe('switching values', () => {
	test('a case moved to them is worth nothing', () => {
		const { price, grant } = switchingOf(saffron, {}, shared);
		const dearer = saffron.revenue.map((line) => ({ ...line, price: { ...line.price, value: line.price.value * price! } }));
		expect(evaluate({ ...saffron, revenue: dearer }, {}, shared).withoutGrant.npv).toBeCloseTo(0, 3);
		expect(evaluate(saffron, { grantShare: grant! }, shared).withGrant.npv).toBeCloseTo(0, 3);
	});

	test('what sells nothing has no price, what earns enough needs no grant, what loses too much is not saved by one', () => {
		expect(switchingOf({ ...saffron, revenue: [] }, {}, shared)).toMatchObject({ price: null, volume: null });
		expect(switchingOf({ ...saffron, revenue: [] }, {}, shared).grant).toBeGreaterThan(1);
		expect(switchingOf(eggs, {}, shared).grant).toBeNull();
		expect(switchingOf({ ...saffron, capex: [], revenue: [] }, {}, shared).grant).toBeNull();
	});
});

describe('capacity table', () => {
	test('has four rows, of which the full one is the full year', () => {
		const rows = capacityTableOf(eggs, {}, shared);
		const { full, breakEvenRevenue } = evaluate(eggs, {}, shared);
		expect(rows.map(({ capacity }) => capacity)).toEqual([0.6, 0.7, 0.8, 1]);
		expect(rows.at(-1)).toMatchObject({ revenue: full.revenue, ebitda: full.ebitda, operatingResult: full.surplus, breakEvenRevenue });
	});

	test('a row makes a surplus exactly where its revenue covers the break-even', () => {
		for (const { model } of models)
			for (const { operatingResult, breakEvenCover } of capacityTableOf(model, {}, shared))
				expect(operatingResult >= 0).toBe(breakEvenCover! >= 1);
	});

	test('without a margin there is no break-even to cover', () => {
		const [row] = capacityTableOf({ ...eggs, revenue: [] }, {}, shared);
		expect([row!.breakEvenRevenue, row!.breakEvenCover]).toEqual([null, null]);
	});
});

describe('a thousand draws', () => {
	test('are the same for the same seed and others for another', () => {
		expect(drawnReturnsOf(eggs, {}, shared)).toEqual(drawnReturnsOf(eggs, {}, shared));
		expect(drawnReturnsOf(eggs, {}, shared, { draws: 1000, seed: 8 }).p50).not.toBe(drawnReturnsOf(eggs, {}, shared).p50);
	});

	test('say their quantiles in order, over every figure of the model', () => {
		for (const { model } of models) {
			const { p5, p50, p95, lossShare, figures, openFigures } = drawnReturnsOf(model, {}, shared, { draws: 200, seed: 7 });
			expect(p5 < p50 && p50 < p95).toBe(true);
			expect(lossShare >= 0 && lossShare <= 1).toBe(true);
			const { capex, revenue, variable, labour, fixed } = model;
			expect(figures).toBe(capex.length + 2 * revenue.length + variable.length + labour.length + fixed.length);
			expect(openFigures).toBeLessThanOrEqual(figures);
		}
	});

	test('the share that loses money is where the quantiles put it', () => {
		const { lossShare, p5, p50 } = drawnReturnsOf(saffron, {}, shared);
		expect(lossShare > 0.5).toBe(p50 < 0);
		expect(lossShare > 0.05).toBe(p5 < 0);
	});

	test('of figures that cannot move are the case itself', () => {
		const fixedAt = (value: number) => ({ low: value, high: value });
		const still = {
			...eggs,
			capex: eggs.capex.map((line) => ({ ...line, cost: { ...line.cost, ...fixedAt(line.cost.value) } })),
			revenue: eggs.revenue.map(({ quantity, price, ...line }) => ({
				...line,
				quantity: { ...quantity, ...fixedAt(quantity.value) },
				price: { ...price, ...fixedAt(price.value) }
			})),
			variable: eggs.variable.map((line) => ({ ...line, cost: { ...line.cost, ...fixedAt(line.cost.value) } })),
			labour: eggs.labour.map((line) => ({ ...line, cost: { ...line.cost, ...fixedAt(line.cost.value) } })),
			fixed: eggs.fixed.map((line) => ({ ...line, cost: { ...line.cost, ...fixedAt(line.cost.value) } }))
		};
		const { p5, p95, lossShare, openFigures } = drawnReturnsOf(still, {}, shared, { draws: 10, seed: 1 });
		expect([Math.round(p5), Math.round(p95), lossShare, openFigures]).toEqual([618_836, 618_836, 0, 0]);
	});
});
