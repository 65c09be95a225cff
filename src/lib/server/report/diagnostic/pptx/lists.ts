import type PptxGenJS from 'pptxgenjs';
import type { Block, Quadrants, Said } from '#lib/i18n/diagnostic/report.ts';
import { addText, INK, parts, printed, saidRuns, saidText, type Box, type Deck, type Page, type Paragraph } from './deck.ts';
import { fittingSize, stackHeight, type Stacked } from './fit.ts';
import { captioned } from './frame.ts';

/** Sizes between which a list is set: above, it shouts; below, the last row of a hall cannot read it. */
const SIZES = { most: 20, least: 13 } as const;
const QUARTER = { most: 17, least: 11 } as const;
const PADDING = 0.18;

const stackOf = (points: readonly Said[], after: number): Stacked[] => points.map((said) => ({ text: saidText(said), scale: 1, after }));

/** The fewest slides on which the points fit at the smallest size. */
function pointParts(points: readonly Said[], w: number, h: number, isArabic: boolean): Said[][] {
	for (let count = 1; count < points.length; count++) {
		const some = parts(points, Math.ceil(points.length / count));
		if (some.every((part) => stackHeight(stackOf(part, 8), w, SIZES.least, isArabic) <= h)) return some;
	}
	return points.map((point) => [point]);
}

type Points = Extract<Block, { readonly kind: 'points' }>;

/** Points under their title: one list, on as many slides as it takes. */
export function pointPages(deck: Deck, { title, points }: Points, room: Box): Page[] {
	const [w, h] = [room.w - 0.5, room.h - 0.45];
	return pointParts(points, w, h, deck.isArabic).map((some) => (slide, area) => {
		const inner = captioned(deck, slide, area, { title });
		const size = fittingSize(stackOf(some, 8), { w, h: inner.h }, SIZES, deck.isArabic);
		addText(deck, slide, inner, bullets(some, size, 8));
	});
}

const bullets = (points: readonly Said[], size: number, after: number): Paragraph[] =>
	points.map((said) => ({ runs: saidRuns(said, { size }), bullet: true, after }));

/** A caution in a box of its own. */
export function noticePages(deck: Deck, text: string): Page[] {
	return [
		(slide, area) => {
			const stack = [{ text: printed(text), scale: 1, after: 0 }];
			const w = area.w - 0.8;
			const size = fittingSize(stack, { w, h: area.h - 0.7 }, { most: 20, least: 11 }, deck.isArabic);
			const h = stackHeight(stack, w, size, deck.isArabic) + 0.7;
			addText(deck, slide, { ...area, h }, [{ runs: [{ text: printed(text), size }] }], {
				shape: 'rect',
				fill: { color: INK.surface },
				line: { color: INK.accent, width: 1.5 },
				margin: 0.3 * 72,
				valign: 'middle'
			});
		}
	];
}

type Quadrant = Quadrants['items'][number];

/** Strengths and weaknesses, opportunities and threats: four boxes, or two or one a slide where they hold much. */
export function quadrantPages(deck: Deck, quadrants: Quadrants, room: Box): Page[] {
	const items = quadrants.items.flatMap((item) => quadrantParts(deck, item, room));
	const perSlide = [4, 2, 1].find((count) => fits(deck, items, count, room)) ?? 1;
	return parts(items, perSlide).map((some) => (slide, area) => {
		const boxes = quadrantBoxes(area, some.length);
		const size = Math.min(...some.map((item, index) => sizeOf(deck, item, boxes[index]!)));
		some.forEach((item, index) => addQuadrant(deck, slide, boxes[index]!, item, size));
	});
}

/** A quadrant, or several of its title where its points fill more than a slide. */
function quadrantParts(deck: Deck, item: Quadrant, room: Box): Quadrant[] {
	if (fits(deck, [item], 1, room)) return [item];
	const [w, h] = [room.w - 2 * PADDING - 0.2, room.h - 2 * PADDING - 0.5];
	return pointParts(item.points, w, h, deck.isArabic).map((points) => ({ ...item, points }));
}

const fits = (deck: Deck, items: readonly Quadrant[], count: number, room: Box): boolean =>
	items.every((item) => {
		const box = quadrantBoxes(room, Math.min(count, items.length))[0]!;
		return stackHeight(quadrantStack(item), box.w - 2 * PADDING - 0.2, QUARTER.least, deck.isArabic) <= box.h - 2 * PADDING;
	});

const quadrantStack = ({ title, points }: Quadrant): Stacked[] => [{ text: printed(title), scale: 1.1, after: 4 }, ...stackOf(points, 3)];

const sizeOf = (deck: Deck, item: Quadrant, box: Box): number =>
	fittingSize(quadrantStack(item), { w: box.w - 2 * PADDING - 0.2, h: box.h - 2 * PADDING }, QUARTER, deck.isArabic);

function quadrantBoxes(area: Box, count: number): Box[] {
	const gap = 0.2;
	const [columns, rows] = [Math.min(2, count), count > 2 ? 2 : 1];
	const w = (area.w - (columns - 1) * gap) / columns;
	const h = (area.h - (rows - 1) * gap) / rows;
	return Array.from({ length: count }, (_, index) => ({
		x: area.x + (index % 2) * (w + gap),
		y: area.y + Math.floor(index / 2) * (h + gap),
		w,
		h
	}));
}

function addQuadrant(deck: Deck, slide: PptxGenJS.Slide, box: Box, { key, title, points }: Quadrant, size: number): void {
	const isGood = key === 'strengths' || key === 'opportunities';
	const color = isGood ? INK.primary : INK.accent;
	const heading: Paragraph = { runs: [{ text: printed(title), size: size * 1.1, bold: true, color }], after: 4 };
	addText(deck, slide, box, [heading, ...bullets(points, size, 3)], {
		shape: 'rect',
		fill: { color: INK.surface },
		line: { color, width: 1 },
		margin: PADDING * 72
	});
}
