import { linearRgb } from './rgb.ts';

/** Relative luminance 0–1 of a #rrggbb colour (WCAG 2.2). */
export function luminance(hex: string): number {
	const [r, g, b] = linearRgb(hex);
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio of two #rrggbb colours, 1–21, in any order. */
export function contrast(a: string, b: string): number {
	const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (hi + 0.05) / (lo + 0.05);
}

/** The stronger contrast of a two-colour line (`core` inside `casing`) on `ground`: one of the two always carries it. */
export const casedContrast = (core: string, casing: string, ground: string): number =>
	Math.max(contrast(core, ground), contrast(casing, ground));

/** How far two #rrggbb colours are apart to the eye: ΔE of CIE 1976 in L*a*b*, D65. About 2 is just noticed; 100 is black to white. */
export function difference(a: string, b: string): number {
	const [l1, a1, b1] = lab(a);
	const [l2, a2, b2] = lab(b);
	return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}

/** Lightness L* 0–100: what is left of a colour in a grey print. */
export const lightness = (hex: string): number => lab(hex)[0];

function lab(hex: string): [number, number, number] {
	const [r, g, b] = linearRgb(hex);
	// sRGB to XYZ over the D65 white point (IEC 61966-2-1), then CIE 1976.
	const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
	const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
	const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const curve = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
