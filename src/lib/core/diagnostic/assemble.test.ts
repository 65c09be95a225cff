import { describe, expect, it } from 'vitest';
import { diagnosticOf } from './assemble.ts';
import { evidence, published, same, syntheticInput } from './scenarios/synthetic.ts';

const provinces = syntheticInput().scorer.table.territories;

describe('whom a diagnostic compares with', () => {
	it('is the nation, or the region around a province', () => {
		expect(diagnosticOf(syntheticInput()).comparator).toEqual({ kind: 'nation', code: 'MA', name: null, members: [] });
		expect(diagnosticOf(syntheticInput('A', { comparator: { kind: 'region' } })).comparator).toMatchObject({ kind: 'region', code: 'R' });
	});

	it('is the nation for a region that asks for the region around it', () => {
		const input = syntheticInput('A', { parents: [], comparator: { kind: 'region' } });
		expect(diagnosticOf(input).comparator).toMatchObject({ kind: 'nation', code: 'MA' });
	});

	it('is the group of its look-alikes, by name', () => {
		const { comparator, alike } = diagnosticOf(syntheticInput('A', { comparator: { kind: 'alike' } }));
		expect(comparator.code).toBeNull();
		expect(comparator.members).toEqual(alike.map(({ code, name }) => ({ code, name })));
	});

	it('is any territory that is asked for', () => {
		const input = syntheticInput('A', { comparator: { kind: 'territory', territory: provinces[3]! } });
		const { comparator, needs } = diagnosticOf(input);
		expect(comparator).toEqual({ kind: 'territory', code: 'D', name: same('D'), members: [] });
		expect(needs.map(({ indicator, beside }) => beside!.cell === `indicators/${indicator}/D/2024`)).toEqual([true, true, true]);
	});
});

describe('a diagnostic', () => {
	it('is the same for the same input, and changes nothing of it', () => {
		const input = syntheticInput('C', {
			evidence: [evidence('E1', 'C')],
			counts: [published('C', '2022', 4)],
			comparator: { kind: 'alike' }
		});
		const before = JSON.stringify(input);
		expect(diagnosticOf(input)).toEqual(diagnosticOf(input));
		expect(JSON.stringify(input)).toBe(before);
	});

	it('names the regions of its look-alikes', () => {
		const { alike } = diagnosticOf(syntheticInput());
		expect(alike.map(({ parent }) => parent?.code)).toEqual(['R', 'R', 'R', 'R', 'R']);
	});

	it('takes as ideas only sectors that promise in a look-alike and are not documented here', () => {
		const { alike } = diagnosticOf(syntheticInput('H'));
		expect(alike.find(({ code }) => code === 'G')!.ideas).toEqual(['crop']);
		expect(diagnosticOf(syntheticInput('A')).alike.flatMap(({ ideas }) => ideas)).toEqual([]);
	});
});
