import type { ExportTable } from '#lib/core/export/table.ts';

/** Files that the data of a map leave in. */
export const DATA_FORMATS = ['csv', 'xlsx', 'geojson', 'gpkg'] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];

const MEDIA: Readonly<Record<DataFormat, string>> = {
	csv: 'text/csv;charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	geojson: 'application/geo+json',
	gpkg: 'application/geopackage+sqlite3'
};

/** Media type of a format. */
export const mediaOf = (format: DataFormat): string => MEDIA[format];

/** True for the formats that hold the shapes. */
export const hasShapes = (format: DataFormat): boolean => format === 'geojson' || format === 'gpkg';

/** `furas-province-2026.11-c06aaab9.csv`. */
export const fileName = ({ level, release }: Pick<ExportTable, 'level' | 'release'>, format: DataFormat): string =>
	`furas-${level}-${release.id}.${format}`;
