import { classify, quantileBreaks, type Classification } from '#lib/core/statistics/classify.ts';
import type { ClassChoice, MapStyle } from './map-style.ts';
import { paletteOf } from './palettes.ts';
import type { Variable } from './variable.ts';

export { distributionOf, type Box, type Distribution, type Histogram } from '#lib/core/statistics/distribution.ts';

/** How many quantiles a map cuts when nobody says how. */
const QUANTILES = 5;

/** What is read of a variable to cut it. */
export type Classified = Pick<Variable, 'values' | 'breaks' | 'reference'>;

/**
 * A variable in classes. Null takes the breaks that belong to it, else five quantiles. Breaks of the choice are used as they are, under
 * the method they came from; `manual` without breaks is no choice.
 */
export function classificationOf({ values, breaks }: Classified, choice: ClassChoice | null): Classification {
	if (choice?.breaks) return { ...classify(values, { method: 'manual', breaks: choice.breaks }), method: choice.method };
	if (choice && choice.method !== 'manual') return classify(values, { method: choice.method, classes: choice.classes });
	if (breaks) return classify(values, { method: 'manual', breaks });
	return classify(values, { method: 'quantile', classes: QUANTILES });
}

/**
 * The classes a style draws: as `classificationOf`, but a diverging palette that nobody cut by hand gets the reference as a break, with
 * up to three quantile classes on each side of it.
 */
export function styledClassification(variable: Classified, { classing, palette }: Pick<MapStyle, 'classing' | 'palette'>): Classification {
	const { values, breaks, reference } = variable;
	if (classing !== null || reference === null || paletteOf(palette)?.kind !== 'diverging') return classificationOf(variable, classing);
	if (breaks?.includes(reference)) return classificationOf(variable, null);
	const known = Array.from(values).filter((value) => !Number.isNaN(value));
	const side = (isBelow: boolean): number[] =>
		quantileBreaks(
			known.filter((value) => value <= reference === isBelow),
			PER_SIDE
		);
	return { ...classify(values, { method: 'manual', breaks: [...side(true), reference, ...side(false)] }), method: 'quantile' };
}
const PER_SIDE = 3;

/** How many classes of these breaks lie below the reference, where it is one of them: there a diverging palette has its middle. */
export function belowReference(breaks: readonly number[], reference: number | null): number | null {
	const at = reference === null ? -1 : breaks.indexOf(reference);
	return at < 0 ? null : at + 1;
}

/** The choice that keeps a classification as it is: for another map, another year, other values. */
export const lockedChoice = ({ method, breaks }: Classification): ClassChoice => ({ method, classes: breaks.length + 1, breaks });
