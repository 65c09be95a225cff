import type { Evaluation } from '#lib/core/finance/evaluation.ts';

/** A rate differs by less than what is printed of it, an amount by less than a centime. */
const MAD = 0.01;
const RATE = 5e-5;

/** Rows of a sheet as CSV, by their first cell; no word of these sheets holds a comma or a quote. */
function rowsOf(csv: string): ReadonlyMap<string, readonly string[]> {
	const lines = csv.split(/\r?\n/).map((line) => line.replaceAll('"', '').split(','));
	return new Map(lines.map(([word, ...cells]) => [word!, cells]));
}

/** A number as LibreOffice writes it, rates as `7.1%`; null for an empty cell. */
function numberOf(cell: string): number | null {
	if (cell === '') return null;
	return cell.endsWith('%') ? Number(cell.slice(0, -1)) / 100 : Number(cell);
}

function difference(what: string, ours: number | null, cell: string | undefined, tolerance: number): string[] {
	const theirs = cell === undefined ? Number.NaN : numberOf(cell);
	const agrees = ours === null || theirs === null ? ours === theirs : Math.abs(theirs - ours) <= tolerance;
	return agrees ? [] : [`${what}: ${cell ?? 'no cell'} instead of ${ours}`];
}

/** Where the cash flow that a spreadsheet calculated differs from an evaluation; empty when they agree. */
export function differences(csv: string, evaluation: Evaluation): string[] {
	const rows = rowsOf(csv);
	const { flows, flowsWithGrant, full, withoutGrant, withGrant, breakEvenRevenue, years } = evaluation;
	// The first cell of a row is the full year, then come the start and the years, then the total.
	const series = (row: string, ours: readonly number[]) =>
		ours.flatMap((value, year) => difference(`${row} of year ${year}`, value, rows.get(row)?.[1 + year], MAD));
	const sums = (values: readonly number[]) => values.map((_, year) => values.slice(0, year + 1).reduce((sum, value) => sum + value, 0));
	const outcome = (row: string, ours: number | null, tolerance: number) => difference(row, ours, rows.get(row)?.[0], tolerance);
	return [
		...series('flow', flows),
		...series('cumulative', sums(flows)),
		...series('flowWithGrant', flowsWithGrant),
		...difference('total of the flows', sums(flows).at(-1)!, rows.get('flow')?.[1 + flows.length], MAD),
		...difference(
			'total of the revenue',
			years.reduce((sum, { revenue }) => sum + revenue, 0),
			rows.get('revenue')?.[1 + flows.length],
			MAD
		),
		...difference('sum of the discounted flows', withoutGrant.npv, rows.get('discounted')?.[1 + flows.length], MAD),
		...outcome('npv', withoutGrant.npv, MAD),
		...outcome('irr', withoutGrant.irr, RATE),
		...outcome('npvWithGrant', withGrant.npv, MAD),
		...outcome('irrWithGrant', withGrant.irr, RATE),
		...outcome('surplus', full.surplus, MAD),
		...outcome('breakEven', breakEvenRevenue, MAD)
	];
}
