/** Red, green and blue. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The linear light 0–1 of a #rrggbb colour (IEC 61966-2-1). Throws on anything else. */
export function linearRgb(hex: string): Rgb {
	const [r, g, b] = bytesOf(hex);
	return [linear(r), linear(g), linear(b)];
}

/** The #rrggbb colour of linear light; what no screen can show is cut to the nearest it can. */
export const hexOfLinear = (light: Rgb): string => hexOfBytes(light.map((value) => 255 * encoded(Math.min(1, Math.max(0, value)))));

/** `share` (0–1) of the way from one #rrggbb colour to another, in sRGB. */
export function mixed(from: string, to: string, share: number): string {
	const [a, b] = [bytesOf(from), bytesOf(to)];
	return hexOfBytes(a.map((value, i) => value + share * (b[i]! - value)));
}

/** The #rrggbb form of «rgb(1, 2, 3)» or of a colour that has it already. */
export function hexOf(color: string): string {
	const parts = /^rgb\((\d+), ?(\d+), ?(\d+)\)$/.exec(color);
	return parts ? hexOfBytes(parts.slice(1).map(Number)) : color.toLowerCase();
}

function bytesOf(hex: string): Rgb {
	if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`«${hex}» is not a #rrggbb colour.`);
	const channel = (at: number): number => parseInt(hex.slice(at, at + 2), 16);
	return [channel(1), channel(3), channel(5)];
}

const hexOfBytes = (bytes: readonly number[]): string =>
	`#${bytes.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

const linear = (byte: number): number => (byte <= 0.04045 * 255 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
const encoded = (light: number): number => (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
