import { describe, expect, test } from 'vitest';
import { DEFAULT_VIEW, type View } from '../view.ts';
import { formatWorkspace, parseWorkspace } from './address.ts';
import { workspaceQuery } from './from-view.ts';

const everything = { isTerritory: () => true, isRelease: () => true, isChain: () => true, isFigure: () => true, isPalette: () => true };
const opened = (part: Partial<View>) => parseWorkspace(new URLSearchParams(workspaceQuery({ ...DEFAULT_VIEW, ...part })), everything);

describe('the workspace that is opened from the plain map', () => {
	test.each<[Partial<View>, string]>([
		[{}, ''],
		[{ chain: 'honey', level: 'region' }, 'level=region&of=score:honey'],
		[{ chain: 'honey', aspect: 'types' }, 'of=type:honey&kind=types'],
		[{ lens: 'needs' }, 'of=need'],
		[{ lens: 'needs', indicator: 'unemployment_rate' }, 'of=indicator:unemployment_rate'],
		[{ lens: 'potentials', chain: 'saffron' }, 'of=strength:saffron'],
		[{ lens: 'cooperatives' }, 'of=cooperatives&kind=symbols'],
		[{ lens: 'cooperatives', level: 'commune' }, 'level=commune&of=places&kind=hexagons']
	])('shows what the map showed: %j', (part, query) => {
		const { workspace, issues } = opened(part);
		expect(issues).toEqual([]);
		expect(formatWorkspace(workspace)).toBe(query);
	});

	test('keeps place, weights and release', () => {
		const weights = { kind: 'own', weights: { need: 40, potential: 30, room: 20, access: 10 } } as const;
		const { workspace } = opened({ territory: 'MA-HAJ', weights, aggregator: 'harmonic', release: '2026.11-x' });
		expect(workspace).toMatchObject({ territory: 'MA-HAJ', level: 'province', release: '2026.11-x' });
		expect(workspace.first).toMatchObject({ weights, aggregator: 'harmonic' });
	});
});
