import { classOf, quantileBreaks } from '#lib/core/statistics/classify.ts';
import type { LegendRow, Look } from '../scene.ts';
import type { Shades } from '../tokens.ts';
import type { ClassChoice } from './map-style.ts';

/** Thirds of each variable: low, middle, high. */
export const THIRDS = 3;

/**
 * Violet (first variable, from low to high) by teal (second): `BIVARIATE_COLOURS[3 · second + first]`. Lightness falls (in the dark:
 * rises) along both, so that «low · low» is the palest and «high · high» the strongest; all nine are told apart by every colour vision.
 */
export const BIVARIATE_COLOURS: readonly Shades[] = [
	{ light: '#d2d0ca', dark: '#3a433f' },
	{ light: '#c09ad0', dark: '#66518a' },
	{ light: '#9d48b4', dark: '#a86fdc' },
	{ light: '#82bfb5', dark: '#2d7269' },
	{ light: '#6d84b8', dark: '#6a7fb0' },
	{ light: '#51429c', dark: '#b3a0e6' },
	{ light: '#289284', dark: '#36c2a8' },
	{ light: '#236490', dark: '#86cadf' },
	{ light: '#1e2356', dark: '#eceafb' }
];

/** The legend row of a pair of thirds: second from low to high, and in each the first from low to high. */
export const pairRow = (first: number, second: number): number => THIRDS * second + first;

/** How the colours of the two variables run. */
export interface PairTurns {
	/** True where the lowest third is the strongest. */
	readonly firstLowIsStrong: boolean;
	readonly secondLowIsStrong: boolean;
	/** True gives teal to the first variable and violet to the second. */
	readonly reversed: boolean;
}

/** The nine rows in their fixed order (`pairRow`), with no territory yet. */
export function pairRows({ firstLowIsStrong, secondLowIsStrong, reversed }: PairTurns): LegendRow[] {
	const strength = (third: number, lowIsStrong: boolean): number => (lowIsStrong ? THIRDS - 1 - third : third);
	return BIVARIATE_COLOURS.map((_, row) => {
		const [first, second] = [row % THIRDS, Math.floor(row / THIRDS)];
		const [a, b] = [strength(first, firstLowIsStrong), strength(second, secondLowIsStrong)];
		const look: Look = { kind: 'color', ...BIVARIATE_COLOURS[reversed ? pairRow(b, a) : pairRow(a, b)]! };
		return { meaning: { kind: 'pair', first, second }, look, count: 0 };
	});
}

/** Inner breaks of the thirds of a variable (type-7 quantiles, equal values together), or the two that are locked; fewer where ties leave no third. */
export function thirdBreaks(values: ArrayLike<number>, classing: ClassChoice | null): readonly number[] {
	const locked = classing?.breaks;
	return locked?.length === THIRDS - 1 ? locked : quantileBreaks(values, THIRDS);
}

/** The third of a value, 0–2; null when it is unknown. Where ties leave two groups they are low and high, and a constant is in the middle. */
export function thirdOf(value: number, breaks: readonly number[]): number | null {
	const index = classOf(value, breaks);
	return index === null ? null : NAMED[breaks.length]![index]!;
}
const NAMED: readonly (readonly number[])[] = [[1], [0, 2], [0, 1, 2]];

/** The two variables of a bivariate map as points, for its twin without a map. */
export interface Scatter {
	/** Territories where both are known, `index` as in the codes of the scene, `row` its legend row. */
	readonly points: readonly { readonly index: number; readonly x: number; readonly y: number; readonly row: number }[];
	/** How many of them each of the nine cells holds, by `pairRow`. */
	readonly cells: readonly number[];
	/** Territories with a row of their own: one of the two is unknown, or outside the range. */
	readonly others: number;
}

/** Points and counts of a bivariate scene; `rows` are those of the scene. A value outside the range is a point, but in no cell. */
export function scatterOf(first: ArrayLike<number>, second: ArrayLike<number>, rows: ArrayLike<number>): Scatter {
	const cells = BIVARIATE_COLOURS.map(() => 0);
	const points: Scatter['points'][number][] = [];
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index]!;
		if (row < cells.length) cells[row]!++;
		const [x, y] = [first[index] ?? NaN, second[index] ?? NaN];
		if (!Number.isNaN(x) && !Number.isNaN(y)) points.push({ index, x, y, row });
	}
	return { points, cells, others: rows.length - cells.reduce((sum, count) => sum + count, 0) };
}
