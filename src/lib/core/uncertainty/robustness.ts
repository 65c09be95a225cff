import type { UncertaintyRule } from '#lib/core/scoring/method.ts';

/** How far a rank moves when the assumptions do. */
export const ROBUSTNESS = ['robust', 'sensitive', 'fragile'] as const;
export type Robustness = (typeof ROBUSTNESS)[number];

/** The badge of a rank whose interval is `width` ranks wide, among `ranked` places (method §3). */
export function robustness(width: number, ranked: number, { robustWidth, fragileWidth }: UncertaintyRule): Robustness {
	if (width <= robustWidth * ranked) return 'robust';
	return width > fragileWidth * ranked ? 'fragile' : 'sensitive';
}
