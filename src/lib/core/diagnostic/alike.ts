import { normalise } from '#lib/core/composite/goalposts.ts';
import { MARKET } from '#lib/core/scoring/model.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { valueAt } from '#lib/core/scoring/table.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { distanceCell } from './cell.ts';
import { computed } from './datum.ts';
import type { AlikeLine, SharedTrait } from './diagnostic.ts';
import type { Place } from './line.ts';
import { datumOf, type Figures } from './figures.ts';
import type { DiagnosticRules } from './rules.ts';

/** A territory of the level and how far it is. */
export interface Alike {
	readonly territory: Territory;
	/** 0 (equal) – 1. */
	readonly distance: number;
	/** Differences per indicator on the frozen scales, and how far both lie from the middle on one side; only indicators both have. */
	readonly traits: readonly { readonly indicator: string; readonly difference: number; readonly character: number }[];
}

/**
 * The look-alikes of a territory, nearest first: root mean square of the differences of every scored indicator between the frozen
 * goalposts of the level, over what both have, when that is at least the coverage the method asks of a pillar. Ties by code.
 */
export function alikeOf(scorer: Scorer, code: string, rules: DiagnosticRules): Alike[] {
	const { table, method } = scorer;
	const here = table.territories.findIndex((territory) => territory.code === code);
	const scales = Object.entries(table.goalposts).filter(([id, { lo, hi }]) => hi !== lo && table.values[id]);
	const count = table.level === 'region' ? rules.alikeRegions : rules.alikeProvinces;
	const at = (id: string, index: number): number | null => {
		const value = valueAt(table.values[id], index);
		// The goalposts of people within reach stand on their logarithm, as the score reads them.
		return value === null ? null : normalise(id === MARKET ? Math.log(value) : value, table.goalposts[id]!, 'higher');
	};
	return table.territories
		.flatMap((territory, there) => {
			if (there === here) return [];
			const traits = scales.flatMap(([indicator]) => {
				const [a, b] = [at(indicator, here), at(indicator, there)];
				return a === null || b === null ? [] : [{ indicator, difference: Math.abs(a - b), character: characterOf(a, b) }];
			});
			if (traits.length < method.minimumCoverage * scales.length) return [];
			const distance = Math.sqrt(traits.reduce((sum, { difference }) => sum + difference ** 2, 0) / traits.length);
			return [{ territory, distance, traits }];
		})
		.sort((a, b) => a.distance - b.distance || (a.territory.code < b.territory.code ? -1 : 1))
		.slice(0, count);
}

/** How far two values lie from the middle of the scale on the same side, 0–0.5: what two places share is worth telling when it is not ordinary. */
const characterOf = (a: number, b: number): number => ((a - 0.5) * (b - 0.5) > 0 ? Math.min(Math.abs(a - 0.5), Math.abs(b - 0.5)) : 0);

/** A look-alike as it is told; `ideas` are sectors that promise there and have no evidence here. */
export function alikeLine(
	{ territory, distance, traits }: Alike,
	code: string,
	figures: Figures,
	parent: Place | null,
	ideas: readonly string[],
	rules: DiagnosticRules
): AlikeLine {
	const told = (chosen: Alike['traits']): SharedTrait[] =>
		chosen.flatMap(({ indicator: id }) => {
			const indicator = figures.indicators.find((one) => one.id === id);
			const [here, there] = [figures.of(id, code), figures.of(id, territory.code)];
			if (!indicator || !here || !there) return [];
			return [{ indicator: id, name: indicator.name, here: datumOf(indicator, here), there: datumOf(indicator, there) }];
		});
	// A long scale makes 80,000 and 500,000 people near: what is told as shared must look so too.
	const isClose = ({ here, there }: SharedTrait): boolean =>
		Math.abs(here.value - there.value) <= rules.traitGap * Math.max(Math.abs(here.value), Math.abs(there.value));
	return {
		code: territory.code,
		name: territory.name,
		parent,
		distance: computed(distance, distanceCell(territory.level, code, territory.code), 2),
		shared: told(traits.toSorted((a, b) => b.character - b.difference - (a.character - a.difference) || byId(a, b)))
			.filter(isClose)
			.slice(0, rules.traits),
		different: told(traits.toSorted((a, b) => b.difference - a.difference || byId(a, b))).slice(0, rules.traits),
		ideas
	};
}

const byId = (a: { readonly indicator: string }, b: { readonly indicator: string }): number => (a.indicator < b.indicator ? -1 : 1);
