import { finished, type Steps } from '#lib/core/release/steps.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { robustness, type Robustness } from '#lib/core/uncertainty/robustness.ts';
import { createSimulation } from '#lib/core/uncertainty/simulation.ts';
import { zonesOf, type Zone } from '#lib/core/zones/zones.ts';
import type { Adjacency } from '#lib/core/geo/geography.ts';
import type { DiagnosticRules } from './rules.ts';

/** How sure the rank of one place is. */
export interface RankInterval {
	readonly low: number;
	readonly high: number;
	/** Probability of the top quarter, 0–1. */
	readonly top: number;
	/** Others it cannot be told apart from; null where there are too many to compare. */
	readonly tied: number | null;
	readonly robustness: Robustness;
}

type EncodedInterval = readonly [place: number, low: number, high: number, top: number, tied: number | null];
type EncodedLevel = Readonly<Record<string, { readonly ranked: number; readonly places: readonly EncodedInterval[] }>>;

/**
 * `standings.json` of a release: the numbers of the rules, and what takes seconds to draw, with balanced weights: the intervals of
 * every chain at the levels of a diagnostic, and the promising zones of the provinces.
 */
export interface Standings {
	readonly rules: DiagnosticRules;
	readonly region: EncodedLevel;
	readonly province: EncodedLevel;
	readonly zones: readonly Zone[];
}

/** Draws the intervals of every chain and the zones, as the method says, chain by chain. */
export function* standingsInSteps(region: Scorer, province: Scorer, adjacency: Adjacency, rules: DiagnosticRules): Steps<Standings> {
	const weights = province.method.presets.balanced;
	const zones: Zone[] = [];
	for (const { id } of province.chains) {
		zones.push(...zonesOf(province, { chain: id, weights, aggregator: 'geometric' }, adjacency));
		yield;
	}
	return { rules, region: yield* intervalsOf(region), province: yield* intervalsOf(province), zones };
}

/** The same at one go. */
export const standingsOf = (region: Scorer, province: Scorer, adjacency: Adjacency, rules: DiagnosticRules): Standings =>
	finished(standingsInSteps(region, province, adjacency, rules));

function* intervalsOf(scorer: Scorer): Steps<EncodedLevel> {
	const { draws, seed } = scorer.method.uncertainty;
	const weights = scorer.method.presets.balanced;
	const level: Record<string, EncodedLevel[string]> = {};
	for (const { id } of scorer.chains) {
		const simulation = createSimulation(scorer, { chain: id, weights, aggregator: 'geometric', seed, draws });
		simulation.run(draws);
		const { ranked, places } = simulation.bands();
		level[id] = { ranked, places: places.map(({ place, low, high, top, tied }): EncodedInterval => [place, low, high, top, tied]) };
		yield;
	}
	return level;
}

/** The interval of a place, by its index in the table of its level; null without a score. */
export function intervalOf(standings: Standings, scorer: Scorer, chain: string, place: number): RankInterval | null {
	const level = scorer.table.level === 'region' ? standings.region : standings.province;
	const { ranked, places } = level[chain] ?? { ranked: 0, places: [] };
	const found = places.find(([index]) => index === place);
	if (!found) return null;
	const [, low, high, top, tied] = found;
	return { low, high, top, tied, robustness: robustness(high - low, ranked, scorer.method.uncertainty) };
}
