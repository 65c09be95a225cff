import type { Geometry } from '#lib/core/geo/geometry.ts';
import type { OwnDataset } from '#lib/core/own/dataset.ts';

/** A thing of a layer; its row counts from 0. */
interface OwnFeature {
	readonly type: 'Feature';
	readonly geometry: Geometry;
	readonly properties: { readonly row: number };
}

/** The shapes of a dataset as the map takes them. */
export interface OwnLayer {
	readonly id: string;
	readonly name: string;
	readonly shapes: { readonly type: 'FeatureCollection'; readonly features: OwnFeature[] };
}

const made = new WeakMap<OwnDataset, OwnLayer>();

/** The layer of a dataset, the same object for the same dataset; null where it has no shapes. */
export function layerOf(dataset: OwnDataset): OwnLayer | null {
	const { id, table } = dataset;
	if (table.shapes === null) return null;
	const before = made.get(dataset);
	if (before) return before;
	const features = table.shapes.flatMap((geometry, row): OwnFeature[] =>
		geometry ? [{ type: 'Feature', geometry, properties: { row } }] : []
	);
	const layer: OwnLayer = { id, name: table.name, shapes: { type: 'FeatureCollection', features } };
	made.set(dataset, layer);
	return layer;
}
