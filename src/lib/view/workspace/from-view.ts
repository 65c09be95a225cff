import { formatView } from '../address.ts';
import { DEFAULT_VIEW, type View } from '../view.ts';

/**
 * The query of the workspace that goes on from what the plain map shows: same place, level, chain, weights and release. Both addresses
 * name these alike, so that the plain map need not carry what reads a workspace.
 */
export function workspaceQuery(view: View): string {
	const { level, territory, weights, aggregator, release } = view;
	const kept = formatView({ ...DEFAULT_VIEW, level, territory, weights, aggregator, release });
	return [told(view), kept].filter((part) => part !== '').join('&');
}

/** What is mapped, as `variableId` writes it. */
function told({ lens, aspect, chain, indicator, level }: View): string {
	switch (lens) {
		case 'zones':
			return aspect === 'types' ? `of=type:${chain}&kind=types` : `of=score:${chain}`;
		case 'needs':
			return indicator === null ? 'of=need' : `of=indicator:${indicator}`;
		case 'potentials':
			return `of=strength:${chain}`;
		case 'cooperatives':
			// Nobody publishes counts of communes.
			return level === 'commune' ? 'of=places&kind=hexagons' : 'of=cooperatives&kind=symbols';
	}
}
