import { escape } from '../map-svg-text.ts';
import { mm, type PlacedText } from './block.ts';
import type { PrintParts } from './parts.ts';
import { inItsDirection } from './printed-labels.ts';
import { printPage, type PrintPage } from './print-page.ts';

/** Letters of the house: named for whoever has them, and by the name the pages load them under. */
const FAMILY = "'IBM Plex Sans Arabic','IBM Plex Sans',Plex,sans-serif";

/** A printed map as an SVG document of the size of its paper, in millimetres. `faces` are `@font-face` rules to take along; none when left out. */
export const printLayout = (parts: PrintParts, faces = ''): string => pageSvg(printPage(parts), faces);

/** A page as SVG: text stays text, each line in its own direction. */
export function pageSvg(page: PrintPage, faces = ''): string {
	return framed(page, (faces === '' ? '' : `<style>${faces}</style>`) + page.shapes + page.texts.map(written).join(''));
}

/** What is drawn on a page without the lines of text, for a document that sets them itself. */
export const shapesSvg = (page: PrintPage): string => framed(page, page.shapes);

function framed({ width, height, ground, title, description }: PrintPage, content: string): string {
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}mm" height="${height}mm" direction="ltr" role="img"` +
		` aria-labelledby="print-title print-desc" font-family="${FAMILY}" text-rendering="geometricPrecision">` +
		`<title id="print-title">${escape(title)}</title><desc id="print-desc">${escape(description)}</desc>` +
		`<rect width="${width}" height="${height}" fill="${ground}"/>${content}</svg>`
	);
}

const ANCHORS = { left: 'start', middle: 'middle', right: 'end' } as const;

/** Readers of SVG disagree on `direction`: an isolate inside a line from left to right is understood by all. */
function written({ text, language, x, y, size, weight, colour, anchor }: PlacedText): string {
	const place = `x="${mm(x)}" y="${mm(y)}" font-size="${mm(size)}"`;
	const look = `${weight === 400 ? '' : ` font-weight="${weight}"`}${anchor === 'left' ? '' : ` text-anchor="${ANCHORS[anchor]}"`} fill="${colour}"`;
	return `<text ${place}${look} xml:lang="${language}">${escape(inItsDirection(text, language))}</text>`;
}
