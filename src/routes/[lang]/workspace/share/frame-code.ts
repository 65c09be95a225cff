/** Sizes of a frame in pixels of the page around it; a width of null fills that page. */
export const SIZES = {
	small: { width: 480, height: 420 },
	medium: { width: 720, height: 560 },
	large: { width: 1024, height: 720 },
	full: { width: null, height: 560 }
} as const satisfies Readonly<Record<string, { readonly width: number | null; readonly height: number }>>;
export type Size = keyof typeof SIZES;
export const SIZE_NAMES = Object.keys(SIZES) as readonly Size[];

const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const attribute = (text: string): string => text.replaceAll(/[&"<>]/g, (sign) => SPECIAL[sign]!);

/** The code that shows a framed map in a page of somebody else. Its title is what a screen reader says of it. */
export function frameCode(address: string, title: string, size: Size): string {
	const { width, height } = SIZES[size];
	const shape = `width="${width ?? '100%'}" height="${height}"`;
	return `<iframe src="${attribute(address)}" title="${attribute(title)}" ${shape} loading="lazy" allow="fullscreen"></iframe>`;
}
