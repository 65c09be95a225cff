import { describe, expect, test } from 'vitest';
import { DEFAULT_VIEW, type View } from '../view.ts';
import { formatWorkspace } from './address.ts';
import { workspaceFrom } from './from-view.ts';

const from = (part: Partial<View>): string => formatWorkspace(workspaceFrom({ ...DEFAULT_VIEW, ...part }));

describe('the workspace that is opened from the plain map', () => {
	test('shows what the map showed, whatever the lens', () => {
		expect(from({})).toBe('');
		expect(from({ chain: 'honey', level: 'region' })).toBe('level=region&of=score:honey');
		expect(from({ chain: 'honey', aspect: 'types' })).toBe('of=type:honey&kind=types');
		expect(from({ lens: 'needs' })).toBe('of=need');
		expect(from({ lens: 'needs', indicator: 'unemployment_rate' })).toBe('of=indicator:unemployment_rate');
		expect(from({ lens: 'potentials', chain: 'saffron' })).toBe('of=strength:saffron');
		expect(from({ lens: 'cooperatives' })).toBe('of=cooperatives&kind=symbols');
	});

	test('keeps place, weights and release', () => {
		expect(from({ territory: 'MA-HAJ', weights: { kind: 'preset', preset: 'holder' }, aggregator: 'harmonic', release: '2026.11-x' })).toBe(
			'preset=holder&aggregator=harmonic&territory=MA-HAJ&release=2026.11-x'
		);
	});
});
