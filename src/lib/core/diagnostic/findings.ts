import type { Typology } from '#lib/core/scoring/typology.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Datum } from './datum.ts';
import type { IndicatorLine, Place } from './line.ts';

/** A strength, weakness, opportunity or threat: the rule that found it, with what it says. `rule` is the key of its sentence. */
export type Finding =
	| { readonly rule: 'indicator-first' | 'indicator-last' | 'indicator-best' | 'indicator-weakest'; readonly line: IndicatorLine }
	| { readonly rule: 'labels'; readonly count: number; readonly products: readonly Text[] }
	| { readonly rule: 'documented'; readonly count: number; readonly chains: readonly string[] }
	| { readonly rule: 'model-missing'; readonly chains: readonly string[] }
	| { readonly rule: 'nothing-stands-out' }
	| {
			readonly rule: 'sector-promising' | 'sector-likely' | 'sector-first';
			readonly chain: string;
			readonly name: Text;
			readonly type: Typology | null;
			readonly top: Datum;
			readonly score: Datum;
	  }
	| { readonly rule: 'zone'; readonly chain: string; readonly zone: string; readonly people: Datum; readonly members: Datum }
	| { readonly rule: 'sector-fragile'; readonly chain: string; readonly name: Text; readonly low: Datum; readonly high: Datum }
	| { readonly rule: 'many-documented'; readonly chain: string; readonly name: Text; readonly count: Datum; readonly of: Datum }
	| { readonly rule: 'population-falls'; readonly change: Datum }
	| {
			readonly rule: 'gap-inside';
			readonly indicator: string;
			readonly name: Text;
			readonly least: Place & { datum: Datum };
			readonly most: Place & { datum: Datum };
	  }
	| { readonly rule: 'risk-unknown' }
	| { readonly rule: 'room-unknown' };

/** The four lists of a diagnosis; none is ever empty. */
export interface Findings {
	readonly strengths: readonly Finding[];
	readonly weaknesses: readonly Finding[];
	readonly opportunities: readonly Finding[];
	readonly threats: readonly Finding[];
}
