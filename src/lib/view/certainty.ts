import type { PillarWeights, Preset } from '#lib/core/scoring/method.ts';
import type { RankingQuestion } from '#lib/core/scoring/question.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Assumption } from '#lib/core/uncertainty/assumptions.ts';
import type { Robustness } from '#lib/core/uncertainty/robustness.ts';
import { formatWeights } from './address.ts';
import { weightsOf, type View } from './view.ts';

/** What intervals and zones are asked for: they stand only beside scores of the same question. Null where a view ranks no chain. */
export function rankingOf(view: View, presets: Readonly<Record<Preset, PillarWeights>>): RankingQuestion | null {
	const { lens, level, chain, aggregator } = view;
	return lens === 'zones' ? { level, chain, aggregator, weights: weightsOf(view, presets) } : null;
}

/** How sure the rank of one place is, as it is shown: among the whole level, or for a commune among those of its province. */
export interface PlaceCertainty {
	readonly rank: number;
	readonly low: number;
	readonly high: number;
	readonly median: number | null;
	/** How many are ranked with it. */
	readonly of: number;
	/** Chance of the top quartile of the level, 0–1. */
	readonly top: number;
	readonly robustness: Robustness;
	/** Others that cannot be told apart from it; null where they are too many to compare. */
	readonly tied: number | null;
}

/** A promising zone, as list and map show it. */
export interface ZoneLine {
	readonly id: string;
	readonly members: readonly string[];
	readonly names: readonly Text[];
	readonly hasMore: boolean;
	readonly people: number;
	readonly areaKm2: number | null;
	readonly mean: number;
	readonly low: number;
	readonly high: number;
	readonly leading: string | null;
}

/** Everything known about how sure one ranking is. */
export interface Certainty {
	/** The question it answers. */
	readonly key: string;
	readonly draws: number;
	/** By code. */
	readonly places: Readonly<Record<string, PlaceCertainty>>;
	/** What moves the rank of a place most, by code: one or two names, none where nothing moves it; a code is missing until that is known. */
	readonly drivers: Readonly<Record<string, readonly Assumption[]>>;
	/** Null until they are known. */
	readonly zones: readonly ZoneLine[] | null;
}

/** One text per question; equal questions have equal keys. */
export const keyOf = ({ level, chain, weights, aggregator }: RankingQuestion): string =>
	[level, chain, formatWeights(weights), aggregator].join(' ');
