import type { ExpressionSpecification } from 'maplibre-gl';
import { MAP_TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import type { LegendRow, Pattern } from '#lib/core/cartography/scene.ts';
import { imageName } from '../style/pattern-image.ts';
import type { LayerOf } from './layer.ts';

/** State of a feature that holds the legend row of its territory; 255 until it is painted. */
const ROW: ExpressionSpecification = ['coalesce', ['feature-state', 'row'], 255];

/** The colour of each legend row; patterns and unpainted areas get the blank ground. */
export function fillColor(rows: readonly LegendRow[], theme: Theme): ExpressionSpecification | string {
	const blank = MAP_TOKENS.blank[theme];
	const pairs = rows.flatMap((row, index) => (row.look.kind === 'color' ? [index, row.look[theme]] : []));
	return pairs.length === 0 ? blank : (['match', ROW, ...pairs, blank] as unknown as ExpressionSpecification);
}

/** How much is left of the rows that fade. */
const FADED = 0.12;

/** What is left of a row, 0–1, when only these rows are in full (null: all of them). */
const strengthOf = (row: number, only: readonly number[] | null, opacity: number): number =>
	only === null || only.includes(row) ? opacity : FADED * opacity;

/**
 * `opacity` for the rows that are in full, faint for the others. Where areas are seen through, a row with a pattern leaves its
 * ground to the pattern, which would else be twice as dense as a colour.
 */
export function fillOpacity(rows: readonly LegendRow[], only: readonly number[] | null, opacity: number): ExpressionSpecification | number {
	const strength = rows.map(({ look }, row) => (opacity < 1 && look.kind === 'pattern' ? 0 : strengthOf(row, only, opacity)));
	const rest = only === null ? opacity : FADED * opacity;
	const pairs = strength.flatMap((value, row) => (value === rest ? [] : [row, value]));
	return pairs.length === 0 ? rest : (['match', ROW, ...pairs, rest] as unknown as ExpressionSpecification);
}

/**
 * Full where the legend row of a territory has this pattern (faint where others are shown alone), else 0: fill-pattern itself
 * cannot read the state of a feature.
 */
export function patternOpacity(
	rows: readonly LegendRow[],
	pattern: Pattern,
	only: readonly number[] | null,
	opacity: number
): ExpressionSpecification | number {
	const indices = rows.flatMap((row, index) => (row.look.kind === 'pattern' && row.look.pattern === pattern ? [index] : []));
	const pairs = indices.flatMap((index) => [index, strengthOf(index, only, opacity)]);
	return pairs.length === 0 ? 0 : (['match', ROW, ...pairs, 0] as unknown as ExpressionSpecification);
}

/** The colour of each territory, set by the painter through states only. */
export const territoryFill: LayerOf = (theme, id) => ({
	id,
	type: 'fill',
	source: 'territories',
	// Antialiased edges would show as pale seams between neighbours of one class; borders are drawn on their own.
	paint: { 'fill-color': MAP_TOKENS.blank[theme], 'fill-antialias': false }
});

/** One layer per pattern; invisible until a legend row uses it. */
export const patternFill =
	(pattern: Pattern): LayerOf =>
	(theme, id) => ({
		id,
		type: 'fill',
		source: 'territories',
		paint: { 'fill-pattern': imageName(pattern, theme), 'fill-opacity': 0, 'fill-antialias': false }
	});
