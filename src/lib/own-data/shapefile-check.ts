import { OWN_LIMITS } from '#lib/core/own/limits.ts';
import { OwnRefused } from '#lib/core/own/refusal.ts';

const SIGNATURE = 9994;
const HEADER_BYTES = 100;
/** Kinds of shape that have parts, and those that are lists of points, in the plane, with heights or measures. */
const WITH_PARTS = new Set([3, 5, 13, 15, 23, 25]);
const LISTS = new Set([8, 18, 28]);
const POINTS = new Set([1, 11, 21]);

/**
 * Throws unless a `.shp` holds together: as long as it says, every record within it and as long as its positions need. The library that
 * reads it trusts these numbers.
 */
export function checkShp(shp: Uint8Array): void {
	const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
	if (shp.length < HEADER_BYTES) throw new OwnRefused('truncated');
	if (view.getInt32(0) !== SIGNATURE) throw new OwnRefused('damaged');
	if (view.getInt32(24) * 2 > shp.length) throw new OwnRefused('truncated');
	let positions = 0;
	for (let at = HEADER_BYTES; at + 8 <= shp.length;) {
		const length = view.getInt32(at + 4) * 2;
		if (length < 0) throw new OwnRefused('damaged');
		if (at + 8 + length > shp.length) throw new OwnRefused('truncated');
		if (length >= 4) positions += positionsOf(view, at + 8, length);
		if (positions > OWN_LIMITS.coordinates) throw new OwnRefused('too-many-coordinates', { limit: OWN_LIMITS.coordinates });
		at += 8 + length;
	}
}

/** Positions of one record; throws when it is too short for them. */
function positionsOf(view: DataView, at: number, length: number): number {
	const kind = view.getInt32(at, true);
	if (kind === 0) return 0;
	if (POINTS.has(kind)) return fits(1, 4, length);
	if (LISTS.has(kind)) return length < 40 ? fits(1, length, length) : fits(view.getInt32(at + 36, true), 40, length);
	if (!WITH_PARTS.has(kind)) throw new OwnRefused('damaged');
	return ofParts(view, at, length);
}

/** Positions of a record with parts, which start one after the other. */
function ofParts(view: DataView, at: number, length: number): number {
	const parts = length < 44 ? -1 : view.getInt32(at + 36, true);
	if (parts < 0 || parts * 4 > length) throw new OwnRefused('damaged');
	const count = fits(view.getInt32(at + 40, true), 44 + parts * 4, length);
	for (let part = 0, before = 0; part < parts; part++) {
		const start = view.getInt32(at + 44 + part * 4, true);
		if (start < before || start > count) throw new OwnRefused('damaged');
		before = start;
	}
	return count;
}

function fits(count: number, header: number, length: number): number {
	if (count < 0 || header + count * 16 > length) throw new OwnRefused('damaged');
	return count;
}
