import { pixelsOf, type PngScale } from '#lib/drawing/print/paper.ts';
import type { PrintPage } from '#lib/drawing/print/print-page.ts';
import { pageSvg } from '#lib/drawing/print/print-svg.ts';
import { svgPngInBackground } from './svg-png.ts';

/** A printed map as a PNG of 100, 200 or 300 dots per inch, drawn beside the thread that answers. */
export const mapPng = (page: PrintPage, scale: PngScale): Promise<Buffer> => svgPngInBackground(pageSvg(page), pixelsOf(page.width, scale));
