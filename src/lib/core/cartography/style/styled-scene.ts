import { TYPES } from '#lib/core/scoring/typology.ts';
import { classOf } from '#lib/core/statistics/classify.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { NO_SYMBOLS } from '../legend.ts';
import { lookOfState, TYPE_COLOURS } from '../ramps.ts';
import {
	PATTERNS,
	type Legend,
	type LegendRow,
	type Look,
	type MappedSubject,
	type MapSymbol,
	type Pattern,
	type Scene,
	type State
} from '../scene.ts';
import { pairRow, pairRows, thirdBreaks, thirdOf } from './bivariate.ts';
import { belowReference, styledClassification } from './classing.ts';
import { countSymbols, placeLegend } from './count-symbols.ts';
import type { MapKind, MapStyle, ValueRange } from './map-style.ts';
import { looksOfPalette } from './palettes.ts';
import { GROUND_LOOK, OUTSIDE_LOOK } from './quiet-looks.ts';
import type { VariableText } from './variable-text.ts';
import { kindsFor, type Variable } from './variable.ts';

/** What a map of the workspace is made of. */
export interface StyledParts {
	readonly level: Level;
	readonly codes: readonly string[];
	readonly variable: Variable;
	/** The second variable of a bivariate map; null else. */
	readonly other: Variable | null;
	readonly style: MapStyle;
	/** [longitude, latitude] of the symbol of a territory; null draws none. */
	readonly labelAt: (code: string) => readonly [number, number] | null;
	/** What is said of a circle that is pointed at. */
	readonly symbolLabel: (code: string, value: number) => string;
	/** Named places, drawn as hexagons or as density. */
	readonly places: readonly MapSymbol[];
}

/**
 * The scene of a variable in a style: legend rows of what is told, then of the states, and last, where the style has a range, of the
 * values outside it. Rows depend on the style and the breaks alone, and counts add up to the number of codes. Opacity and the
 * rows shown alone (`only`) are how a map paints; they change nothing here.
 */
export function styledScene(parts: StyledParts): Scene {
	switch (drawnKind(parts.style.kind, parts.variable, parts.other)) {
		case 'choropleth':
			return choropleth(parts);
		case 'symbols':
			return symbols(parts);
		case 'bivariate':
			return bivariate(parts, parts.other!);
		case 'types':
			return types(parts);
		case 'hexagons':
			return placesOn(parts, 'hexagons');
		case 'heat':
			return placesOn(parts, 'heat');
	}
}

/** The kind that is drawn: a type is always told as types, and what lacks its second variable or its types as the first that suits it. */
export function drawnKind(kind: MapKind, variable: Variable, other: Variable | null): MapKind {
	if (kind === 'hexagons' || kind === 'heat') return kind;
	if (variable.types) return 'types';
	if (kind === 'types' || (kind === 'bivariate' && !other))
		return variable.measure === 'type' ? 'choropleth' : kindsFor(variable.measure)[0];
	return kind;
}

/** The legend row of one value: outside the range, its class, or the ground under a symbol; null for NaN, and where rows are no values. */
export function rowMarks({ rows }: Pick<Legend, 'rows'>, value: number): number | null {
	if (Number.isNaN(value)) return null;
	const outside = rows.findIndex(({ meaning }) => meaning.kind === 'outside' && !isInside(value, meaning));
	if (outside >= 0) return outside;
	const held = rows.findIndex(({ meaning }) => meaning.kind === 'ground' || (meaning.kind === 'class' && holds(meaning, value)));
	return held < 0 ? null : held;
}

const holds = ({ lo, hi }: { readonly lo: number | null; readonly hi: number | null }, value: number): boolean =>
	(lo === null || value > lo) && (hi === null || value <= hi);

/** True for a value within a range, its ends included. */
export const isInside = (value: number, { from, to }: ValueRange): boolean =>
	(from === null || value >= from) && (to === null || value <= to);

function choropleth(parts: StyledParts): Scene {
	const { variable, style } = parts;
	const { breaks } = styledClassification(variable, style);
	const reversed = variable.lowIsStrong !== style.reversed;
	const looks = looksOfPalette(style.palette, variable.family, breaks.length + 1, reversed, belowReference(breaks, variable.reference));
	const edges = [null, ...breaks, null];
	const rows = looks.map((look, i): LegendRow => ({ meaning: { kind: 'class', lo: edges[i]!, hi: edges[i + 1]! }, look, count: 0 }));
	return sceneWith(parts, 'choropleth', rows, (index) => classOf(variable.values[index]!, breaks));
}

function symbols(parts: StyledParts): Scene {
	const { codes, variable } = parts;
	const scene = sceneWith(parts, 'symbols', [GROUND], (index) => (Number.isNaN(variable.values[index]!) ? null : 0));
	const numbers = codes.map((code, i) => ({ code, value: variable.values[i]!, isShown: scene.rows[i] === 0 }));
	const layer = countSymbols(numbers, { ...parts, counted: textOf(variable) });
	return { ...scene, symbols: layer.symbols, legend: { ...scene.legend, symbols: layer.legend } };
}

function bivariate(parts: StyledParts, other: Variable): Scene {
	const { variable, style } = parts;
	const [first, second] = [thirdBreaks(variable.values, style.classing), thirdBreaks(other.values, null)];
	const rows = pairRows({ firstLowIsStrong: variable.lowIsStrong, secondLowIsStrong: other.lowIsStrong, reversed: style.reversed });
	return sceneWith(parts, 'bivariate', rows, (index) => {
		const [a, b] = [thirdOf(variable.values[index]!, first), thirdOf(other.values[index]!, second)];
		return a === null || b === null ? null : pairRow(a, b);
	});
}

function types(parts: StyledParts): Scene {
	const told = parts.variable.types ?? [];
	const rows = TYPES.map((type): LegendRow => ({
		meaning: { kind: 'type', type },
		look: { kind: 'color', ...TYPE_COLOURS[type] },
		count: 0
	}));
	// A type has no range: the numbers behind it are those of the score.
	return sceneWith({ ...parts, style: { ...parts.style, range: EVERYTHING } }, 'types', rows, (index) => {
		const type = told[index] ?? null;
		return type === null ? null : TYPES.indexOf(type);
	});
}

function placesOn({ level, codes, variable, places }: StyledParts, map: 'hexagons' | 'heat'): Scene {
	const rows: LegendRow[] = [{ ...GROUND, count: codes.length }];
	const legend: Legend = {
		subject: subjectOf(map, [variable]),
		rows,
		symbols: placeLegend(places, { level, map, counted: textOf(variable) })
	};
	return { level, codes, rows: new Uint8Array(codes.length), legend, symbols: places };
}

const GROUND: LegendRow = { meaning: { kind: 'ground' }, look: GROUND_LOOK, count: 0 };
const EVERYTHING: ValueRange = { from: null, to: null };

/** The scene whose first rows are `told`; `rowAt` says which of them a territory has, null for unknown. */
function sceneWith(parts: StyledParts, map: MapKind, told: readonly LegendRow[], rowAt: (index: number) => number | null): Scene {
	const { level, codes, variable, style } = parts;
	const other = map === 'bivariate' ? parts.other : null;
	const states = [...new Set<State>([...variable.states, ...(other?.states ?? [])])];
	const { range } = style;
	const outside: LegendRow[] = isOpen(range) ? [] : [{ meaning: { kind: 'outside', ...range }, look: OUTSIDE_LOOK, count: 0 }];
	const all = [...told, ...stateRows(states), ...outside];
	const counts = all.map(() => 0);
	const rows = Uint8Array.from(codes, (_, index) => {
		const known = rowAt(index);
		if (known === null) return told.length + states.indexOf(stateAt(variable, other, index));
		return isInside(variable.values[index]!, range) ? known : all.length - 1;
	});
	for (const row of rows) counts[row]!++;
	const legend: Legend = {
		subject: subjectOf(map, other ? [variable, other] : [variable]),
		rows: all.map((row, i) => ({ ...row, count: counts[i]! })),
		symbols: null
	};
	return { level, codes, rows, legend, symbols: NO_SYMBOLS };
}

const isOpen = ({ from, to }: ValueRange): boolean => from === null && to === null;

/** A row per state; where two states of two variables have one hatch, the second takes a hatch that is free. */
function stateRows(states: readonly State[]): LegendRow[] {
	const taken: Pattern[] = [];
	return states.map((kind) => {
		const own = lookOfState(kind);
		const free = own.kind === 'pattern' && taken.includes(own.pattern) ? PATTERNS.find((pattern) => !taken.includes(pattern)) : undefined;
		const look: Look = free ? { kind: 'pattern', pattern: free } : own;
		if (look.kind === 'pattern') taken.push(look.pattern);
		return { meaning: { kind }, look, count: 0 };
	});
}

/** Why a territory has no row among those that tell: the first variable's reason, else the second's. */
function stateAt(variable: Variable, other: Variable | null, index: number): State {
	const unknown = other && !Number.isNaN(variable.values[index]!) ? other : variable;
	const state = unknown.stateOf?.(index) ?? unknown.states[0];
	if (!unknown.states.includes(state)) throw new Error(`The legend of «${unknown.id}» has no row «${state}».`);
	return state;
}

const subjectOf = (map: MapKind, [first, ...rest]: readonly [Variable, ...Variable[]]): MappedSubject => ({
	kind: 'mapped',
	map,
	of: [textOf(first), ...rest.map(textOf)]
});

/** The words of a variable without its numbers, which a legend must not carry to paper. */
export const textOf = ({ title, unit, year, credit, decimals, note }: VariableText): VariableText => ({
	title,
	unit,
	year,
	credit,
	decimals,
	note
});
