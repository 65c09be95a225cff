/** Rank of the value at `index` among the known ones: 1 is the highest, or the lowest where low is strong; ties share the smallest. Null when unknown. */
export function rankIn(
	values: ArrayLike<number>,
	index: number,
	lowIsStrong: boolean
): { readonly rank: number; readonly of: number } | null {
	const value = values[index] ?? NaN;
	if (Number.isNaN(value)) return null;
	let before = 0;
	let known = 0;
	for (let i = 0; i < values.length; i++) {
		const other = values[i]!;
		if (Number.isNaN(other)) continue;
		known++;
		if (lowIsStrong ? other < value : other > value) before++;
	}
	return { rank: before + 1, of: known };
}
