import type { FeatureCollection } from 'geojson';
import type { Scene } from '#lib/core/cartography/scene.ts';
import { radiiOf } from '#lib/core/cartography/symbols.ts';
import { searchKey } from '#lib/core/text/search-key.ts';
import type { LevelGeometry, Town } from './geometry.ts';
import type { MapProps, MapZone } from './props.ts';
import { CODE } from './sources.ts';

const collection = (features: FeatureCollection['features']): FeatureCollection => ({ type: 'FeatureCollection', features });
const point = (position: readonly [number, number], properties: Record<string, unknown>): FeatureCollection['features'][number] => ({
	type: 'Feature',
	properties,
	geometry: { type: 'Point', coordinates: [...position] }
});

/**
 * Names of the territories of a level where their labels stand; `order` is lowest, and so placed first, for the selected one,
 * then for the widest. `town` is the rank of the town of the same name, which bears the name for both from where it is shown;
 * the selected territory keeps its own.
 */
export function labelsOf(
	geometry: LevelGeometry,
	{ names, labelAt, selected, language }: Pick<MapProps, 'names' | 'labelAt' | 'selected' | 'language'>,
	towns: readonly Town[]
): FeatureCollection {
	// Publishers write Khénifra and Khenifra.
	const ranks = new Map(towns.map((town) => [searchKey(town.name[language]), town.rank]));
	const features = [...geometry.bounds].flatMap(([code, [west, south, east, north]]) => {
		const at = labelAt(code);
		const name = names(code);
		const isSelected = code === selected;
		const order = isSelected ? -1e3 : -(east - west) * (north - south);
		return at ? [point(at, { [CODE]: code, name, order, town: isSelected ? undefined : ranks.get(searchKey(name)) })] : [];
	});
	return collection(features);
}

/** Towns with their name in one language; one whose name is `taken` already, by the selected territory, keeps its dot only. */
export function townsOf(towns: readonly Town[], language: MapProps['language'], taken: string | null): FeatureCollection {
	const key = taken === null ? null : searchKey(taken);
	return collection(
		towns.map(({ name: { [language]: name }, position, rank }) => point(position, { name: searchKey(name) === key ? '' : name, rank }))
	);
}

/** The named places of a scene as points with a radius in pixels; published counts are left to deck.gl. */
export function pointsOf({ symbols }: Scene, scale: number): FeatureCollection {
	const radii = radiiOf(symbols, scale);
	return collection(
		symbols.flatMap(({ id, kind, position }, i) => (kind === 'point' ? [point(position, { [CODE]: id, radius: radii[i] })] : []))
	);
}

/** Outlines of zones as one feature of lines, and the name of each zone at the label point of its best member. */
export function zonesOf(geometry: LevelGeometry, zones: readonly MapZone[], labelAt: MapProps['labelAt']): FeatureCollection {
	if (zones.length === 0) return collection([]);
	const groups = new Map(zones.flatMap(({ id, members }) => members.map((code) => [code, id] as const)));
	const lines = geometry.outlines((code) => groups.get(code) ?? null);
	const names = zones.flatMap(({ id, name, members }, i) => {
		const at = labelAt(members[0]!);
		// Zones come with the most people first: the first is placed first.
		return at ? [point(at, { [CODE]: id, name, order: i })] : [];
	});
	return collection([{ type: 'Feature', properties: {}, geometry: lines }, ...names]);
}
