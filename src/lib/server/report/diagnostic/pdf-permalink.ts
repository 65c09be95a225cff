import { codeOf } from '#lib/drawing/print/code.ts';
import type { DiagnosticDocument } from './document.ts';

/** The permanent address of a diagnostic, with its host where that is known. */
export const addressOf = ({ origin, report }: DiagnosticDocument): string => `${origin ?? ''}${report.permalink}`;

/** An address as a QR code: an SVG of dark squares with the quiet border that readers ask for. */
export function qrOf(address: string): string {
	const { squares, size } = codeOf(address);
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">` +
		`<rect width="${size}" height="${size}" fill="#ffffff"/><path d="${squares}" fill="#000000"/></svg>`
	);
}
