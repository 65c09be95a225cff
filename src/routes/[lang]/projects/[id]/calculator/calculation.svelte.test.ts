import { describe, expect, test, vi } from 'vitest';
import type { CaseValues } from '#lib/core/finance/case.ts';
import { evaluate } from '#lib/core/finance/evaluate.ts';
import { goldenModels } from '#lib/core/finance/scenarios/golden-models.ts';
import { Calculation } from './calculation.svelte.ts';
import type { AskedCase } from './case-fields.ts';
import source from '../../../../../../data/bank/models/2026/economic_models.json?raw';

const { models, shared } = goldenModels(source);
const model = models.find(({ model: { slug } }) => slug === 'beldi_eggs')!.model;
const DATE = '2026-11-01';
const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

function calculation(asked: Partial<AskedCase> = {}): { desk: Calculation; told: CaseValues[] } {
	const told: CaseValues[] = [];
	const ground = { model, shared, date: DATE, language: 'fr' as const, sources: [] };
	const desk = new Calculation(ground, { values: {}, texts: {}, unreadable: 0, ...asked }, (values) => told.push(values));
	return { desk, told };
}
const fieldOf = (desk: Calculation, id: string) => desk.fields.find((field) => field.id === id)!;

describe('a case while somebody edits it', () => {
	test('is worked out once a frame, however fast one types', async () => {
		const { desk } = calculation();
		const price = fieldOf(desk, 'revenue.0.price');
		const before = desk.evaluation;
		for (const text of ['2', '2,', '2,1', '2,15']) desk.type(price, text);
		expect(desk.evaluation).toBe(before);
		await frame();
		expect(desk.values).toEqual({ 'revenue.0.price': 2.15 });
		expect(desk.evaluation.withoutGrant.npv).toBe(evaluate(model, { 'revenue.0.price': 2.15 }, shared, DATE).withoutGrant.npv);
	});

	test('keeps what is typed, and the last good number in its results', async () => {
		const { desk, told } = calculation({ values: { members: 8 } });
		const members = fieldOf(desk, 'members');
		desk.type(members, '9');
		await frame();
		desk.type(members, '9000');
		await frame();
		expect([desk.textOf(members), desk.valueOf(members)]).toEqual(['9000', 9]);
		// Nobody is interrupted in the middle of a number.
		expect(desk.issueOf(members)).toBeNull();
		await vi.waitFor(() => expect(desk.issueOf(members)).toMatchObject({ problem: 'out-of-range', low: 5, high: 24 }));
		expect(told.at(-1)).toEqual({ members: 9 });
		desk.type(members, 'neuf');
		desk.leave(members);
		expect(desk.issueOf(members)).toMatchObject({ problem: 'not-a-number' });
		expect(desk.textOf(members)).toBe('neuf');
		desk.close();
	});

	test('goes back to the model field by field and as a whole', async () => {
		const { desk, told } = calculation({ values: { members: 8, loanRate: 0.04 }, texts: { 'revenue.0.price': 'cher' } });
		expect(desk.fields.filter((field) => desk.isChanged(field)).map(({ id }) => id)).toEqual(['revenue.0.price', 'members', 'loanRate']);
		desk.reset(fieldOf(desk, 'revenue.0.price'));
		desk.reset(fieldOf(desk, 'members'));
		await frame();
		expect(desk.values).toEqual({ loanRate: 0.04 });
		desk.resetAll();
		await vi.waitFor(() => expect(told.at(-1)).toEqual({}));
		expect(desk.fields.some((field) => desk.isChanged(field))).toBe(false);
	});

	test('writes a good number as it was understood once its field is left', async () => {
		const { desk } = calculation();
		const quantity = fieldOf(desk, 'revenue.0.quantity');
		desk.type(quantity, '600.000');
		desk.leave(quantity);
		await frame();
		expect(desk.textOf(quantity)).toBe('600000');
		desk.close();
	});
});
