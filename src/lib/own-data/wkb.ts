import type { Coordinates, Geometry } from '#lib/core/geo/geometry.ts';
import { OWN_LIMITS } from '#lib/core/own/limits.ts';
import { OwnRefused } from '#lib/core/own/refusal.ts';

/** The head of a geometry of a GeoPackage: «GP», a version, flags, the number of its reference system, a box. */
const HEAD_BYTES = 8;
const BOX_BYTES = [0, 32, 48, 48, 64];

/** The shape in a cell of a GeoPackage; null when it is empty, `curve` when it is of a kind that no map here draws. Throws when damaged. */
export function shapeOfCell(cell: Uint8Array): Geometry | null | 'curve' {
	if (cell.length < HEAD_BYTES || cell[0] !== 0x47 || cell[1] !== 0x50) throw new OwnRefused('damaged');
	const flags = cell[3]!;
	const box = BOX_BYTES[(flags >> 1) & 7];
	if (box === undefined) throw new OwnRefused('damaged');
	if ((flags & 0x10) !== 0) return null;
	return readWkb(cell.subarray(HEAD_BYTES + box));
}

/** A shape in well-known binary (OGC 06-103r4), heights and measures passed over. */
export function readWkb(bytes: Uint8Array): Geometry | null | 'curve' {
	const reader = new WkbReader(bytes);
	try {
		return reader.shape(0);
	} catch (cause) {
		if (cause instanceof OwnRefused) throw cause;
		throw new OwnRefused('damaged', {}, { cause });
	}
}

const DEEPEST = 8;

class WkbReader {
	readonly #view: DataView;
	#at = 0;
	#little = true;
	/** Numbers per position. */
	#size = 2;

	constructor(bytes: Uint8Array) {
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	shape(depth: number): Geometry | null | 'curve' {
		if (depth > DEEPEST) throw new OwnRefused('damaged');
		switch (this.#kind()) {
			case 1:
				return this.#point();
			case 2:
				return { type: 'LineString', coordinates: this.#line() };
			case 3:
				return { type: 'Polygon', coordinates: this.#rings() };
			case 4:
				return { type: 'MultiPoint', coordinates: this.#parts(depth).map((part) => (part as { coordinates: Coordinates }).coordinates) };
			case 5:
				return {
					type: 'MultiLineString',
					coordinates: this.#parts(depth).map((part) => (part as { coordinates: Coordinates[] }).coordinates)
				};
			case 6:
				return {
					type: 'MultiPolygon',
					coordinates: this.#parts(depth).map((part) => (part as { coordinates: Coordinates[][] }).coordinates)
				};
			case 7:
				return { type: 'GeometryCollection', geometries: this.#parts(depth) };
			default:
				return 'curve';
		}
	}

	/** Kind without the thousands (ISO) or the high bits (of older software) that say what else a position holds. */
	#kind(): number {
		this.#little = this.#view.getUint8(this.#at) === 1;
		const code = this.#view.getUint32(this.#at + 1, this.#little);
		this.#at += 5;
		if ((code & 0x20000000) !== 0) this.#at += 4;
		const plain = code & 0x0fffffff;
		const iso = Math.floor(plain / 1000);
		const more = (iso === 1 || iso === 2 ? 1 : iso === 3 ? 2 : 0) + Number((code & 0x80000000) !== 0) + Number((code & 0x40000000) !== 0);
		this.#size = 2 + Math.min(2, more);
		return plain % 1000;
	}

	#count(): number {
		const count = this.#view.getUint32(this.#at, this.#little);
		this.#at += 4;
		// Each counted thing takes at least four bytes; a larger number is a lie.
		if (count > OWN_LIMITS.coordinates || count * 4 > this.#view.byteLength) throw new OwnRefused('damaged');
		return count;
	}

	#position(): Coordinates {
		const position = [this.#view.getFloat64(this.#at, this.#little), this.#view.getFloat64(this.#at + 8, this.#little)];
		this.#at += this.#size * 8;
		return position;
	}

	/** An empty point is written as NaN. */
	#point(): Geometry | null {
		const coordinates = this.#position();
		return Number.isNaN(coordinates[0]) ? null : { type: 'Point', coordinates };
	}

	#line(): Coordinates[] {
		return Array.from({ length: this.#count() }, () => this.#position());
	}

	#rings(): Coordinates[][] {
		return Array.from({ length: this.#count() }, () => this.#line());
	}

	/** Parts are shapes with heads of their own. */
	#parts(depth: number): Geometry[] {
		return Array.from({ length: this.#count() }, () => this.shape(depth + 1)).map((part) => {
			if (part === null || part === 'curve') throw new OwnRefused('damaged');
			return part;
		});
	}
}
