/** Weighted majorities closer to a draw than this are one: sums of shares miss a half by their last digit. */
const DRAW = 1e-9;

/**
 * Copeland score per place: pairwise contests won minus lost. A contest goes to the place that is higher on the larger
 * part of the weight; equal values give half to each, and a column where either is unknown is left out of that contest
 * (OECD/JRC 2008, non-compensatory aggregation; COINr `a_copeland`). NaN where nothing is known of a place, which then
 * contests nothing. Higher is better in every column.
 */
export function copeland(columns: readonly Float64Array[], weights: readonly number[]): Float64Array {
	const size = columns[0]?.length ?? 0;
	const isKnown = Array.from({ length: size }, (_, place) => columns.some((column) => !Number.isNaN(column[place]!)));
	const score = Float64Array.from(isKnown, (known) => (known ? 0 : NaN));
	for (let a = 0; a < size; a++) {
		for (let b = a + 1; b < size; b++) {
			const lead = leadOf(columns, weights, a, b);
			if (Math.abs(lead) <= DRAW) continue;
			score[a]! += Math.sign(lead);
			score[b]! -= Math.sign(lead);
		}
	}
	return score;
}

/** Weight on which place `a` is higher minus weight on which `b` is. A comparison with NaN is false, so an unknown counts for neither. */
function leadOf(columns: readonly Float64Array[], weights: readonly number[], a: number, b: number): number {
	return columns.reduce((sum, column, k) => {
		if (column[a]! > column[b]!) return sum + weights[k]!;
		return column[a]! < column[b]! ? sum - weights[k]! : sum;
	}, 0);
}
