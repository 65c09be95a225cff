import type { Indicator, Source } from '#lib/core/indicator/indicator.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Figure } from '#lib/view/workspace/figures.ts';
import { fetchJson } from './atlas.ts';

const BASE = '/api/v1';

/** Indicators and sources of a release by their id, fetched once each; a failed fetch may be tried again. */
export function figuresOf(release: string, fetch: typeof globalThis.fetch) {
	const kept = new Map<string, Promise<unknown>>();
	const once = <T>(path: string, query: Readonly<Record<string, string>>): Promise<readonly T[]> => {
		const url = `${BASE}${path}?${new URLSearchParams({ ...query, release }).toString()}`;
		const known = kept.get(url) as Promise<readonly T[]> | undefined;
		if (known) return known;
		const answer = fetchJson<{ readonly items: readonly T[] }>(url, fetch).then(({ items }) => items);
		kept.set(url, answer);
		answer.catch(() => kept.delete(url));
		return answer;
	};
	const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
		new Map(items.map((item) => [item.id, item]));
	return {
		indicators: async () => byId(await once<Indicator>('/indicators', {})),
		sources: async () => byId(await once<Source>('/sources', {})),
		/** Figures of an indicator by code; of a year, or the newest of each territory. */
		async figures(indicator: string, level: Level, year: string | null): Promise<ReadonlyMap<string, Figure>> {
			const query = year === null ? { level } : { level, year };
			const items = await once<Figure & { readonly territory: string }>(`/indicators/${encodeURIComponent(indicator)}/values`, query);
			return new Map(items.map((one) => [one.territory, one]));
		}
	};
}
export type FigureFiles = ReturnType<typeof figuresOf>;
