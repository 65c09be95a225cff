/**
 * Parts rounded to `decimals` so that they add up to the rounded total (largest remainder).
 * Shown contributions must add up to the shown difference; plain rounding would miss by a tenth.
 */
export function roundedParts(parts: readonly number[], decimals: number): number[] {
	const unit = 10 ** decimals;
	const scaled = parts.map((part) => part * unit);
	const floors = scaled.map(Math.floor);
	const target = Math.round(scaled.reduce((sum, part) => sum + part, 0));
	const open = target - floors.reduce((sum, part) => sum + part, 0);
	const byRemainder = scaled.map((part, i) => [part - floors[i]!, i] as const).sort(([a, i], [b, j]) => b - a || i - j);
	for (const [, i] of byRemainder.slice(0, open)) floors[i]! += 1;
	return floors.map((part) => part / unit);
}
