import { OWN_LIMITS } from '#lib/core/own/limits.ts';
import type { OwnTable, ReadTable } from '#lib/core/own/own-table.ts';
import { pointsOfColumns } from '#lib/core/own/points.ts';
import { OwnRefused } from '#lib/core/own/refusal.ts';
import { readCsv } from './csv.ts';
import { readJson } from './geojson.ts';
import { readGeoPackage, type OpenSqlite } from './geopackage.ts';
import { readKml } from './kml.ts';
import { isShapefilePart, readShapefile } from './shapefile.ts';
import { unzipped } from './unzip.ts';
import { isWorkbookPart, readXlsx } from './xlsx.ts';

/** What is asked beside the bytes of a file. */
export interface ReadRequest {
	/** Name of the file, shown and never trusted. */
	readonly name: string;
	/** Sheet or layer to read; null takes the first that has something in it. */
	readonly part: string | null;
	readonly openSqlite: OpenSqlite;
}

/** The table in a file, told by its bytes and never by its name. Throws `OwnRefused` when the file is at fault. */
export async function readOwn(bytes: Uint8Array, request: ReadRequest): Promise<OwnTable> {
	if (bytes.length === 0) throw new OwnRefused('empty');
	if (bytes.length > OWN_LIMITS.fileBytes) throw new OwnRefused('too-large', { limit: OWN_LIMITS.fileBytes / 1_000_000 });
	const table = await readFormat(bytes, request);
	const points = table.shapes === null ? pointsOfColumns(table.columns) : null;
	const placed = points ? { ...table, shapes: points.shapes, notes: [...table.notes, points.note] } : table;
	return { name: request.name.replace(/^.*[\\/]/, '').slice(0, LONGEST_NAME), ...placed };
}

const LONGEST_NAME = 120;

const starts = (bytes: Uint8Array, signature: string): boolean => [...signature].every((sign, i) => bytes[i] === sign.charCodeAt(0));

/** First bytes of what people bring instead of data. */
const OTHERS = ['%PDF', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*', '\x1f\x8b', '7z\xbc\xaf', 'Rar!', '{\\rtf'];
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

async function readFormat(bytes: Uint8Array, { part, openSqlite }: ReadRequest): Promise<ReadTable> {
	if (starts(bytes, 'PK\x03\x04') || starts(bytes, 'PK\x05\x06')) return readZip(bytes, part);
	if (starts(bytes, 'SQLite format 3\0')) return readGeoPackage(bytes, part, openSqlite);
	if (starts(bytes, COMPOUND))
		throw new OwnRefused(holds(bytes, 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e') ? 'encrypted' : 'old-xls');
	if (OTHERS.some((signature) => starts(bytes, signature))) throw new OwnRefused('unknown-format');
	return readText(bytes, part);
}

/** A text tells by its first letter what it is. */
function readText(bytes: Uint8Array, part: string | null): ReadTable {
	const first = firstLetter(bytes);
	if (first === '{' || first === '[') return readJson(bytes, part);
	if (first !== '<') return readCsv(bytes);
	const start = bytes.subarray(0, 4096);
	if (holds(start, '<kml') || holds(start, '<!DOCTYPE kml')) return readKml(bytes);
	throw new OwnRefused('unknown-format');
}

/** A ZIP is a workbook, a shapefile or a KMZ by what is in it. */
async function readZip(bytes: Uint8Array, part: string | null): Promise<ReadTable> {
	const isKml = (name: string): boolean => /\.kml$/i.test(name);
	const parts = unzipped(bytes, (name) => isWorkbookPart(name) || isShapefilePart(name) || isKml(name));
	const names = [...parts.keys()];
	if (names.some((name) => /(^|\/)workbook\.xml$/i.test(name))) return readXlsx(parts, part);
	if (names.some((name) => /\.shp$/i.test(name))) return readShapefile(parts, part);
	const placemarks = names.find(isKml);
	if (placemarks !== undefined) return readKml(parts.get(placemarks)!);
	throw new OwnRefused('zip-without-data');
}

/** The first letter that is no space, past a byte order mark and the NULs of UTF-16. */
function firstLetter(bytes: Uint8Array): string {
	const at = bytes.findIndex((byte) => byte > 0x20 && ![0xef, 0xbb, 0xbf, 0xfe, 0xff].includes(byte));
	return String.fromCharCode(bytes[at] ?? 0);
}

function holds(bytes: Uint8Array, text: string): boolean {
	const first = text.charCodeAt(0);
	for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
		if ([...text].every((sign, i) => bytes[at + i] === sign.charCodeAt(0))) return true;
	}
	return false;
}
