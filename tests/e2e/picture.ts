import type { Locator, Page } from '@playwright/test';

/** Red, green and blue, 0–255. */
export type Rgb = readonly [number, number, number];

/** The pixels of what a reader sees of an element. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	/** Four bytes a pixel, row by row. */
	readonly data: Uint8Array;
}

/** Pixels of the place of `element` on the screen, decoded by the browser itself. */
export async function pictureOf(page: Page, element: Locator): Promise<Picture> {
	const png = (await element.screenshot()).toString('base64');
	const { width, height, pixels } = await page.evaluate(async (source) => {
		// Out of bytes, not out of an address: the policy of the page has no say in it.
		const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
		const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
		const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })!;
		context.drawImage(image, 0, 0);
		const { data } = context.getImageData(0, 0, image.width, image.height);
		let text = '';
		for (let i = 0; i < data.length; i += 32_768) text += String.fromCharCode(...data.subarray(i, i + 32_768));
		return { width: image.width, height: image.height, pixels: btoa(text) };
	}, png);
	return { width, height, data: Buffer.from(pixels, 'base64') };
}

/** The colour of one pixel. */
export function colourAt({ width, data }: Picture, x: number, y: number): Rgb {
	const at = 4 * (Math.round(y) * width + Math.round(x));
	return [data[at]!, data[at + 1]!, data[at + 2]!];
}

/** True when two colours are the same but for the rounding of a blend. */
export const alike = (a: Rgb, b: Rgb, slack = 3): boolean => a.every((part, i) => Math.abs(part - b[i]!) <= slack);

/** How many pixels have a colour. */
export function pixelsOf(picture: Picture, colour: Rgb): number {
	let count = 0;
	for (let i = 0; i < picture.data.length; i += 4) {
		if (alike([picture.data[i]!, picture.data[i + 1]!, picture.data[i + 2]!], colour)) count++;
	}
	return count;
}

/** The one colour of the pixels around (x, y); null where an outline, a letter or a pattern is in the way. */
export function plainColourAt(picture: Picture, x: number, y: number, radius = 3): Rgb | null {
	const middle = colourAt(picture, x, y);
	for (let dy = -radius; dy <= radius; dy++) {
		for (let dx = -radius; dx <= radius; dx++) if (!alike(colourAt(picture, x + dx, y + dy), middle)) return null;
	}
	return middle;
}

/** `#2c7fb8` or `rgb(44, 127, 184)` as numbers. */
export function rgbOf(css: string): Rgb {
	const hex = /^#(..)(..)(..)$/.exec(css);
	const parts = hex ? hex.slice(1).map((part) => Number.parseInt(part, 16)) : [...css.matchAll(/\d+/g)].map(([part]) => Number(part));
	return [parts[0]!, parts[1]!, parts[2]!];
}
