import type { NeedKind } from '#lib/core/need/kinds.ts';
import type { EvidenceQuestion } from '#lib/core/potential/question.ts';
import type { Typology } from '#lib/core/scoring/typology.ts';
import type { Cluster, HotSpotStatistic } from '#lib/core/statistics/spatial/hot-spots.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { MapKind } from './style/map-style.ts';
import type { VariableText } from './style/variable-text.ts';

/** How a legend row looks. Patterns carry «unknown» states, so that none is ever a colour of the ramp. */
export type Look =
	{ readonly kind: 'color'; readonly light: string; readonly dark: string } | { readonly kind: 'pattern'; readonly pattern: Pattern };

/** Thin hatch: not documented / no data. Dense hatch: insufficient data / no neighbour to compare with. Dots: ineligible. Cross: not published. */
export const PATTERNS = ['hatch', 'dense-hatch', 'dots', 'cross-hatch'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** A state of a territory about which nothing can be said in colours. */
export type State = 'not-documented' | 'insufficient' | 'ineligible' | 'no-data' | 'not-published' | 'no-neighbours';

/** What a legend row stands for. `class` is (lo, hi], null for an open end. */
export type RowMeaning =
	| { readonly kind: 'class'; readonly lo: number | null; readonly hi: number | null }
	| { readonly kind: 'type'; readonly type: Typology }
	| { readonly kind: 'cluster'; readonly cluster: ColouredCluster }
	/** A cell of a bivariate legend: third of the first variable, third of the second, 0 low to 2 high. */
	| { readonly kind: 'pair'; readonly first: number; readonly second: number }
	/** Plain ground under symbols. */
	| { readonly kind: 'ground' }
	/** A value that the reader's range leaves out; null is an open end of that range. */
	| { readonly kind: 'outside'; readonly from: number | null; readonly to: number | null }
	| { readonly kind: State };

/** What a hot-spot map shows in colour; the other two are unknown, each in its own way. */
export type ColouredCluster = Exclude<Cluster, 'no-data' | 'no-neighbours'>;

/** True for a row that says why there is nothing to say. */
export const isState = (meaning: RowMeaning): meaning is { readonly kind: State } => !SAYING.includes(meaning.kind);
const SAYING: readonly string[] = ['class', 'type', 'cluster', 'pair', 'ground', 'outside'] satisfies readonly RowMeaning['kind'][];

/** One row of the legend: what it means, how it looks, how many territories it holds. */
export interface LegendRow {
	readonly meaning: RowMeaning;
	readonly look: Look;
	readonly count: number;
}

/** The one legend object of map, server SVG, print and slides. Counts add up to the number of territories. */
export interface Legend {
	/** What is mapped; the view names it in the language of the page. */
	readonly subject: Subject;
	readonly rows: readonly LegendRow[];
	/** What the symbols over the areas mean; null when there are none to explain. */
	readonly symbols: SymbolLegend | null;
}

/** How a line about symbols is marked: the symbol itself as the map draws it. A ring is a disc that is not filled. */
export type SymbolMark = 'disc' | 'ring' | 'point' | 'hexagon' | 'none';

/** What a line about symbols stands for; years are those of the oldest and the newest dated figure, null when none is dated. */
export type SymbolMeaning =
	| { readonly kind: 'published'; readonly from: number | null; readonly to: number | null; readonly undated: number }
	| { readonly kind: 'old' | 'unpublished' | 'named' | 'declared' | 'at-least' | 'few' | 'not-declared' }
	/** Of a map of the workspace: territories with a number, those of them without a circle, those without a number, places. */
	| { readonly kind: 'counted' | 'zero' | 'unknown' | 'places' };

/** One line about symbols: `count` of `of` territories, or of named cooperatives. */
export interface SymbolLine {
	readonly meaning: SymbolMeaning;
	readonly mark: SymbolMark;
	/** Of the mark in CSS pixels, where it has one size on the map. */
	readonly radius?: number;
	readonly count: number;
	readonly of: number;
}

/** The legend of the symbols: sample circles from large to small, radius in CSS pixels as on the map, then lines. */
export interface SymbolLegend {
	/** Whose territories are counted. */
	readonly level: Level;
	/** What is counted when it is declared needs, null for all kinds together; cooperatives when left out. */
	readonly need?: NeedKind | null;
	/** The variable that is counted, on a map of the workspace. */
	readonly counted?: VariableText;
	readonly sizes: readonly { readonly value: number; readonly radius: number }[];
	/** The largest number on the map; 0 when there is none. */
	readonly largest: number;
	readonly lines: readonly SymbolLine[];
}

/** How named places are drawn: one symbol each, or counted in hexagons. */
export const POINT_STYLES = ['symbols', 'hexagons'] as const;
export type PointStyle = (typeof POINT_STYLES)[number];

/** What a map shows, as ids that a view turns into words with unit, year and source. */
export type Subject =
	| { readonly kind: 'score' | 'types'; readonly chain: string }
	| { readonly kind: 'need'; readonly indicator: string | null }
	| ({ readonly kind: 'potential' } & EvidenceQuestion)
	| { readonly kind: 'cooperatives'; readonly indicator: string }
	| MappedSubject
	| HotSpotSubject;

/** What a map of the workspace tells, in words it brings along: the variables, the first before the second. */
export interface MappedSubject {
	readonly kind: 'mapped';
	readonly map: MapKind;
	readonly of: readonly [VariableText, ...VariableText[]];
}

/** Where a score or a figure clusters, found with this statistic, so many permutations and this rate of false discoveries (0–1). */
export interface HotSpotSubject {
	readonly kind: 'hot-spots';
	readonly of: { readonly kind: 'score'; readonly chain: string } | { readonly kind: 'indicator'; readonly indicator: string };
	readonly statistic: HotSpotStatistic;
	readonly permutations: number;
	readonly rate: number;
}

/** A proportional symbol or a point, scaled by area. */
export interface MapSymbol {
	readonly id: string;
	/** `count`: a published number of a territory. `point`: named places at one position, `value` says how many. */
	readonly kind: 'count' | 'point';
	/** Code of the territory a click selects; null for a free point. */
	readonly territory: string | null;
	/** [longitude, latitude] in degrees. */
	readonly position: readonly [number, number];
	/** Magnitude ≥ 0; radius grows with its square root. */
	readonly value: number;
	/** Drawn as a ring: the figure is old or has no date. */
	readonly hollow?: boolean;
	readonly label: string;
}

/** Everything a map paints, as data: `rows[i]` is the legend row of territory `codes[i]`, so legend = map by construction. */
export interface Scene {
	readonly level: Level;
	readonly codes: readonly string[];
	/** Index into `legend.rows`, one per code. */
	readonly rows: Uint8Array;
	readonly legend: Legend;
	readonly symbols: readonly MapSymbol[];
}
