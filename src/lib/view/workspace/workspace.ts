import { PLAIN_STYLE, type MapStyle } from '#lib/core/cartography/style/map-style.ts';
import type { Aggregator } from '#lib/core/scoring/method.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { DEFAULT_VIEW, type ViewWeights } from '../view.ts';

/** One map of the workspace: what it tells and how. */
export interface MapSpec extends MapStyle {
	/** Id of the variable (`variable-id.ts`). */
	readonly of: string;
	/** Second variable of a bivariate map; read only there. */
	readonly by: string;
	/** Weights and aggregation of the scores it tells. */
	readonly weights: ViewWeights;
	readonly aggregator: Aggregator;
}

/** Ids of the variables that a map tells. */
export const variablesOf = ({ of, by, kind }: Pick<MapSpec, 'of' | 'by' | 'kind'>): readonly string[] =>
	kind === 'bivariate' ? [of, by] : [of];

/** How two maps stand: one over the other with a curtain between them, or side by side; `none` shows the first alone. */
export const COMPARISONS = ['none', 'swipe', 'beside'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Which of the two maps. */
export const SIDES = ['first', 'second'] as const;
export type Side = (typeof SIDES)[number];

/** The attribute table. */
export interface TableView {
	readonly open: boolean;
	/** Ids of the variables that are columns beside the name, in their order; empty shows what the maps tell. */
	readonly columns: readonly string[];
	/** Id of a variable, or `name`. */
	readonly sort: { readonly by: string; readonly descending: boolean };
	/** What a row's name must hold; empty for all. */
	readonly filter: string;
	/** True shows the selected territories alone. */
	readonly onlySelected: boolean;
}

/** What is on screen in the workspace, as a value. The address is its store; what a reader brought along stays out of it. */
export interface Workspace {
	readonly level: Level;
	readonly first: MapSpec;
	/** The second map, remembered also while it is not shown. */
	readonly second: MapSpec;
	readonly comparison: Comparison;
	/** Code of the territory that is identified; null when none is. */
	readonly territory: string | null;
	/** The other one of the A/B table; null for none. */
	readonly against: string | null;
	/** Codes of the selected territories of this level, ascending. */
	readonly selection: readonly string[];
	readonly table: TableView;
	/** True shows the basemap of the installation, where it has one. */
	readonly basemap: boolean;
	/** Release the link was made with; null means «whatever is current». */
	readonly release: string | null;
}

/** A map that says nothing of its own: the score of the first chain. */
export const DEFAULT_SPEC: MapSpec = {
	...PLAIN_STYLE,
	of: `score:${DEFAULT_VIEW.chain}`,
	by: 'need',
	weights: DEFAULT_VIEW.weights,
	aggregator: DEFAULT_VIEW.aggregator
};

/** The workspace as it opens. The second map asks what the first cannot answer alone: where need is. */
export const DEFAULT_WORKSPACE: Workspace = {
	level: 'province',
	first: DEFAULT_SPEC,
	second: { ...DEFAULT_SPEC, of: 'need' },
	comparison: 'none',
	territory: null,
	against: null,
	selection: [],
	table: { open: false, columns: [], sort: { by: 'name', descending: false }, filter: '', onlySelected: false },
	basemap: false,
	release: null
};

/** The maps on screen. */
export const shownMaps = ({ first, second, comparison }: Pick<Workspace, 'first' | 'second' | 'comparison'>): readonly MapSpec[] =>
	comparison === 'none' ? [first] : [first, second];
