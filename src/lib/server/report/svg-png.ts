import { createRequire } from 'node:module';
import { renderAsync, Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
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

function optionsFor(widthPx: number): ResvgRenderOptions {
	fontFiles ??= FONTS.map(fontFile);
	return { fitTo: { mode: 'width', value: widthPx }, font: { fontFiles, loadSystemFonts: false, defaultFontFamily: LATIN_FONT } };
}

/**
 * An SVG document as a PNG of `widthPx` pixels, its height in proportion. Only the fonts of the product are read, never those of the
 * machine, so that every server draws the same picture. Throws when `svg` is no SVG.
 */
export const svgPng = (svg: string, widthPx: number): Buffer => Buffer.from(new Resvg(svg, optionsFor(widthPx)).render().asPng());

/** The same, drawn by another thread: a large picture must not keep everybody else waiting. Rejects when `svg` is no SVG. */
export async function svgPngInBackground(svg: string, widthPx: number): Promise<Buffer> {
	const drawing = await renderAsync(svg, optionsFor(widthPx));
	return Buffer.from(drawing.asPng());
}
