import { headerMeanings } from '#lib/core/register/header-words.ts';
import { readDegrees } from '#lib/core/register/position.ts';
import type { Geometry } from '#lib/core/geo/geometry.ts';
import { textOf } from './cell.ts';
import type { OwnCell, OwnColumn, ReadNote } from './own-table.ts';

/** Points of two columns of coordinates; null when the columns tell none. Rows whose coordinates cannot be read have none. */
export function pointsOfColumns(
	columns: readonly OwnColumn[]
): { readonly shapes: readonly (Geometry | null)[]; readonly note: ReadNote } | null {
	const named = (use: 'lat' | 'lon'): OwnColumn | undefined =>
		columns.find(({ name }) => headerMeanings(name).some((meaning) => meaning.use === use && meaning.confidence > SURE));
	const [lat, lon] = [named('lat'), named('lon')];
	if (!lat || !lon) return null;
	const shapes = lat.values.map((cell, row): Geometry | null => {
		const [x, y] = [degrees(lon.values[row]!), degrees(cell)];
		if (x === null || y === null || Math.abs(x) > 180 || Math.abs(y) > 90 || (x === 0 && y === 0)) return null;
		return { type: 'Point', coordinates: [x, y] };
	});
	const without = shapes.filter((shape) => shape === null).length;
	// Metres of a map projection, or no coordinates at all: a table like any other.
	return without * 2 > shapes.length ? null : { shapes, note: { kind: 'points', without } };
}

/** A header that is little more than the word. */
const SURE = 0.7;

const degrees = (cell: OwnCell): number | null => (typeof cell === 'number' ? cell : readDegrees(textOf(cell)));
