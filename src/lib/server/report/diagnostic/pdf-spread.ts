/** Where a label stands: its middle as a share of the width, and on which of the lines below each other. */
export interface Place {
	readonly at: number;
	readonly row: number;
}

/**
 * Labels as near to where they are wanted as their widths allow, in their order and inside 0–1. When one line does not hold them
 * they take turns on two, and so on. `wanted` ascends; widths are shares.
 */
export function spread(wanted: readonly number[], widths: readonly number[]): Place[] {
	const rows = rowsFor(widths);
	const places = new Array<Place>(wanted.length);
	for (let row = 0; row < rows; row++) {
		const members = wanted.flatMap((_, index) => (index % rows === row ? [index] : []));
		const middles = apart(
			members.map((index) => wanted[index]!),
			members.map((index) => widths[index]!)
		);
		members.forEach((member, index) => (places[member] = { at: middles[index]!, row }));
	}
	return places;
}

/** The least number of lines of which each holds its labels. */
function rowsFor(widths: readonly number[]): number {
	const lengthOf = (row: number, rows: number): number =>
		widths.reduce((sum, width, index) => (index % rows === row ? sum + width : sum), 0);
	let rows = 1;
	while (rows < widths.length && Array.from({ length: rows }, (_, row) => lengthOf(row, rows)).some((length) => length > 1)) rows++;
	return rows;
}

/** One line: pushed to the end where they meet, then back from the end of the line where they went over it. */
function apart(wanted: readonly number[], widths: readonly number[]): number[] {
	const middles = [...wanted];
	const gap = (index: number): number => (widths[index - 1]! + widths[index]!) / 2;
	for (let index = 1; index < middles.length; index++) middles[index] = Math.max(middles[index]!, middles[index - 1]! + gap(index));
	const last = middles.length - 1;
	if (last >= 0) middles[last] = Math.min(middles[last]!, 1);
	for (let index = last; index > 0; index--) middles[index - 1] = Math.min(middles[index - 1]!, middles[index]! - gap(index));
	return middles;
}
