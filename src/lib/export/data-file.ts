import { geoJson } from '#lib/core/export/geojson.ts';
import { geoPackageStatements } from '#lib/core/export/geopackage.ts';
import type { ExportLabels } from '#lib/core/export/labels.ts';
import { sheetsOf } from '#lib/core/export/sheets.ts';
import { tableCsv, type CsvOptions } from '#lib/core/export/table-csv.ts';
import type { ExportTable } from '#lib/core/export/table.ts';
import type { Shapes } from '#lib/core/geo/topology.ts';
import { sqliteInWorker, workbookInWorker } from './made-in-worker.ts';
import { hasShapes, mediaOf, type DataFormat } from './data-format.ts';

/** What a file is made from. `shapes` is asked only by the formats that hold them. */
export interface DataQuestion {
	readonly format: DataFormat;
	readonly table: ExportTable;
	readonly labels: ExportLabels;
	readonly csv: CsvOptions;
	shapes(): Promise<Shapes>;
}

/** An export as a file, made in the browser. What writes workbooks and GeoPackages comes with workers, when they are asked for. */
export async function dataFile({ format, table, labels, csv, shapes }: DataQuestion): Promise<Blob> {
	const all = hasShapes(format) ? await shapes() : new Map();
	return new Blob([await contentOf({ format, table, labels, csv }, all)], { type: mediaOf(format) });
}

async function contentOf({ format, table, labels, csv }: Omit<DataQuestion, 'shapes'>, shapes: Shapes): Promise<BlobPart> {
	switch (format) {
		case 'csv':
			return tableCsv(table, labels, csv);
		case 'xlsx':
			return workbookInWorker(sheetsOf(table, labels));
		case 'geojson':
			return geoJson(table, shapes, labels);
		case 'gpkg':
			return sqliteInWorker(geoPackageStatements(table, shapes, labels));
		default:
			return format satisfies never;
	}
}
