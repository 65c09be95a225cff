import inPolygon from 'point-in-polygon-hao';
import { bandOf, rowOf, type Frame, type Line, type Part } from './locate-frame.ts';

/** The lines of one area that touch each row, part by part: what a place in that row has to be held against. */
export interface AreaLines {
	readonly firstRow: number;
	/** Where the lines of `firstRow + i` start; those of the last row end where the last one starts. */
	readonly starts: Uint32Array;
	/** Four numbers a line; one line of NaN after each part. */
	readonly lines: Float64Array;
}

/** Some hundred times what rounding can do to an orientation, relative to the terms it is made of. */
const UNSURE = 1e-12;

/** The lines of an area by row. */
export function linesOf(parts: readonly Part[], frame: Frame): AreaLines {
	const byPart = parts.map((part) => part.flatMap((ring) => ring.slice(1).map((to, i): Line => [...pair(ring[i]!), ...pair(to)])));
	const lats = byPart.flat().flatMap(([, y1, , y2]) => [y1, y2]);
	if (lats.length === 0) return { firstRow: 0, starts: Uint32Array.of(0), lines: new Float64Array() };
	const firstRow = rowOf(frame, lats.reduce((a, b) => Math.min(a, b)) - frame.margin);
	const lastRow = rowOf(frame, lats.reduce((a, b) => Math.max(a, b)) + frame.margin);
	const starts = [0];
	const lines: number[] = [];
	for (let row = firstRow; row <= lastRow; row++) {
		const [south, north] = bandOf(frame, row);
		for (const part of byPart) {
			const before = lines.length;
			for (const line of part) {
				if ((line[1] < south && line[3] < south) || (line[1] > north && line[3] > north)) continue;
				lines.push(line[0], line[1], line[2], line[3]);
			}
			if (lines.length > before) lines.push(NaN, NaN, NaN, NaN);
		}
		starts.push(lines.length);
	}
	return { firstRow, starts: Uint32Array.from(starts), lines: Float64Array.from(lines) };
}

const pair = (at: readonly number[]): [number, number] => [at[0]!, at[1]!];

/** Calls `visit` for every line of an area that touches a row. */
export function eachLine({ firstRow, starts, lines }: AreaLines, row: number, visit: (line: Line) => void): void {
	for (let at = starts[row - firstRow]!; at < starts[row - firstRow + 1]!; at += 4) {
		if (!Number.isNaN(lines[at])) visit([lines[at]!, lines[at + 1]!, lines[at + 2]!, lines[at + 3]!]);
	}
}

/**
 * Whether a place lies in an area or on its line, as Turf counts it. Lines that the place is clearly to one side of are
 * counted here; when one passes so close that rounding could decide, or ends level with the place, Turf's own test is asked.
 */
export function isIn(area: AreaLines, parts: readonly Part[], row: number, x: number, y: number): boolean {
	const sure = countedIn(area, row, x, y);
	if (sure !== null) return sure;
	for (const part of parts) if (inPolygon([x, y], part as [number, number][][]) !== false) return true;
	return false;
}

/** The same from the lines of the row alone; null when it is too close to say. */
function countedIn({ firstRow, starts, lines }: AreaLines, row: number, x: number, y: number): boolean | null {
	const end = starts[row - firstRow + 1]!;
	let isOdd = false;
	let isInside = false;
	for (let at = starts[row - firstRow]!; at < end; at += 4) {
		const v1 = lines[at + 1]! - y;
		const v2 = lines[at + 3]! - y;
		if ((v1 > 0 && v2 > 0) || (v1 < 0 && v2 < 0)) continue;
		if (Number.isNaN(v1)) {
			isInside ||= isOdd;
			isOdd = false;
			continue;
		}
		const turn = turnOf(lines[at]! - x, v1, lines[at + 2]! - x, v2);
		if (turn === 0) return null;
		if (turn > 0 === v2 > v1) isOdd = !isOdd;
	}
	return isInside;
}

/** Sign says on which side of a line the place (0, 0) is; 0 when it is too close to say, or level with an end of the line. */
function turnOf(u1: number, v1: number, u2: number, v2: number): number {
	if (v1 === 0 || v2 === 0) return 0;
	const [a, b] = [u1 * v2, u2 * v1];
	return Math.abs(a - b) <= UNSURE * (Math.abs(a) + Math.abs(b)) ? 0 : a - b;
}
