import { describe, expect, it } from 'vitest';
import { diagnosticOf } from './assemble.ts';
import { evidence, same, syntheticInput } from './scenarios/synthetic.ts';

describe('documented potentials', () => {
	it('stand once each with all their chains, labels first', () => {
		const rows = [
			evidence('E1', 'A'),
			evidence('E1', 'A', { chain: 'service' }),
			evidence('E2', 'A', { kind: 'IGP' }),
			evidence('E3', 'A', { chain: null })
		];
		const { potentials } = diagnosticOf(syntheticInput('A', { evidence: rows }));
		expect(potentials.evidence.map(({ id, chains }) => [id, chains])).toEqual([
			['E2', ['crop']],
			['E1', ['crop', 'service']],
			['E3', []]
		]);
		expect(potentials.documents).toMatchObject({ value: 3, cell: 'count(evidence?within=A)' });
	});

	it('name a labelled product once, in however many places it is documented', () => {
		const rose = { kind: 'AOP', product: same('Rose') } as const;
		const { potentials } = diagnosticOf(syntheticInput('A', { evidence: [evidence('E1', 'A', rose), evidence('E2', 'B', rose)] }));
		expect(potentials.labels.map(({ product }) => product.fr)).toEqual(['Rose']);
	});

	it('carry a value only where the source gives one: qualitative evidence is not 0', () => {
		const rows = [evidence('E1', 'A', { value: 2.5, unit: same('t'), year: '2020' }), evidence('E2', 'A')];
		const { potentials } = diagnosticOf(syntheticInput('A', { evidence: rows }));
		expect(potentials.evidence.map(({ value }) => value && [value.value, value.decimals, value.year, value.cell])).toEqual([
			[2.5, 1, '2020', 'evidence/E1#value'],
			null
		]);
	});
});
