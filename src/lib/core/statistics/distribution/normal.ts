import { gammaShares } from './gamma.ts';

/** P(Z > z) of the standard normal distribution, 0–1, right to 1e-13 of itself far into the tail: erfc(x) = Q(½, x²). NaN stays NaN. */
export function normalTail(z: number): number {
	if (Number.isNaN(z)) return NaN;
	const beyond = gammaShares(0.5, (z * z) / 2).upper / 2;
	return z >= 0 ? beyond : 1 - beyond;
}

/** P(|Z| ≥ |z|) of the standard normal distribution, 0–1. NaN stays NaN. */
export const twoSidedP = (z: number): number => (Number.isNaN(z) ? NaN : gammaShares(0.5, (z * z) / 2).upper);
