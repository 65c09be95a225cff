import { parseDbf, parseShp } from 'shpjs';
import type { Geometry } from '#lib/core/geo/geometry.ts';
import { cellOf } from '#lib/core/own/cell.ts';
import { checkRows, columnsOfProperties } from '#lib/core/own/columns.ts';
import type { OwnCell, ReadNote, ReadTable } from '#lib/core/own/own-table.ts';
import { OwnRefused } from '#lib/core/own/refusal.ts';
import { shapesInDegrees, type Crs } from '#lib/core/own/shapes.ts';
import { createEncodingCheck } from '#lib/core/table/encoding.ts';
import { crsOfWkt } from './crs.ts';
import { checkShp } from './shapefile-check.ts';

/** Whether a part of a ZIP is of a shapefile. */
export const isShapefilePart = (name: string): boolean => /\.(?:shp|dbf|prj|cpg)$/i.test(name) && !name.startsWith('__MACOSX');

/** The things of a zipped shapefile: of the layer asked for, or of the first. `parts` are those of the ZIP, unpacked. */
export function readShapefile(parts: ReadonlyMap<string, Uint8Array>, part: string | null): ReadTable {
	const layers = [...parts.keys()].filter((name) => /\.shp$/i.test(name)).map((name) => name.slice(0, -4));
	const layer = layers.find((name) => name === part) ?? layers[0];
	if (layer === undefined) throw new OwnRefused('no-layer');
	const beside = (extension: string): Uint8Array | null =>
		[...parts].find(([name]) => name.toLowerCase() === `${layer}.${extension}`.toLowerCase())?.[1] ?? null;
	const shapes = shapesOf(beside('shp')!);
	const { records, notes } = recordsOf(beside('dbf'), beside('cpg'), shapes.length);
	const { columns, rows, notes: columnNotes } = columnsOfProperties(records);
	const checked = shapesInDegrees(shapes, crsOf(beside('prj')));
	return { format: 'shapefile', part: layer, parts: layers, columns, rows, shapes, notes: [...notes, ...columnNotes, ...checked.notes] };
}

function shapesOf(shp: Uint8Array): readonly (Geometry | null)[] {
	checkShp(shp);
	try {
		// Its box is of the coordinates of the file; it would be wrong once these are turned into degrees.
		return parseShp(shp).map((shape) => {
			if (shape) delete shape.bbox;
			return shape;
		});
	} catch (cause) {
		throw new OwnRefused('damaged', {}, { cause });
	}
}

function crsOf(prj: Uint8Array | null): Crs {
	return prj === null ? { kind: 'none' } : crsOfWkt(new TextDecoder().decode(prj));
}

/** What each shape is called; nothing for a file of shapes alone. */
function recordsOf(
	dbf: Uint8Array | null,
	cpg: Uint8Array | null,
	count: number
): { readonly records: readonly (readonly [string, OwnCell][])[]; readonly notes: readonly ReadNote[] } {
	if (count === 0) throw new OwnRefused('no-rows');
	checkRows(count);
	if (dbf === null) return { records: Array.from({ length: count }, () => []), notes: [] };
	const body = checkDbf(dbf);
	const encoding = encodingOf(cpg) ?? looksLike(body);
	const rows = dbfRows(dbf, encoding);
	const records = Array.from({ length: count }, (_, row) =>
		Object.entries(rows[row] ?? {}).map(([name, value]): [string, OwnCell] => [name, cellOf(value)])
	);
	const isGuessed = encodingOf(cpg) === null && (encoding === 'windows-1256' || encoding === 'windows-1252');
	return { records, notes: isGuessed ? [{ kind: 'encoding', encoding }] : [] };
}

function dbfRows(dbf: Uint8Array, encoding: string): readonly Record<string, unknown>[] {
	try {
		return parseDbf(dbf, encoding);
	} catch (cause) {
		throw new OwnRefused('damaged', {}, { cause });
	}
}

/** The part of a table of a shapefile that holds its records. Throws when it is not as long as it says. */
function checkDbf(dbf: Uint8Array): Uint8Array {
	const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength);
	if (dbf.length < 33) throw new OwnRefused('truncated');
	const [records, header, length] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
	if (length === 0 || header < 33) throw new OwnRefused('damaged');
	if (header + records * length > dbf.length + 1) throw new OwnRefused('truncated');
	checkRows(records);
	return dbf.subarray(header);
}

/** The encoding that a `.cpg` names: «UTF-8», «1256», «ANSI 1256», «cp1252», «ISO-8859-6»; null when there is none that is known. */
function encodingOf(cpg: Uint8Array | null): string | null {
	if (cpg === null) return null;
	const name = new TextDecoder().decode(cpg).trim();
	const [, number] = /^(?:ansi|cp|windows|oem)?[\s_-]*(\d{3,5})$/i.exec(name) ?? [];
	const label =
		number === undefined
			? name
			: number === '65001'
				? 'utf-8'
				: number.startsWith('8859')
					? `iso-8859-${number.slice(4)}`
					: `windows-${number}`;
	try {
		return new TextDecoder(label).encoding;
	} catch {
		return null;
	}
}

function looksLike(records: Uint8Array): string {
	const check = createEncodingCheck();
	// Unused bytes may be zero; they say nothing of the letters.
	check.add(records.map((byte) => (byte === 0 ? 0x20 : byte === 0x1a ? 0x0a : byte)));
	const found = check.result();
	return found.ok ? found.value : 'utf-8';
}
