import type { Dropped } from '#lib/core/cartography/basemap/lint.ts';
import type { StyleJson, StyleSource } from '#lib/core/cartography/basemap/style-json.ts';

/** Reads the JSON at an address. */
export type FetchJson = (url: string) => Promise<unknown>;

/**
 * The sources of a style with the addresses of their tiles written out, as far as they come from where the style came from: the policy
 * of the page lets nothing else in. Layers of the others are listed as of unknown data.
 */
export async function resolvedSources(
	{ sources, layers }: StyleJson,
	from: string,
	fetchJson: FetchJson
): Promise<{ readonly sources: StyleJson['sources']; readonly dropped: readonly Dropped[] }> {
	const read = await Promise.all(
		Object.entries(sources).map(async ([id, source]) => [id, await resolved(source, from, fetchJson)] as const)
	);
	const kept = Object.fromEntries(read.flatMap(([id, source]) => (source ? [[id, source] as const] : [])));
	const dropped = layers.flatMap(({ id, source }) =>
		source === undefined || source in kept ? [] : [{ layer: id, reason: 'unknown-data' as const }]
	);
	return { sources: kept, dropped };
}

async function resolved(source: StyleSource, from: string, fetchJson: FetchJson): Promise<StyleSource | null> {
	if (source.type !== 'vector' && source.type !== 'raster-dem') return null;
	const { url, ...rest } = source;
	if (url === undefined) return withTiles(rest, from);
	const address = new URL(url, from).href;
	if (!isFrom(address, from)) return null;
	const described = (await fetchJson(address)) as Omit<StyleSource, 'type'>;
	return withTiles({ ...pick(described), ...rest }, address);
}

/** What a description of tiles says that a source may say too. */
function pick(described: Omit<StyleSource, 'type'>): Partial<StyleSource> {
	const known = ['tiles', 'minzoom', 'maxzoom', 'bounds', 'scheme', 'attribution', 'encoding'];
	return Object.fromEntries(Object.entries(described).filter(([name]) => known.includes(name)));
}

function withTiles(source: StyleSource, from: string): StyleSource | null {
	// The braces of a template are no part of an address: `URL` would write them as codes.
	const tiles = (source.tiles ?? []).map((tile) => new URL(tile, from).href.replaceAll('%7B', '{').replaceAll('%7D', '}'));
	if (tiles.length === 0 || !tiles.every((tile) => isFrom(tile, from))) return null;
	const credit = typeof source.attribution === 'string' ? { attribution: source.attribution.replaceAll(/<[^>]*>|[<>]/g, '') } : {};
	return { ...source, tiles, ...credit };
}

const isFrom = (address: string, origin: string): boolean => new URL(address).origin === new URL(origin).origin;
