import type { Position } from './geography.ts';
import { cellAt } from './locate-blocks.ts';
import { frameOf, type Part } from './locate-frame.ts';
import { gridOf, type Question } from './locate-grid.ts';
import { isIn } from './locate-lines.ts';
import type { Shapes } from './topology.ts';

/** Code of the territory that a place [longitude, latitude] lies in; null outside all of them and for what is not finite. */
export type Locate = (position: Position) => string | null;

/** Cells of some 800 m over the country: one place in thirty asks a province, one in twelve a commune; 2 and 7 MB in all. */
const CELLS = 4_000_000;

/**
 * Answers in which territory a place lies, from a raster made once: a cell wholly in one territory answers at once, a
 * cell on a border asks its few candidates exactly. Equal to asking `booleanPointInPolygon` of Turf about every shape,
 * lowest code first, which is also who gets a shared border. `cells` is how many cells the raster has, about.
 * Throws a sentence when a ring is not closed.
 */
export function createLocator(shapes: Shapes, cells = CELLS): Locate {
	const codes = [...shapes.keys()].sort();
	const areas = codes.map((code) => partsOf(code, shapes));
	const frame = frameOf(areas, cells);
	if (!frame) return () => null;
	const { blocks, questions, lines } = gridOf(areas, frame);
	const { west, south, perLon, perLat, columns, rows } = frame;
	const answers = [null, ...codes];
	const ask = ({ areas: candidates, otherwise }: Question, row: number, [lon, lat]: Position): string | null => {
		for (const area of candidates) if (isIn(lines[area]!, areas[area]!, row, lon, lat)) return codes[area]!;
		return answers[otherwise + 1]!;
	};
	return (position) => {
		const column = Math.floor((position[0] - west) * perLon);
		const row = Math.floor((position[1] - south) * perLat);
		if (!(column >= 0 && column < columns && row >= 0 && row < rows)) return null;
		const cell = cellAt(blocks, row, column);
		return cell <= codes.length ? answers[cell]! : ask(questions[cell - codes.length - 1]!, row, position);
	};
}

function partsOf(code: string, shapes: Shapes): readonly Part[] {
	const shape = shapes.get(code)!;
	const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
	for (const ring of parts.flat()) {
		const [start, end] = [ring[0], ring[ring.length - 1]];
		if (!start || !end || start[0] !== end[0] || start[1] !== end[1]) throw new Error(`A ring of ${code} does not end where it starts.`);
	}
	return parts;
}
