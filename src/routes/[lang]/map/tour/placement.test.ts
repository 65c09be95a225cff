import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around, placed } from './placement.ts';

const DESK = { width: 1440, height: 900 };
const CARD = { width: 320, height: 200 };

test('a card stands beside what it speaks of, on the side the text leads to', () => {
	const start = { x: 12, y: 80, width: 340, height: 60 };
	expect(placed(start, CARD, DESK, 'ltr')).toEqual({ x: 364, y: 80 });
	const mirrored = { ...start, x: DESK.width - 12 - 340 };
	expect(placed(mirrored, CARD, DESK, 'rtl')).toEqual({ x: mirrored.x - 12 - 320, y: 80 });
});

test('on a phone it stands below or above, and at the far end where neither has room', () => {
	const phone = { width: 360, height: 740 };
	const card = { width: 336, height: 220 };
	expect(placed({ x: 12, y: 100, width: 336, height: 90 }, card, phone, 'rtl')).toEqual({ x: 12, y: 202 });
	expect(placed({ x: 12, y: 600, width: 336, height: 90 }, card, phone, 'ltr')).toEqual({ x: 12, y: 368 });
	expect(placed({ x: 0, y: 20, width: 360, height: 600 }, card, phone, 'ltr')).toEqual({ x: 12, y: 508 });
});

test('it never leaves the window, and covers what it speaks of only where nothing else is left', () => {
	const side = fc.integer({ min: 0, max: 1400 });
	fc.assert(
		fc.property(side, side, side, side, fc.constantFrom('rtl' as const, 'ltr' as const), (x, y, width, height, direction) => {
			const at = placed({ x, y, width: width + 1, height: height + 1 }, CARD, DESK, direction);
			expect(at.x).toBeGreaterThanOrEqual(12);
			expect(at.y).toBeGreaterThanOrEqual(12);
			expect(at.x + CARD.width).toBeLessThanOrEqual(DESK.width - 12);
			expect(at.y + CARD.height).toBeLessThanOrEqual(DESK.height - 12);
		})
	);
});

test('several boxes are one, cut at the edges of the window; what cannot be seen is none', () => {
	const boxes = [
		{ x: -20, y: 10, width: 100, height: 30 },
		{ x: 10, y: 50, width: 2000, height: 30 },
		{ x: 0, y: 0, width: 0, height: 0 }
	];
	expect(around(boxes, DESK)).toEqual({ x: 0, y: 4, width: 1440, height: 82 });
	expect(around([], DESK)).toBeNull();
	expect(around([{ x: 0, y: 1000, width: 10, height: 10 }], DESK)).toBeNull();
});
