import type { Typology } from '#lib/core/scoring/typology.ts';
import type { RampName } from '../ramps.ts';
import type { State } from '../scene.ts';
import type { MapKind } from './map-style.ts';
import type { VariableText } from './variable-text.ts';

/** What a variable is: a rate or an index is told by colours, a count by symbols, a type by a colour of its own, places by where they lie. */
export type Measure = 'rate' | 'index' | 'count' | 'type' | 'places';

/** One variable at one level, ready to be mapped. */
export interface Variable extends VariableText {
	/** `score:honey`, `indicator:unemployment_rate`, `own:…` (see `view/workspace/variable-id.ts`). */
	readonly id: string;
	readonly measure: Measure;
	/** The colours its family has on every map of the house. */
	readonly family: RampName;
	/** True where the lowest value is the strongest colour: the less, the greater the need. */
	readonly lowIsStrong: boolean;
	/** In the unit shown, NaN where unknown; one per territory of the level, in the order of its codes. */
	readonly values: Float64Array;
	/** Why a value can be unknown: rows after the classes, in this order. */
	readonly states: readonly [State, ...State[]];
	/** The state of an unknown value; the first of `states` when left out. */
	readonly stateOf?: (index: number) => State;
	/** Inner breaks that belong to it, as the score breaks of the method; null where each map cuts its own. */
	readonly breaks: readonly number[] | null;
	/** Types, where it is one (`measure: 'type'`); null per territory where there is none. */
	readonly types?: readonly (Typology | null)[];
	/** Value of the nation in its unit: the middle of a diverging palette; null where nobody publishes it. */
	readonly reference: number | null;
}

/** The kinds of map that suit a measure, the best first: a rate is a colour, a count a symbol.. */
export function kindsFor(measure: Measure): readonly [MapKind, ...MapKind[]] {
	switch (measure) {
		case 'rate':
		case 'index':
			return ['choropleth', 'bivariate'];
		case 'count':
			return ['symbols'];
		case 'type':
			return ['types'];
		case 'places':
			return ['hexagons', 'heat'];
	}
}

/**
 * The kind a variable is drawn in: the one asked for where it suits, else the first that does, so that no link colours a count. Two
 * variables share a map only where both are told by colours; `other` is null without a second one.
 */
export function suitingKind(asked: MapKind, measure: Measure, other: Measure | null): MapKind {
	const kinds = kindsFor(measure);
	const isPair = other !== null && kindsFor(other).includes('bivariate');
	if (asked === 'bivariate' && !isPair) return kinds[0];
	return kinds.includes(asked) ? asked : kinds[0];
}
