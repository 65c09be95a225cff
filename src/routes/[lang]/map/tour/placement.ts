/** A part of the window, in pixels from its upper left corner. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}
export type Size = Pick<Box, 'width' | 'height'>;

/** Pixels between a card, what it speaks of and the edge of the window. */
const GAP = 12;

/**
 * Where the upper left corner of a card stands beside what it speaks of: on the side `direction` leads to, on the other, below or
 * above, the first where it has room; else at the end of the window that is further from it. Always inside the window.
 */
export function placed(spot: Box, card: Size, window: Size, direction: 'rtl' | 'ltr'): { readonly x: number; readonly y: number } {
	const right = { x: spot.x + spot.width + GAP, y: spot.y };
	const left = { x: spot.x - card.width - GAP, y: spot.y };
	const below = { x: direction === 'rtl' ? spot.x + spot.width - card.width : spot.x, y: spot.y + spot.height + GAP };
	const above = { x: below.x, y: spot.y - card.height - GAP };
	const beside = direction === 'rtl' ? [left, right] : [right, left];
	const kept = ({ x, y }: { x: number; y: number }) => ({
		x: within(x, card.width, window.width),
		y: within(y, card.height, window.height)
	});
	const free = [...beside, below, above].map(kept).find((at) => !touch(spot, { ...card, ...at }));
	if (free) return free;
	const isHigh = spot.y + spot.height / 2 < window.height / 2;
	return kept({ x: (window.width - card.width) / 2, y: isHigh ? window.height : 0 });
}

const within = (at: number, size: number, room: number): number => Math.max(GAP, Math.min(at, room - size - GAP));

/** Whether two boxes stand nearer than half the gap. */
const touch = (a: Box, b: Box): boolean =>
	a.x < b.x + b.width + GAP / 2 && b.x < a.x + a.width + GAP / 2 && a.y < b.y + b.height + GAP / 2 && b.y < a.y + a.height + GAP / 2;

/** Pixels left free around what is shown. */
const MARGIN = 6;

/** The smallest box around several with a small margin, cut at the edges of the window; null for none, and for what lies outside of it. */
export function around(boxes: readonly Box[], window: Size): Box | null {
	const seen = boxes.filter(({ width, height }) => width > 0 && height > 0);
	if (seen.length === 0) return null;
	const x = Math.max(0, Math.min(...seen.map((box) => box.x)) - MARGIN);
	const y = Math.max(0, Math.min(...seen.map((box) => box.y)) - MARGIN);
	const width = Math.min(window.width, Math.max(...seen.map((box) => box.x + box.width)) + MARGIN) - x;
	const height = Math.min(window.height, Math.max(...seen.map((box) => box.y + box.height)) + MARGIN) - y;
	return width > 0 && height > 0 ? { x, y, width, height } : null;
}
