import { describe, expect, it } from 'vitest';
import type { Figure, FigureStatus } from './figure.ts';
import { criticalShare, evidenceGrade, valueShare, type ModelLines } from './grade.ts';
import { GRADE_RULES } from './scenarios/shipped-rules.ts';

const TEXT = { ar: 'زعفران', fr: 'Safran', en: 'Saffron' };
const figure = (value: number, status: FigureStatus): Figure => ({
	value,
	low: null,
	high: null,
	unit: TEXT,
	year: null,
	status,
	sources: [],
	note: null
});

describe('the evidence grade', () => {
	it.each([
		[0.75, 0.7, 'A'],
		[0.75, 0.69, 'B'],
		[1, 0.5, 'B'],
		[0.6, 0.45, 'B'],
		[0.67, 0.44, 'C'],
		[0.5, 0, 'C'],
		[0.33, 0.9, 'D'],
		[0, 0, 'D']
	])('of %s of the critical figures and %s of the value is %s', (critical, value, grade) =>
		expect(evidenceGrade(critical, value, GRADE_RULES)).toBe(grade)
	);

	it('counts a critical figure only when a source carries it: from memory is not', () => {
		const critical = (['sourced', 'derived', 'recalled', 'assumed'] as const).map((status) => ({ name: TEXT, status }));
		expect(criticalShare(critical)).toBe(0.5);
	});

	it('finds nothing anchored where no figure is critical', () => expect(criticalShare([])).toBe(0));
});

describe('the anchored share of the annual value', () => {
	const empty: ModelLines = { capex: [], revenue: [], variable: [], labour: [], fixed: [] };

	it('spreads an investment over its life', () => {
		const bulbs = { item: TEXT, quantity: 10, quantityUnit: TEXT, lifeYears: 5, grantable: true, cost: figure(300, 'adapted') };
		const rent = { item: TEXT, cost: figure(600, 'assumed') };
		expect(valueShare({ ...empty, capex: [bulbs], fixed: [rent] })).toBe(0.5);
	});

	it('takes a sale as anchored only when its quantity is too', () => {
		const sale = (quantity: FigureStatus) => ({ item: TEXT, quantity: figure(8, quantity), price: figure(20, 'sourced') });
		expect(valueShare({ ...empty, revenue: [sale('derived')] })).toBe(1);
		expect(valueShare({ ...empty, revenue: [sale('assumed')] })).toBe(0);
	});

	it('is 0 for a model without value', () => expect(valueShare(empty)).toBe(0));
});
