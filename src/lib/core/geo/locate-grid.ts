import { blocksOf, type Blocks } from './locate-blocks.ts';
import { bandOf, columnsOfLine, type Frame, type Part } from './locate-frame.ts';
import { eachLine, isIn, linesOf, type AreaLines } from './locate-lines.ts';

/** Who has to be asked in a cell that a line touches: areas by index, in order, and the one that holds the rest of the cell. */
export interface Question {
	readonly areas: readonly number[];
	/** Index of the area that holds all of the cell, if none of the others holds the place; −1 when none does. */
	readonly otherwise: number;
}

/** What every cell of a frame knows. */
export interface Grid {
	/** Per cell: 0 nobody, 1 … n all of the cell lies in that area (index + 1), above n question n + 1 + index. */
	readonly blocks: Blocks;
	readonly questions: readonly Question[];
	readonly lines: readonly AreaLines[];
}

/** Fills the cells of a frame; areas are asked in their order. A cell is whole only when no line comes within the margin of it. */
export function gridOf(areas: readonly (readonly Part[])[], frame: Frame): Grid {
	const states = new States();
	const cells = new Uint32Array(frame.columns * frame.rows);
	const touched = new Uint8Array(frame.columns);
	const lines = areas.map((parts, index) => {
		const area = linesOf(parts, frame);
		states.turnTo(index);
		for (let i = 0; i < area.starts.length - 1; i++) fillRow({ frame, row: area.firstRow + i, area, parts }, touched, cells, states);
		return area;
	});
	const questions = states.number(cells, areas.length);
	return { blocks: blocksOf(cells, frame.columns), questions, lines };
}

interface RowOfArea {
	readonly frame: Frame;
	readonly row: number;
	readonly area: AreaLines;
	readonly parts: readonly Part[];
}

/** Tells the cells of one row what one area means to them: its line touches them, or they lie in it, or nothing. */
function fillRow({ frame, row, area, parts }: RowOfArea, touched: Uint8Array, cells: Uint32Array, states: States): void {
	const band = bandOf(frame, row);
	let [first, last] = [frame.columns, -1];
	const touch = (from: number, to: number): void => {
		touched.fill(1, from, to + 1);
		first = Math.min(first, from);
		last = Math.max(last, to);
	};
	eachLine(area, row, (line) => columnsOfLine(frame, band, line, touch));
	const lat = frame.south + (row + 0.5) / frame.perLat;
	// Between two cells with a line there is none, so what holds for one cell holds for its whole run.
	let isInside: boolean | null = null;
	for (let column = first; column <= last; column++) {
		const cell = row * frame.columns + column;
		if (touched[column] === 1) {
			isInside = null;
			cells[cell] = states.after(cells[cell]!, 'line');
			continue;
		}
		isInside ??= isIn(area, parts, row, frame.west + (column + 0.5) / frame.perLon, lat);
		if (isInside) cells[cell] = states.after(cells[cell]!, 'inside');
	}
	if (last >= 0) touched.fill(0, first, last + 1);
}

/** What a cell has been told so far, each combination once: areas arrive in order, so a combination grows at its end only. */
class States {
	readonly #all: Question[] = [{ areas: [], otherwise: -1 }];
	#area = -1;
	#next = { line: new Map<number, number>(), inside: new Map<number, number>() };

	turnTo(area: number): void {
		this.#area = area;
		this.#next = { line: new Map(), inside: new Map() };
	}

	after(state: number, told: 'line' | 'inside'): number {
		const known = this.#next[told].get(state);
		if (known !== undefined) return known;
		const { areas, otherwise } = this.#all[state]!;
		let next = state;
		// A cell that lies in an earlier area is never asked about a later one.
		if (otherwise < 0) {
			next = this.#all.length;
			this.#all.push(told === 'line' ? { areas: [...areas, this.#area], otherwise } : { areas, otherwise: this.#area });
		}
		this.#next[told].set(state, next);
		return next;
	}

	/** Renumbers the cells as `Grid` says; returns the questions that are left, in the order of their numbers. */
	number(cells: Uint32Array, count: number): readonly Question[] {
		const questions: Question[] = [];
		const numbers = this.#all.map(() => -1);
		for (let i = 0; i < cells.length; i++) {
			const state = cells[i]!;
			if (numbers[state] === -1) {
				const question = this.#all[state]!;
				numbers[state] = question.areas.length === 0 ? question.otherwise + 1 : count + questions.push(question);
			}
			cells[i] = numbers[state]!;
		}
		return questions;
	}
}
