import { describe, expect, it } from 'vitest';
import { diagnosticOf } from './assemble.ts';
import { figure, syntheticInput } from './scenarios/synthetic.ts';

const provinces = syntheticInput().scorer.table.territories;

describe('who lives here', () => {
	const before = figure('population_legal', 'A', 800, { year: '2014' });

	it('is told with the change since the census before, per cent and with both cells', () => {
		const { profile } = diagnosticOf(syntheticInput('A', { populationBefore: before }));
		expect(profile.change).toMatchObject({
			...{ value: 25, year: '2014–2024' },
			cell: 'change(territories/A#populationLegal, indicators/population_legal/A/2014)'
		});
		expect(profile.density).toMatchObject({ value: 10, cell: 'ratio(territories/A#populationLegal, territories/A#areaKm2)' });
	});

	it('has no change without an earlier census, and no density without a polygon', () => {
		const { profile } = diagnosticOf(syntheticInput('A', { territory: { ...provinces[0]!, areaKm2: null } }));
		expect([profile.change, profile.areaKm2, profile.density]).toEqual([null, null, null]);
	});

	it('counts the territories right below', () => {
		const { profile } = diagnosticOf(syntheticInput('A', { children: provinces.slice(0, 3) }));
		expect(profile.children).toMatchObject({ value: 3, cell: 'count(territories?parent=A)' });
	});
});
