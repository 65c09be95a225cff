import type { Indicator, Source } from '#lib/core/indicator/indicator.ts';
import { decodeTable, type EncodedTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import { levelOfCode, type Level, type Territory } from '#lib/core/territory/territory.ts';

/** A release ready to be shown: the snapshot with its tables decoded once and a scorer per level. */
export interface Atlas {
	readonly snapshot: Snapshot;
	readonly chains: ReadonlyMap<string, Chain>;
	readonly indicators: ReadonlyMap<string, Indicator>;
	readonly sources: ReadonlyMap<string, Source>;
	/** The scorer of a level; null for communes until `withCommunes` added them. */
	scorer(level: Level): Scorer | null;
	/** The territory of a code, or null when this atlas does not hold it. */
	territory(code: string): Territory | null;
	/** Index of a territory in the table of its level, −1 when unknown. */
	indexOf(code: string): number;
}

/** The atlas of a snapshot, with communes when their table is given. */
export function createAtlas(snapshot: Snapshot, communes: EncodedTable | null = null): Atlas {
	const encoded: Readonly<Record<Level, EncodedTable | null>> = { ...snapshot.levels, commune: communes };
	const scorers = new Map<Level, Scorer>();
	const index = new Map<string, number>();
	for (const table of Object.values(encoded)) table?.territories.forEach(({ code }, i) => index.set(code, i));
	const releaseYear = Number(snapshot.release.date.slice(0, 4));
	const indexOf = (code: string): number => index.get(code) ?? -1;
	return {
		snapshot,
		chains: new Map(snapshot.chains.map((chain) => [chain.id, chain])),
		indicators: new Map(snapshot.indicators.map((indicator) => [indicator.id, indicator])),
		sources: new Map(snapshot.sources.map((source) => [source.id, source])),
		scorer(level) {
			const known = scorers.get(level);
			const table = encoded[level];
			if (known || !table) return known ?? null;
			// Decoding and pillars wait until a level is shown: a reader of provinces never pays for communes.
			const fresh = createScorer(snapshot.method, decodeTable(table), snapshot.chains, releaseYear);
			scorers.set(level, fresh);
			return fresh;
		},
		territory: (code) => encoded[levelOfCode(code)]?.territories[indexOf(code)] ?? null,
		indexOf
	};
}

/** The same atlas with the table of communes. */
export const withCommunes = (atlas: Atlas, communes: EncodedTable): Atlas => createAtlas(atlas.snapshot, communes);

/** Where the files of a release are. */
export const fileOf = (release: string, name: string): string => `/data/${release}/${name}`;

/** The atlas of a release, fetched; throws a sentence with the status when the file does not come. */
export async function fetchAtlas(release: string, fetch: typeof globalThis.fetch): Promise<Atlas> {
	return createAtlas(await fetchJson<Snapshot>(fileOf(release, 'snapshot.json'), fetch));
}

/** The table of communes of a release, fetched. */
export const fetchCommunes = (release: string, fetch: typeof globalThis.fetch): Promise<EncodedTable> =>
	fetchJson<EncodedTable>(fileOf(release, 'communes.json'), fetch);

async function fetchJson<T>(url: string, fetch: typeof globalThis.fetch): Promise<T> {
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
	return (await answer.json()) as T;
}
