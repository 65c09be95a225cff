import type { Database, SqlJsStatic, SqlValue } from 'sql.js';
import { cellOf } from '#lib/core/own/cell.ts';
import { checkColumns, checkRows, columnsOfProperties } from '#lib/core/own/columns.ts';
import { OWN_LIMITS } from '#lib/core/own/limits.ts';
import type { OwnCell, ReadNote, ReadTable } from '#lib/core/own/own-table.ts';
import { OwnRefused } from '#lib/core/own/refusal.ts';
import { shapesInDegrees, type Crs } from '#lib/core/own/shapes.ts';
import { crsOfEpsg, crsOfWkt } from './crs.ts';
import { shapeOfCell } from './wkb.ts';

/** Opens SQLite; the page that reads knows where its program is. */
export type OpenSqlite = () => Promise<SqlJsStatic>;

/** The things of a GeoPackage: of the layer asked for, or of the first. Nothing in it is ever run but what is asked here. */
export async function readGeoPackage(bytes: Uint8Array, part: string | null, openSqlite: OpenSqlite): Promise<ReadTable> {
	checkLength(bytes);
	const { Database } = await openSqlite();
	let db: Database | null = null;
	try {
		db = new Database(bytes);
		db.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON;');
		return readLayer(db, part);
	} catch (cause) {
		if (cause instanceof OwnRefused) throw cause;
		throw new OwnRefused('damaged', {}, { cause });
	} finally {
		db?.close();
	}
}

/** SQLite says in its head how many pages of which size it has. */
function checkLength(bytes: Uint8Array): void {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 100) throw new OwnRefused('truncated');
	const page = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
	if (page * view.getUint32(28) > bytes.length) throw new OwnRefused('truncated');
}

interface Layer {
	readonly table: string;
	readonly column: string | null;
	readonly srs: number | null;
}

function rowsOf(db: Database, sql: string, values: SqlValue[] = []): SqlValue[][] {
	const statement = db.prepare(sql, values);
	try {
		const rows: SqlValue[][] = [];
		while (statement.step()) {
			rows.push(statement.get());
			checkRows(rows.length);
		}
		return rows;
	} finally {
		statement.free();
	}
}

function layersOf(db: Database): readonly Layer[] {
	const known = rowsOf(db, "SELECT 1 FROM sqlite_master WHERE name = 'gpkg_contents'");
	if (known.length === 0) throw new OwnRefused('no-layer');
	const hasShapes = rowsOf(db, "SELECT 1 FROM sqlite_master WHERE name = 'gpkg_geometry_columns'").length > 0;
	const rows = hasShapes
		? rowsOf(
				db,
				`SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
				WHERE c.data_type IN ('features', 'attributes') ORDER BY g.column_name IS NULL, c.rowid`
			)
		: rowsOf(db, "SELECT table_name, NULL, NULL FROM gpkg_contents WHERE data_type = 'attributes'");
	return rows.map(([table, column, srs]) => ({
		table: String(table),
		column: column === null ? null : String(column),
		srs: typeof srs === 'number' ? srs : null
	}));
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function readLayer(db: Database, part: string | null): ReadTable {
	const layers = layersOf(db);
	const layer = layers.find(({ table }) => table === part) ?? layers[0];
	if (!layer) throw new OwnRefused('no-layer');
	const names = rowsOf(db, `PRAGMA table_info(${quoted(layer.table)})`).map(([, name]) => String(name));
	checkColumns(names.length);
	const content = rowsOf(db, `SELECT * FROM ${quoted(layer.table)} LIMIT ${OWN_LIMITS.rows + 1}`);
	const at = names.indexOf(layer.column ?? '');
	const records = content.map((row) => names.flatMap((name, i): [string, OwnCell][] => (i === at ? [] : [[name, cellOf(row[i])]])));
	const found = content.map((row) => shapeIn(row[at]));
	const curves = found.filter((shape) => shape === 'curve').length;
	const shapes = found.map((shape) => (shape === 'curve' ? null : shape));
	const { columns, rows, notes } = columnsOfProperties(records);
	const isPlain = shapes.every((shape) => shape === null);
	const checked = isPlain ? { notes: [] } : shapesInDegrees(shapes, crsOf(db, layer.srs));
	const curved: readonly ReadNote[] = curves > 0 ? [{ kind: 'curves', count: curves }] : [];
	return {
		format: 'geopackage',
		part: layer.table,
		parts: layers.map(({ table }) => table),
		columns,
		rows,
		shapes: isPlain ? null : shapes,
		notes: [...notes, ...curved, ...checked.notes]
	};
}

const shapeIn = (cell: SqlValue | undefined): ReturnType<typeof shapeOfCell> => (cell instanceof Uint8Array ? shapeOfCell(cell) : null);

/** What a layer says its coordinates are; 0 and −1 say that nobody knows. */
function crsOf(db: Database, srs: number | null): Crs {
	if (srs === null || srs <= 0) return { kind: 'none' };
	const [row] = rowsOf(db, 'SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?', [srs]);
	if (!row) throw new OwnRefused('unknown-crs', { text: String(srs) });
	const [organisation, number, definition] = row;
	const known = String(organisation).toUpperCase() === 'EPSG' ? crsOfEpsg(Number(number)) : null;
	return known ?? crsOfWkt(String(definition));
}
