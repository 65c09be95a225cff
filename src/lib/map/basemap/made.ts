import { layers as protomapsLayers, namedFlavor, type Flavor } from '@protomaps/basemaps';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { TileType, type PMTiles } from 'pmtiles';
import { lintBasemap, type Dropped, type Labelling } from '#lib/core/cartography/basemap/lint.ts';
import { openMapTilesLayers, QUIET_GROUND } from '#lib/core/cartography/basemap/open-map-tiles.ts';
import type { StyleJson, StyleLayer, StyleSource } from '#lib/core/cartography/basemap/style-json.ts';
import { MAP_TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import type { Language } from '#lib/core/text/text.ts';
import type { Basemap } from '../props.ts';
import { FONT } from '../style/fonts.ts';
import { resolvedSources, type FetchJson } from './style-sources.ts';

/** A basemap ready to lie under our areas, what had to go from it, and whose it is as plain text; empty where nobody says. */
export interface LoadedBasemap {
	readonly basemap: Basemap;
	readonly dropped: readonly Dropped[];
	readonly attribution: string;
}

export interface BasemapWish {
	readonly language: Language;
	readonly theme: Theme;
}

/** Id of the tiles of a file of our own. */
const TILES = 'tiles';
/** Kept apart from the layers and sources of the map itself. */
const PREFIX = 'basemap-';

/** The basemap of a style of another house, read by `fetchJson`. */
export async function fromStyle(address: string, wish: BasemapWish, fetchJson: FetchJson): Promise<LoadedBasemap> {
	const style = (await fetchJson(address)) as StyleJson;
	const { sources, dropped } = await resolvedSources(style, address, fetchJson);
	const layers = style.layers.filter(({ source }) => source === undefined || source in sources);
	return finished({ sources, layers }, wish, dropped);
}

/** The basemap of an archive of vector tiles, whatever it is read from. */
export async function fromTiles(archive: PMTiles, wish: BasemapWish): Promise<LoadedBasemap> {
	const header = await archive.getHeader();
	if (header.tileType !== TileType.Mvt)
		throw new Error('The tiles of the basemap are pictures: their borders and names cannot be left out.');
	const metadata = (await archive.getMetadata()) as { vector_layers?: readonly { id: string }[]; attribution?: string };
	const layers = layersFor(new Set((metadata.vector_layers ?? []).map(({ id }) => id)), wish);
	if (!layers) throw new Error('The tiles of the basemap are of a schema that is not known here (Protomaps and OpenMapTiles are).');
	const source: StyleSource = {
		type: 'vector',
		tiles: [`pmtiles://${archive.source.getKey()}/{z}/{x}/{y}`],
		minzoom: header.minZoom,
		maxzoom: header.maxZoom,
		bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
		attribution: plainText(metadata.attribution ?? '')
	};
	return finished({ sources: { [TILES]: source }, layers }, wish, []);
}

/** Land and sea as on our own map, so that nothing changes at the border of the country; roads as quiet as they may be. */
function flavorOf(theme: Theme): Flavor {
	const [land, sea, road] = [MAP_TOKENS.land[theme], MAP_TOKENS.sea[theme], QUIET_GROUND.road[theme]];
	const roads = { highway: road, major: road, link: road, minor_a: road, minor_b: road, minor_service: road, other: road };
	return { ...namedFlavor(theme === 'dark' ? 'black' : 'white'), ...roads, background: sea, earth: land, water: sea };
}

/** Layers for tiles that hold these kinds of data; null for a schema that is not known. */
function layersFor(data: ReadonlySet<string>, { language, theme }: BasemapWish): readonly StyleLayer[] | null {
	if (data.has('earth') && data.has('roads')) return protomapsLayers(TILES, flavorOf(theme), { lang: language }) as unknown as StyleLayer[];
	if (data.has('transportation') || data.has('place')) return openMapTilesLayers(TILES, theme);
	return null;
}

function finished(style: StyleJson, { language }: BasemapWish, without: readonly Dropped[]): LoadedBasemap {
	const labelling: Labelling = { language, font: FONT };
	const { sources, layers, dropped } = lintBasemap(style, labelling);
	const own = Object.entries(sources).map(([id, source]) => [PREFIX + id, source as unknown as SourceSpecification] as const);
	return {
		basemap: { sources: Object.fromEntries(own), layers: layers.map(renamed) },
		dropped: [...without, ...dropped],
		attribution: [...new Set(Object.values(sources).flatMap(({ attribution }) => (attribution ? [attribution] : [])))].join(' · ')
	};
}

/** A layer under a name that none of ours has. What a style says wrong is refused by the map when it is added. */
const renamed = (layer: StyleLayer): LayerSpecification =>
	({ ...layer, id: PREFIX + layer.id, ...(layer.source === undefined ? {} : { source: PREFIX + layer.source }) }) as LayerSpecification;

/** Credits come with links and marks; the map writes them as they are, so only their words are taken. */
export const plainText = (markup: string): string =>
	markup
		.replaceAll(/<[^>]*>/g, '')
		.replaceAll(/&(copy|#169);/g, '©')
		.replaceAll(/&amp;/g, '&')
		.replaceAll(/[<>]/g, '')
		.trim();
