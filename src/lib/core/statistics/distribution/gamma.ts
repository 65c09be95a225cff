/** Coefficients of the approximation of ln Γ by Lanczos (1964) with g = 7 and nine terms: right to about 1e-15. */
const LANCZOS = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
	-0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
] as const; // prettier-ignore
const G = 7;

/** Terms smaller than this share of the sum no longer change it. */
const PRECISION = 1e-16;
/** A stand-in for 0 in a continued fraction, so that no step divides by it. */
const TINY = 1e-300;

/** Natural logarithm of Γ(x) for x > 0 (Lanczos 1964). */
export function logGamma(x: number): number {
	const shifted = x - 1;
	let sum: number = LANCZOS[0];
	for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (shifted + i);
	const t = shifted + G + 0.5;
	return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Both sides of the Gamma distribution with scale 1: P(X ≤ x) and P(X > x); they add up to 1. */
export interface GammaShares {
	readonly lower: number;
	readonly upper: number;
}

/**
 * The regularised incomplete gamma functions P and Q of shape > 0 at x ≥ 0, each 0–1. The smaller of the two is computed
 * and the other is the rest, so a thin tail keeps its digits (series and continued fraction: Press et al. 2007, §6.2).
 */
export function gammaShares(shape: number, x: number): GammaShares {
	if (!(x > 0)) return { lower: 0, upper: 1 };
	const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
	if (x < shape + 1) {
		const lower = front * seriesOf(shape, x);
		return { lower, upper: 1 - lower };
	}
	const upper = front * fractionOf(shape, x);
	return { lower: 1 - upper, upper };
}

/**
 * The x with P(X ≤ x) = share for the Gamma distribution of that shape (> 0) and scale 1: half of the χ² quantile with
 * 2·shape degrees of freedom. 0 for share 0, Infinity for share 1. Newton's steps, halved where they leave the bracket.
 */
export function gammaQuantile(shape: number, share: number): number {
	if (share <= 0) return 0;
	if (share >= 1) return Infinity;
	let lo = 0;
	let hi = Math.max(1, 2 * shape);
	while (gammaShares(shape, hi).lower < share) hi *= 2;
	let x = Math.min(shape, hi / 2);
	for (let step = 0; step < 200; step++) {
		const { lower, upper } = gammaShares(shape, x);
		// In the upper half the complement has the digits.
		const excess = share < 0.5 ? lower - share : 1 - share - upper;
		if (excess > 0) hi = x;
		else lo = x;
		const density = Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
		const newton = x - excess / density;
		const next = newton > lo && newton < hi ? newton : (lo + hi) / 2;
		if (Math.abs(next - x) <= 1e-15 * x) return next;
		x = next;
	}
	return x;
}

/** Σ xᵏ / (a(a+1)…(a+k)): converges fast below the mean. */
function seriesOf(shape: number, x: number): number {
	let term = 1 / shape;
	let sum = term;
	for (let k = 1; term > sum * PRECISION; k++) {
		term *= x / (shape + k);
		sum += term;
	}
	return sum;
}

/** The continued fraction of Q by the method of Lentz: converges fast above the mean. */
function fractionOf(shape: number, x: number): number {
	let b = x + 1 - shape;
	let c = 1 / TINY;
	let d = 1 / b;
	let product = d;
	for (let i = 1; i < 100_000; i++) {
		const a = -i * (i - shape);
		b += 2;
		d = 1 / (a * d + b || TINY);
		c = b + a / c || TINY;
		product *= d * c;
		if (Math.abs(d * c - 1) <= PRECISION) break;
	}
	return product;
}
