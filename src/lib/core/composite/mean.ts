/**
 * Generalised mean (Σ w·x^p)^(1/p) of positive values under weights that add to 1; p → 0 is the geometric mean, 1 the
 * arithmetic, −1 the harmonic (Hardy, Littlewood & Pólya 1934). It lies between the smallest and the largest value.
 * With p = 1 values may be of any sign; otherwise they must be above 0, which the caller sees to.
 */
export function mean(parts: readonly (readonly [weight: number, value: number])[], exponent: number): number {
	if (exponent === 0) return Math.exp(parts.reduce((sum, [weight, value]) => sum + weight * Math.log(value), 0));
	return parts.reduce((sum, [weight, value]) => sum + weight * value ** exponent, 0) ** (1 / exponent);
}
