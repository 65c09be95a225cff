/** Papers a map is printed on, and how they lie. */
export const PAPERS = ['a4', 'a3'] as const;
export type Paper = (typeof PAPERS)[number];
export const ORIENTATIONS = ['portrait', 'landscape'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** True when `value` names a paper. */
export const isPaper = (value: unknown): value is Paper => PAPERS.includes(value as Paper);
/** True when `value` says how a paper lies. */
export const isOrientation = (value: unknown): value is Orientation => ORIENTATIONS.includes(value as Orientation);

/** Short and long side in millimetres (ISO 216). */
const SIDES: Readonly<Record<Paper, readonly [number, number]>> = { a4: [210, 297], a3: [297, 420] };
/** Everything on an A3 is so many times as large as on an A4: read from further away, but not half as much again. */
const LARGER: Readonly<Record<Paper, number>> = { a4: 1, a3: 1.24 };
const MARGIN = 12;

/** A page in millimetres. `scale` is what sizes of letters and gaps are multiplied with. */
export interface Sheet {
	readonly width: number;
	readonly height: number;
	readonly margin: number;
	readonly scale: number;
}

/** The sheet of a paper, upright or lying. */
export function sheetOf(paper: Paper, orientation: Orientation): Sheet {
	const [short, long] = SIDES[paper];
	const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
	return { width, height, margin: MARGIN * LARGER[paper], scale: LARGER[paper] };
}

/** Dots per inch of a picture of the page at `scale` 1, 2 or 3: for a screen, a good one, and for print. */
export const PNG_SCALES = [1, 2, 3] as const;
export type PngScale = (typeof PNG_SCALES)[number];
const DOTS_PER_INCH = 100;
const MM_PER_INCH = 25.4;

/** True when `value` is one of the sizes of a picture. */
export const isPngScale = (value: unknown): value is PngScale => PNG_SCALES.includes(value as PngScale);

/** Width of a picture of a page in pixels. */
export const pixelsOf = (widthMm: number, scale: PngScale): number => Math.round((widthMm / MM_PER_INCH) * DOTS_PER_INCH * scale);
