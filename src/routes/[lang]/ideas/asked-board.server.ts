import { ideasOf, type BoardFilter, type BoardIdea } from '#lib/core/idea/board.ts';
import { isNeedKind, type NeedKind } from '#lib/core/need/kinds.ts';
import { isPublic, STATUSES, type StatusOf } from '#lib/core/submission/submission.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { currentApp } from '#lib/server/app.ts';
import { publicIdeas } from '#lib/server/db/living/ideas.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** Where an idea of the board may stand. */
export const BOARD_STATUSES = STATUSES.idea.filter(isPublic);

/** The board that an address asks for. */
export interface AskedBoard {
	readonly release: OpenedRelease;
	readonly regions: readonly Territory[];
	readonly provinces: readonly Territory[];
	readonly filter: BoardFilter;
	/** Names of filters that could not be used. */
	readonly ignored: readonly BoardField[];
	/** Ideas that pass the filter, and all there are. */
	readonly found: readonly BoardIdea[];
	readonly all: readonly BoardIdea[];
}

const FIELDS = ['territory', 'need', 'chain', 'status'] as const;
export type BoardField = (typeof FIELDS)[number];

/** The board in the parameters of an address. Never fails: a filter that cannot be used is left out and named. */
export async function askedBoard(parameters: URLSearchParams): Promise<AskedBoard> {
	const { living, releases } = currentApp();
	const release = releases.current;
	const [regions, provinces, all] = await Promise.all([
		release.bank.territories.list({ level: 'region' }),
		release.bank.territories.list({ level: 'province' }),
		publicIdeas(living)
	]);
	const known: Readonly<Record<BoardField, (value: string) => boolean>> = {
		territory: (code) => [...regions, ...provinces].some((territory) => territory.code === code),
		need: isNeedKind,
		chain: (id) => release.snapshot.chains.some((chain) => chain.id === id),
		status: (status) => BOARD_STATUSES.some((one) => one === status)
	};
	const asked = FIELDS.map((field) => [field, parameters.get(field) ?? ''] as const).filter(([, value]) => value !== '');
	const usable = Object.fromEntries(asked.filter(([field, value]) => known[field](value)));
	const filter: BoardFilter = {
		territory: usable['territory'] ?? null,
		need: (usable['need'] as NeedKind | undefined) ?? null,
		chain: usable['chain'] ?? null,
		status: (usable['status'] as StatusOf<'idea'> | undefined) ?? null
	};
	const ignored = asked.filter(([field, value]) => !known[field](value)).map(([field]) => field);
	return { release, regions, provinces, filter, ignored, found: ideasOf(all, filter), all };
}

/** The filter as a query, with `more` behind it; empty without a filter. */
export function boardQuery(filter: BoardFilter, more: Readonly<Record<string, string>> = {}): string {
	const query = new URLSearchParams(more);
	for (const field of FIELDS) if (filter[field] !== null) query.set(field, filter[field]);
	const text = query.toString();
	return text === '' ? '' : `?${text}`;
}
