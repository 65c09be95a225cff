import type { Indicator, Source } from '#lib/core/indicator/indicator.ts';
import { decodeTable, type EncodedTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import { levelOfCode, type Level, type Territory } from '#lib/core/territory/territory.ts';

/** A release ready to be shown: its names by id and a scorer per level. */
export interface Atlas {
	readonly snapshot: Snapshot;
	readonly chains: ReadonlyMap<string, Chain>;
	readonly indicators: ReadonlyMap<string, Indicator>;
	readonly sources: ReadonlyMap<string, Source>;
	/** The scorer of a level; null while its table is not there, which happens to communes only. */
	scorer(level: Level): Scorer | null;
	/** The territory of a code, or null when this atlas does not hold it. */
	territory(code: string): Territory | null;
	/** Index of a territory in the table of its level, −1 when unknown. */
	indexOf(code: string): number;
}

/** The atlas of a snapshot over the scorers of its levels. */
export function createAtlas(snapshot: Snapshot, scorer: Atlas['scorer']): Atlas {
	const indices = new Map<Level, ReadonlyMap<string, number>>();
	const indexOf = (code: string): number => {
		const level = levelOfCode(code);
		let index = indices.get(level);
		if (!index) {
			const table = scorer(level)?.table;
			if (!table) return -1;
			index = new Map(table.territories.map((territory, i) => [territory.code, i]));
			indices.set(level, index);
		}
		return index.get(code) ?? -1;
	};
	return {
		snapshot,
		chains: byId(snapshot.chains),
		indicators: byId(snapshot.indicators),
		sources: byId(snapshot.sources),
		scorer,
		territory: (code) => scorer(levelOfCode(code))?.table.territories[indexOf(code)] ?? null,
		indexOf
	};
}

/** The region a code belongs to, or is; the code itself when this atlas does not hold it. */
export function regionOf(atlas: Atlas, code: string): string {
	const parent = atlas.territory(code)?.parent;
	return parent ? regionOf(atlas, parent) : code;
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> => new Map(items.map((item) => [item.id, item]));

/** An atlas over encoded tables. Decoding waits until a level is shown: a reader of provinces never pays for communes. */
export function decodedAtlas(snapshot: Snapshot, communes: EncodedTable | null = null): Atlas {
	const encoded: Readonly<Record<Level, EncodedTable | null>> = { ...snapshot.levels, commune: communes };
	const scorers = new Map<Level, Scorer>();
	const releaseYear = Number(snapshot.release.date.slice(0, 4));
	return createAtlas(snapshot, (level) => {
		const known = scorers.get(level);
		const table = encoded[level];
		if (known || !table) return known ?? null;
		const fresh = createScorer(snapshot.method, decodeTable(table), snapshot.chains, releaseYear);
		scorers.set(level, fresh);
		return fresh;
	});
}

/** Where the files of a release are. */
export const fileOf = (release: string, name: string): string => `/data/${release}/${name}`;

/** The snapshot of a release, fetched; throws a sentence with the status when the file does not come. */
export const fetchSnapshot = (release: string, fetch: typeof globalThis.fetch): Promise<Snapshot> =>
	fetchJson<Snapshot>(fileOf(release, 'snapshot.json'), fetch);

/** The table of communes of a release, fetched. */
export const fetchCommunes = (release: string, fetch: typeof globalThis.fetch): Promise<EncodedTable> =>
	fetchJson<EncodedTable>(fileOf(release, 'communes.json'), fetch);

/** Parsed content of a file of a release; throws a sentence with the status when it does not come. */
export async function fetchJson<T>(url: string, fetch: typeof globalThis.fetch): Promise<T> {
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
	return (await answer.json()) as T;
}
