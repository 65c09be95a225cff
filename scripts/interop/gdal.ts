import { spawnSync } from 'node:child_process';

/** What GDAL says of one layer. */
export interface Layer {
	readonly count: number;
	/** Whether the reference system is EPSG:4326; CSV has none. */
	readonly isWgs84: boolean;
	/** West, south, east, north; null without geometry. */
	readonly extent: readonly number[] | null;
	readonly types: ReadonlyMap<string, string>;
	/** What it complained about. */
	readonly warnings: string;
}

/** A row as GDAL has read it. */
export interface Row {
	/** Absent and null are the same. */
	readonly cells: Readonly<Record<string, string | number | null>>;
	/** Longitude and latitude of every point of its shape, in their order; empty without one. */
	readonly points: readonly (readonly number[])[];
}

/** True where both programs of GDAL that we ask are installed. */
export const hasGdal = (): boolean => ['ogrinfo', 'ogr2ogr'].every((name) => spawnSync(name, ['--version']).status === 0);

function run(program: string, args: readonly string[]): { readonly out: string; readonly warnings: string } {
	const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
	if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
	return { out: stdout, warnings: stderr.trim() };
}

/** A layer of a file, summed up. */
export function layerOf(file: string, layer: string, options: readonly string[] = []): Layer {
	const { out, warnings } = run('ogrinfo', ['-ro', '-so', ...options, file, layer]);
	const extent = /^Extent: \((.+), (.+)\) - \((.+), (.+)\)$/m.exec(out)?.slice(1).map(Number) ?? null;
	const types = [...out.matchAll(/^(\w+): (\w+)(?:\(\w+\))? \(\d+\.\d+\)/gm)].map(([, name, type]) => [name!, type!] as const);
	return {
		count: Number(/^Feature Count: (\d+)$/m.exec(out)?.[1]),
		isWgs84: /^ {4}ID\["EPSG",4326\]\]$/m.test(out),
		extent,
		types: new Map(types),
		warnings
	};
}

/** Every row of a layer with its figures and its shape as GDAL reads them. */
export function rowsOf(file: string, layer: string, options: readonly string[] = []): readonly Row[] {
	const { out } = run('ogr2ogr', ['-f', 'GeoJSON', ...options, '/vsistdout/', file, layer]);
	const { features } = JSON.parse(out) as { features: { properties: Row['cells']; geometry: { coordinates: unknown } | null }[] };
	return features.map(({ properties, geometry }) => ({
		cells: properties,
		points: geometry === null ? [] : pointsOf(geometry.coordinates)
	}));
}

/** The points of coordinates, however deep they lie. */
function pointsOf(coordinates: unknown): number[][] {
	if (!Array.isArray(coordinates)) return [];
	return typeof coordinates[0] === 'number' ? [coordinates as number[]] : coordinates.flatMap(pointsOf);
}

/** How many shapes of a layer are not valid; null where this GDAL has no SpatiaLite. */
export function invalidShapes(file: string, layer: string, geometry: string): number | null {
	const sql = `SELECT COUNT(*) AS invalid FROM "${layer}" WHERE "${geometry}" IS NOT NULL AND NOT ST_IsValid("${geometry}")`;
	const { status, stdout } = spawnSync('ogrinfo', ['-ro', '-q', '-dialect', 'sqlite', '-sql', sql, file], { encoding: 'utf8' });
	const found = /invalid \(\w+\) = (\d+)/.exec(stdout);
	return status === 0 && found ? Number(found[1]) : null;
}
