import { boxOf } from '#lib/drawing/print/block.ts';
import type { PrintPage } from '#lib/drawing/print/print-page.ts';

/** Width of the trial on which letters are looked for, in pixels: wide enough to see the smallest. */
const TRIAL = 800;
/** Between two trials, and in all, in milliseconds. */
const PAUSE = 80;
const PATIENCE = 8000;

/**
 * A drawing of a page as a PNG of that width, made by the browser. Letters that a drawing carries along come a moment after its
 * shapes, and no event tells when: it is taken once every line of the page shows some ink. Rejects where the browser cannot hold so
 * large a picture.
 */
export async function pngOf(svg: string, page: PrintPage, width: number): Promise<Blob> {
	const image = new Image();
	// A data address: the content policy of the pages allows it and no other kind.
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const until = performance.now() + PATIENCE;
	while (!showsLetters(image, page)) {
		if (performance.now() > until) throw new Error('The letters of the drawing did not come.');
		await new Promise((resolve) => setTimeout(resolve, PAUSE));
	}
	const canvas = drawn(image, page, width).canvas;
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('This browser made no picture of that size.'))), 'image/png')
	);
}

function drawn(image: HTMLImageElement, page: PrintPage, width: number): CanvasRenderingContext2D {
	const height = Math.round((width * page.height) / page.width);
	const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', {
		willReadFrequently: width === TRIAL
	});
	if (!context) throw new Error('This browser has no canvas of that size.');
	context.drawImage(image, 0, 0, width, height);
	return context;
}

/** True when something else than paper is seen where each line of text stands. */
function showsLetters(image: HTMLImageElement, page: PrintPage): boolean {
	const context = drawn(image, page, TRIAL);
	const { data, width } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
	const scale = width / page.width;
	const [red, green, blue] = [1, 3, 5].map((at) => parseInt(page.ground.slice(at, at + 2), 16)) as [number, number, number];
	const isInk = (x: number, y: number): boolean => {
		const at = 4 * (y * width + x);
		return Math.abs(data[at]! - red) + Math.abs(data[at + 1]! - green) + Math.abs(data[at + 2]! - blue) > 60;
	};
	return page.texts.every((text) => {
		const [left, top, right, bottom] = boxOf(text).map((side) => Math.round(side * scale)) as [number, number, number, number];
		for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) if (isInk(x, y)) return true;
		return false;
	});
}
