import { NEED_KINDS, type NeedKind } from '#lib/core/need/kinds.ts';
import { FEWEST_SHOWN } from '#lib/core/need/suppress.ts';
import type { StatusOf } from '#lib/core/submission/submission.ts';
import type { IdeaStage } from './idea.ts';

/** An idea as anybody may read it: what was said and where, never by whom. */
export interface BoardIdea {
	readonly id: string;
	readonly title: string;
	readonly pitch: string;
	readonly need: NeedKind;
	readonly stage: IdeaStage;
	readonly status: StatusOf<'idea'>;
	readonly region: string;
	readonly province: string | null;
	readonly chain: string | null;
	/** The project sheet it became; null before. */
	readonly sheet: Sheet | null;
	/** Language it is written in. */
	readonly language: string;
	/** `2026-11`: the day might tell who was at a meeting. */
	readonly month: string;
}

/** A project sheet: a model of the bank and one of its value chains. */
export interface Sheet {
	readonly model: string;
	readonly chain: string;
}

/** What of the board is shown; null asks for everything. `territory` is a region or a province. */
export interface BoardFilter {
	readonly territory: string | null;
	readonly need: NeedKind | null;
	readonly chain: string | null;
	readonly status: StatusOf<'idea'> | null;
}

export const WHOLE_BOARD: BoardFilter = { territory: null, need: null, chain: null, status: null };

/** The ideas that pass a filter, in their order. */
export const ideasOf = (ideas: readonly BoardIdea[], filter: BoardFilter): BoardIdea[] =>
	ideas.filter(
		({ region, province, need, chain, status }) =>
			(filter.territory === null || filter.territory === region || filter.territory === province) &&
			(filter.need === null || filter.need === need) &&
			(filter.chain === null || filter.chain === chain) &&
			(filter.status === null || filter.status === status)
	);

/** How many ideas there are of each kind of need, in the order of the kinds, zeros included. */
export const byNeed = (ideas: readonly BoardIdea[]): { readonly need: NeedKind; readonly count: number }[] =>
	NEED_KINDS.map((need) => ({ need, count: ideas.filter((idea) => idea.need === need).length }));

/** How many ideas there are of each territory of a level; a territory without any is left out. */
export function byTerritory(ideas: readonly BoardIdea[], level: 'region' | 'province'): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const idea of ideas) {
		const code = idea[level];
		if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	return counts;
}

/** A count of what is not public yet: exact, or only that there are few. */
export type GuardedCount = { readonly kind: 'exact'; readonly count: number } | { readonly kind: 'few' };

/**
 * Counts of what waits for a moderator, by region, as they may be shown. No total is given beside them and no filter cuts them, so that
 * nothing can be subtracted; none is 0, because nobody stands behind it.
 */
export const guarded = (count: number): GuardedCount => (count > 0 && count < FEWEST_SHOWN ? { kind: 'few' } : { kind: 'exact', count });
