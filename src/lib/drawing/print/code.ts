import { encode } from 'uqr';

/** An address as the dark squares of a QR code: path data in units of a square, with the quiet border that readers ask for. */
export function codeOf(address: string): { readonly size: number; readonly squares: string } {
	const { data, size } = encode(address, { ecc: 'M', border: 2 });
	const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
	return { size, squares: squares.join('') };
}
