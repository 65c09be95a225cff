import { classOf } from '#lib/core/statistics/classify.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { lookOfState, looksOf, type RampName } from './ramps.ts';
import type { LegendRow, Look, MapSymbol, PointStyle, RowMeaning, Scene, State, Subject, SymbolLegend } from './scene.ts';
import type { Theme } from './tokens.ts';

/** What a scene is made of. `states[i]` says why `values[i]` is unknown; it is read only there. */
export interface SceneParts {
	readonly level: Level;
	readonly codes: readonly string[];
	readonly subject: Subject;
	readonly ramp: RampName;
	/** True gives the strongest colour to the lowest class. */
	readonly isReversed?: boolean;
	/** NaN where unknown. */
	readonly values: ArrayLike<number>;
	/** Inner breaks, ascending, at most four; classes are (lo, hi]. */
	readonly breaks: readonly number[];
	/** Rows after the classes, in this order, kept even when empty so that row numbers never move under a slider. */
	readonly states: readonly [State, ...State[]];
	/** The state of an unknown value; the first of `states` when left out. */
	readonly stateOf?: (index: number) => State;
	readonly symbols?: readonly MapSymbol[];
	readonly symbolLegend?: SymbolLegend | null;
}

/** One array for all scenes without symbols, so that a map sees that nothing changed. */
export const NO_SYMBOLS: readonly MapSymbol[] = [];

/** The scene of some values: legend rows from low to high, then states; counts add up to the number of codes. */
export function sceneOf(parts: SceneParts): Scene {
	const { level, codes, values, breaks, states } = parts;
	const rows = new Uint8Array(codes.length);
	const counts = new Array<number>(breaks.length + 1 + states.length).fill(0);
	for (let i = 0; i < rows.length; i++) {
		const row = classOf(values[i] ?? NaN, breaks) ?? breaks.length + 1 + stateIndex(parts, i);
		rows[i] = row;
		counts[row]!++;
	}
	const meanings: RowMeaning[] = [...classMeanings(breaks), ...states.map((kind) => ({ kind }))];
	const ramp = looksOf(parts.ramp, breaks.length + 1);
	const looks: Look[] = [...(parts.isReversed ? ramp.toReversed() : ramp), ...states.map(lookOfState)];
	const legendRows = meanings.map((meaning, i): LegendRow => ({ meaning, look: looks[i]!, count: counts[i]! }));
	const legend = { subject: parts.subject, rows: legendRows, symbols: parts.symbolLegend ?? null };
	return { level, codes, rows, legend, symbols: parts.symbols ?? NO_SYMBOLS };
}

/** The legend of the symbols when named places are drawn in this style. */
export function styledLegend(legend: SymbolLegend, points: PointStyle): SymbolLegend {
	if (points === 'symbols') return legend;
	return { ...legend, lines: legend.lines.map((one) => (one.mark === 'point' ? { ...one, mark: 'hexagon' } : one)) };
}

/** The colour a legend row has in one appearance; null for a pattern. */
export function colorOf(row: LegendRow, theme: Theme): string | null {
	return row.look.kind === 'color' ? row.look[theme] : null;
}

function stateIndex({ states, stateOf }: SceneParts, index: number): number {
	const state = stateOf?.(index) ?? states[0];
	const found = states.indexOf(state);
	if (found < 0) throw new Error(`The legend has no row «${state}».`);
	return found;
}

function classMeanings(breaks: readonly number[]): RowMeaning[] {
	const edges = [null, ...breaks, null];
	return edges.slice(1).map((hi, i) => ({ kind: 'class', lo: edges[i]!, hi }));
}
