import type PptxGenJS from 'pptxgenjs';
import type { Fact } from '#lib/i18n/diagnostic/report.ts';
import type { Slide } from '#lib/i18n/diagnostic/slides.ts';
import { formatPublished } from '#lib/i18n/dates.ts';
import { addText, INK, parts, printed, saidRuns, saidText, SLIDE, type Box, type Deck, type Page, type Paragraph } from './deck.ts';
import { fittingSize, lineHeight, textWidth, type Stacked } from './fit.ts';
import { addTitle, COVER_TITLE } from './frame.ts';

const GAP = 0.22;
const PADDING = 0.16;

/** Cards of figures: at most eight a slide, four beside each other. */
export function factPages(deck: Deck, facts: readonly Fact[]): Page[] {
	return parts(facts, 8).map((some) => (slide, area) => {
		const rows = some.length > 4 ? 2 : 1;
		const h = Math.min(area.h, rows * 2.3 + (rows - 1) * GAP);
		addCards(deck, slide, { ...area, h }, some, rows);
	});
}

/** Cards side by side in `rows` rows that fill the box. */
function addCards(deck: Deck, slide: PptxGenJS.Slide, box: Box, facts: readonly Fact[], rows: number): void {
	const columns = Math.ceil(facts.length / rows);
	const w = (box.w - (columns - 1) * GAP) / columns;
	const h = (box.h - (rows - 1) * GAP) / rows;
	const inner = { w: w - 2 * PADDING, h: h - 2 * PADDING };
	const sizes = cardSizes(deck, facts, inner);
	const valueSize = (fact: Fact): number => Math.min(sizes.value, valueSizeOf(deck, fact, inner));
	facts.forEach((fact, index) => {
		const x = box.x + (index % columns) * (w + GAP);
		const y = box.y + Math.floor(index / columns) * (h + GAP);
		const paragraphs: Paragraph[] = [
			{ runs: [{ text: printed(fact.label), size: sizes.label, color: INK.muted }], after: 4 },
			{ runs: saidRuns(fact.value, { size: valueSize(fact), color: INK.primary, bold: true }), after: 4 },
			...(fact.note === '' ? [] : [{ runs: [{ text: printed(fact.note), size: sizes.note, color: INK.muted }] }])
		];
		addText(deck, slide, { x, y, w, h }, paragraphs, {
			shape: 'rect',
			fill: { color: INK.surface },
			line: { color: INK.line, width: 1 },
			margin: PADDING * 72,
			valign: 'middle'
		});
	});
}

interface Room {
	readonly w: number;
	readonly h: number;
}

/** Sizes for all cards of a slide alike: a figure that looks larger would be read as more important. A name gives way on its own. */
function cardSizes(deck: Deck, facts: readonly Fact[], room: Room) {
	const figures = facts.filter(({ value }) => printed(value.text).length <= LONGEST_FIGURE);
	const words = facts.map((fact) =>
		fittingSize(
			[stacked(printed(fact.label)), stacked(printed(fact.note))],
			{ w: room.w, h: room.h * 0.5 },
			{ most: 14, least: 10 },
			deck.isArabic
		)
	);
	return {
		value: Math.min(30, ...figures.map((fact) => valueSizeOf(deck, fact, room))),
		label: Math.min(...words),
		note: Math.min(11.5, ...words)
	};
}

/** Letters of «12 345 678 DH». */
const LONGEST_FIGURE = 13;

/** A figure on one line, a name on as many as there is room for. */
function valueSizeOf(deck: Deck, { value }: Fact, room: Room): number {
	const text = saidText(value);
	const isFigure = printed(value.text).length <= LONGEST_FIGURE;
	const h = isFigure ? lineHeight(30, deck.isArabic) : room.h * 0.45;
	const size = fittingSize([stacked(text)], { w: room.w, h }, { most: 30, least: 12 }, deck.isArabic);
	return isFigure ? Math.max(12, Math.min(size, Math.floor((30 * room.w * 0.96) / textWidth(text, 30)))) : size;
}

const stacked = (text: string): Stacked => ({ text, scale: 1, after: 3 });

/** The cover: what the diagnostic is of, what it compares with, when it is from, and its key figures. */
export function addCover(deck: Deck, slide: PptxGenJS.Slide, { kicker, headline, body }: Slide): void {
	if (body.kind !== 'cover') return;
	const { report } = deck;
	const names = (['ar', 'fr', 'en'] as const).map((language) => printed(report.names[language]));
	const others = [...new Set(names)].filter((name) => name !== printed(report.name)).join(' · ');
	const x = COVER_TITLE.x;
	const w = SLIDE.w - x - SLIDE.margin;
	const brand: Paragraph = { runs: [{ text: printed(report.labels.brand), size: 14, bold: true, color: INK.primary }] };
	addText(deck, slide, { x, y: 0.55, w: w / 2, h: 0.35 }, [brand]);
	const date = `${printed(report.labels.date)} ${formatPublished(report.language, report.date.slice(0, 10))}`;
	addText(deck, slide, { x: x + w / 2, y: 0.55, w: w / 2, h: 0.35 }, [
		{ runs: [{ text: date, size: 12, color: INK.muted }], align: 'end' }
	]);
	addText(deck, slide, { x, y: 1.05, w, h: 0.42 }, [{ runs: [{ text: printed(report.kind), size: 18, color: INK.primary }] }], {
		valign: 'middle'
	});
	addTitle(deck, slide, { text: report.name, refs: [] }, '', COVER_TITLE, 44);
	addText(deck, slide, { x, y: 2.55, w, h: 2.05 }, coverLines(deck, w, [others, kicker, saidText(headline), ...body.lines]));
	const facts = body.facts.length > 0 ? body.facts : report.facts;
	if (facts.length > 0) addCards(deck, slide, { x, y: 4.72, w, h: 1.78 }, facts.slice(0, 6), 1);
	const address = `${deck.document.origin ?? ''}${report.permalink}`;
	const label = { text: `${printed(report.labels.permalink)} `, size: 10, color: INK.muted };
	// The mark keeps the slash that an address begins with in front of it where one reads from the right.
	const link = { text: `\u200e${address}`, size: 10, color: INK.muted, url: deck.document.origin ? address : null };
	addText(deck, slide, { x, y: 6.55, w, h: 0.25 }, [{ runs: [label, link] }], { valign: 'middle' });
}

/** Lines under the name, each said once: the slide may repeat what the report says of itself. */
function coverLines(deck: Deck, w: number, more: readonly string[]): Paragraph[] {
	const { report } = deck;
	const shown = new Set([report.name, report.kind, ''].map(printed));
	const lines = [...more.slice(0, 1), report.within, report.comparison, ...more.slice(1), report.independent]
		.map(printed)
		.filter((line) => {
			if (shown.has(line)) return false;
			shown.add(line);
			return true;
		});
	const size = fittingSize(
		lines.map((text) => ({ text, scale: 1, after: 4 })),
		{ w, h: 2.05 },
		{ most: 17, least: 10 },
		deck.isArabic
	);
	return lines.map((text, index) => ({ runs: [{ text, size, color: index < 3 ? INK.ink : INK.muted }], after: 4 }));
}
