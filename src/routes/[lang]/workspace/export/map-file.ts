import { pixelsOf, type PngScale } from '#lib/drawing/print/paper.ts';
import type { PrintPage } from '#lib/drawing/print/print-page.ts';
import { pageSvg } from '#lib/drawing/print/print-svg.ts';
import { faceRules, loadFaces } from './faces.ts';
import { pngOf } from './picture.ts';

/** A printed map as a file made by the browser, with its letters in it: the drawing itself, or a picture of it. */
export async function mapFile(page: PrintPage, format: 'svg' | 'png', scale: PngScale): Promise<Blob> {
	const svg = pageSvg(page, faceRules(await loadFaces()));
	return format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : pngOf(svg, page, pixelsOf(page.width, scale));
}
