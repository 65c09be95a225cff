import type { View } from '../view.ts';
import { variableId } from './variable-id.ts';
import { DEFAULT_WORKSPACE, type MapSpec, type Workspace } from './workspace.ts';

/** The workspace that goes on from what the plain map shows: same place, level, chain, weights and release. */
export function workspaceFrom(view: View): Workspace {
	const { level, territory, weights, aggregator, release } = view;
	const first: MapSpec = { ...DEFAULT_WORKSPACE.first, ...told(view), weights, aggregator };
	return { ...DEFAULT_WORKSPACE, level, territory, release, first };
}

function told({ lens, aspect, chain, indicator, level }: View): Pick<MapSpec, 'of' | 'kind'> {
	switch (lens) {
		case 'zones':
			if (aspect === 'types') return { of: variableId({ kind: 'type', chain }), kind: 'types' };
			return { of: variableId({ kind: 'score', chain }), kind: 'choropleth' };
		case 'needs':
			return { of: indicator === null ? 'need' : variableId({ kind: 'indicator', indicator, year: null }), kind: 'choropleth' };
		case 'potentials':
			return { of: variableId({ kind: 'strength', chain }), kind: 'choropleth' };
		case 'cooperatives':
			// Nobody publishes counts of communes.
			return level === 'commune' ? { of: 'places', kind: 'hexagons' } : { of: 'cooperatives', kind: 'symbols' };
	}
}
