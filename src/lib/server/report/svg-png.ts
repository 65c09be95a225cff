import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { LATIN_FONT } from './typst.ts';

/** Found from here upwards, from the source and from the built server alike. */
const require = createRequire(import.meta.url);

const FONTS = ['ibm-plex-sans/400Regular/IBMPlexSans', 'ibm-plex-sans/600SemiBold/IBMPlexSans'].flatMap((latin) => [
	latin,
	latin.replace('ibm-plex-sans', 'ibm-plex-sans-arabic').replace('IBMPlexSans', 'IBMPlexSansArabic')
]);

/** `ibm-plex-sans/400Regular/IBMPlexSans` lies in a file that repeats the weight. */
const fontFile = (font: string): string => require.resolve(`@expo-google-fonts/${font}_${font.split('/')[1]}.ttf`);

let fontFiles: string[] | null = null;

/**
 * An SVG document as a PNG of `widthPx` pixels, its height in proportion. Only the fonts of the product are read, never those of the
 * machine, so that every server draws the same picture. Throws when `svg` is no SVG.
 */
export function svgPng(svg: string, widthPx: number): Buffer {
	fontFiles ??= FONTS.map(fontFile);
	const drawing = new Resvg(svg, {
		fitTo: { mode: 'width', value: widthPx },
		font: { fontFiles, loadSystemFonts: false, defaultFontFamily: LATIN_FONT }
	});
	return Buffer.from(drawing.render().asPng());
}
