/** Cells along a side of a block. */
const SIDE = 16;

/** A raster in two steps: most blocks hold one number everywhere, and only the others have cells. */
export interface Blocks {
	readonly across: number;
	/** Per block, row by row: −1 − the number of all its cells, or where its cells start. */
	readonly starts: Int32Array;
	/** The cells of mixed blocks, row by row within each; two bytes where the numbers allow it. */
	readonly cells: Uint16Array | Uint32Array;
}

/** The blocks of a raster of `columns` cells a row, which both have to be whole numbers of blocks: see `wholeBlocks`. */
export function blocksOf(raster: Uint32Array, columns: number): Blocks {
	const across = columns / SIDE;
	const starts = new Int32Array(raster.length / (SIDE * SIDE));
	const mixed: number[] = [];
	for (let block = 0; block < starts.length; block++) {
		const corner = Math.floor(block / across) * SIDE * columns + (block % across) * SIDE;
		starts[block] = isEven(raster, corner, columns) ? -1 - raster[corner]! : SIDE * SIDE * (mixed.push(corner) - 1);
	}
	const cells = new Uint32Array(mixed.length * SIDE * SIDE);
	mixed.forEach((corner, block) => {
		for (let row = 0; row < SIDE; row++) {
			const at = corner + row * columns;
			cells.set(raster.subarray(at, at + SIDE), (block * SIDE + row) * SIDE);
		}
	});
	return { across, starts, cells: cells.every((cell) => cell < 0x10000) ? Uint16Array.from(cells) : cells };
}

/** So many cells fill whole blocks: `count`, or a few more. */
export const wholeBlocks = (count: number): number => Math.ceil(count / SIDE) * SIDE;

function isEven(raster: Uint32Array, corner: number, columns: number): boolean {
	for (let row = 0; row < SIDE; row++) {
		for (let at = corner + row * columns, end = at + SIDE; at < end; at++) if (raster[at] !== raster[corner]) return false;
	}
	return true;
}

/** The number at a cell of the raster. Row and column have to lie within it. */
export function cellAt({ across, starts, cells }: Blocks, row: number, column: number): number {
	const start = starts[(row >> 4) * across + (column >> 4)]!;
	return start < 0 ? -1 - start : cells[start + ((row & 15) << 4) + (column & 15)]!;
}
