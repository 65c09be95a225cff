import type { Shapes } from '../geo/topology.ts';
import { fieldsOf } from './fields.ts';
import type { ExportLabels } from './labels.ts';
import { boxOf, polygonsOf, type Ring } from './rings.ts';
import { aboutOf, sourceRows } from './sources.ts';
import type { ExportTable } from './table.ts';

/** Name of the layer in files of geometry. */
export const layerName = ({ level }: Pick<ExportTable, 'level'>): string => `furas_${level}`;

/**
 * An export as GeoJSON (RFC 7946), a line per feature. A row without a shape keeps its figures with `geometry: null`; what the file is and
 * where it comes from stands in its foreign member `furas`.
 */
export function geoJson(table: ExportTable, shapes: Shapes, labels: ExportLabels): string {
	const fields = fieldsOf(table);
	const polygons = table.codes.map((code) => {
		const shape = shapes.get(code);
		return shape ? polygonsOf(shape) : null;
	});
	const features = table.codes.map((code, row) =>
		JSON.stringify({
			type: 'Feature',
			id: code,
			properties: Object.fromEntries(fields.map(({ name, cell }) => [name, cell(row)])),
			geometry: geometryOf(polygons[row]!)
		})
	);
	const box = boxOf(polygons.flatMap((some) => some ?? []));
	const head = {
		type: 'FeatureCollection',
		name: layerName(table),
		...(box ? { bbox: box } : {}),
		furas: {
			...aboutOf(table, labels),
			rows: table.codes.length,
			title: table.title,
			statement: labels.statement,
			geometry: labels.geometry,
			columns: sourceRows(table, labels)
		}
	};
	return `${JSON.stringify(head).slice(0, -1)},"features":[\n${features.join(',\n')}\n]}\n`;
}

function geometryOf(polygons: readonly (readonly Ring[])[] | null) {
	if (polygons === null) return null;
	const [only] = polygons;
	return polygons.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: polygons };
}
