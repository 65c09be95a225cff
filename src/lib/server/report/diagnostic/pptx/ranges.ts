import type PptxGenJS from 'pptxgenjs';
import { TYPE_COLOURS } from '#lib/core/cartography/ramps.ts';
import type { Multiples, RangeChart } from '#lib/i18n/diagnostic/report.ts';
import { addBars, categorySize, endsOf, plotOf, shareOf } from './charts.ts';
import { addText, AREA, hex, INK, parts, placed, printed, saidText, type Box, type Deck, type Page, type Run } from './deck.ts';
import { lineCount, lineHeight, textWidth } from './fit.ts';
import { captioned } from './frame.ts';

type Item = RangeChart['items'][number];

/** Ranks on as many slides as they need, each from the first to the last rank there is. */
export function rangePages(deck: Deck, chart: RangeChart): Page[] {
	return parts(chart.items, mostItems(chart)).map((items) => (slide, area) => {
		const inner = captioned(deck, slide, area, { title: chart.title, unit: chart.unit, notes: [chart.note] });
		const legend = addTypes(deck, slide, inner, items);
		const box = { ...inner, h: inner.h - legend - 0.26 };
		addRanges(deck, slide, box, chart, items);
		addEnds(deck, slide, box, chart.ends);
	});
}

const SHARE = 0.44;
const NAMES = SHARE * AREA.w - 0.2;

const nameOf = ({ label, said }: Item): string => `${printed(label)} · ${saidText(said)}`;

/** More rows where each name takes one line. */
const mostItems = ({ items }: RangeChart): number => (items.every((item) => lineCount(nameOf(item), NAMES, 11) === 1) ? 12 : 9);

/**
 * A range is a stacked bar: nothing up to its first rank, then its ranks in the colour of the type with a dark tick at the rank itself.
 * A rank is one unit wide, from the end of the one before it, so that even a range of a single rank is seen.
 */
function addRanges(deck: Deck, slide: PptxGenJS.Slide, box: Box, chart: RangeChart, items: readonly Item[]): void {
	const tick = chart.of / 90;
	const stacks = items.map(({ low, nominal, high }) => {
		const at = Math.min(Math.max(0, nominal - 0.5 - tick / 2), chart.of - tick);
		const before = Math.min(low - 1, at);
		return [before, at - before, tick, Math.max(0, high - at - tick)] as const;
	});
	const colors = items.map(({ type }) => hex(type === null ? TYPE_COLOURS.follow.light : TYPE_COLOURS[type].light));
	const names = items.map(nameOf);
	const none = items.map(() => null);
	addBars(deck, slide, box, {
		alt: chart.description,
		categories: names,
		series: ['', chart.title, chart.unit, chart.title].map((name, at) => ({
			name,
			values: stacks.map((stack) => stack[at]!),
			labels: none
		})),
		colors: ['transparent', INK.muted, INK.ink, INK.muted],
		pointColors: [[], colors, [], colors],
		isStacked: true,
		gap: 70,
		ends: [0, chart.of],
		sizes: { category: categorySize(names, NAMES, box.h / items.length, { most: 12, least: 10 }, deck.isArabic), label: 10 },
		share: SHARE
	});
}

/** The first and the last rank under the bars. */
function addEnds(deck: Deck, slide: PptxGenJS.Slide, box: Box, [first, last]: RangeChart['ends']): void {
	const plot = plotOf({ share: SHARE }, box);
	const rank = (text: string): Run[] => [{ text: printed(text), size: 11, color: INK.muted }];
	const [y, h] = [box.y + box.h, 0.24];
	addText(deck, slide, { x: box.x + plot.x, y, w: plot.w / 2, h }, [{ runs: rank(first) }]);
	addText(deck, slide, { x: box.x + plot.x + plot.w / 2, y, w: plot.w / 2, h }, [{ runs: rank(last), align: 'end' }]);
}

/** Names of the types with their colours, at the bottom of the box; returns the height they take. */
function addTypes(deck: Deck, slide: PptxGenJS.Slide, box: Box, items: readonly Item[]): number {
	const types = new Map(
		items.flatMap(({ type, typeName }) => (type === null || typeName === '' ? [] : [[type, printed(typeName)] as const]))
	);
	if (types.size === 0) return 0;
	const size = 11;
	const row = 0.3;
	let x = box.x;
	let rows = 1;
	const marks = [...types].map(([type, name]) => {
		const w = textWidth(name, size) * 1.08 + 0.1;
		if (x + 0.3 + w > box.x + box.w) [x, rows] = [box.x, rows + 1];
		const mark = { type, name, x, w, row: rows - 1 };
		x += 0.3 + w + 0.25;
		return mark;
	});
	const top = box.y + box.h - rows * row;
	for (const { type, name, x: start, w, row: at } of marks) {
		const y = top + at * row;
		slide.addShape(deck.pptx.ShapeType.rect, {
			...placed(deck, { x: start, y: y + 0.08, w: 0.2, h: 0.16 }),
			fill: { color: hex(TYPE_COLOURS[type].light) },
			line: { color: INK.muted, width: 0.5 }
		});
		addText(deck, slide, { x: start + 0.28, y, w, h: row }, [{ runs: [{ text: name, size }] }], { valign: 'middle' });
	}
	return rows * row + 0.05;
}

const GAPS = { x: 0.35, y: 0.15 } as const;
/** What a title of a small chart takes at most. */
const PANEL_TITLE = 0.5;

/** Small charts of the same places, six a slide in two rows, or three where the names of the places would not stand in two rows. */
export function multiplePages(deck: Deck, chart: Multiples, room: Box): Page[] {
	const places = Math.max(1, ...chart.panels.map(({ items }) => items.length));
	const pitch = ((room.h - 0.7 - GAPS.y) / 2 - PANEL_TITLE) / places;
	return parts(chart.panels, pitch < lineHeight(10, deck.isArabic) ? 3 : 6).map((panels, _, all) => (slide, area) => {
		const box = captioned(deck, slide, area, { title: chart.title, unit: chart.unit, notes: [chart.note] });
		// As many columns as on the other slides, so that the charts have one size.
		const most = all[0]!.length;
		const columns = most <= 3 ? most : Math.ceil(most / 2);
		const rows = most <= 3 ? 1 : 2;
		const w = (box.w - (columns - 1) * GAPS.x) / columns;
		const h = (box.h - (rows - 1) * GAPS.y) / rows;
		panels.forEach((panel, at) => {
			const [column, row] = [at % columns, Math.floor(at / columns)];
			addPanel(deck, slide, { x: box.x + column * (w + GAPS.x), y: box.y + row * (h + GAPS.y), w, h }, panel, chart);
		});
	});
}

type Panel = Multiples['panels'][number];

/** Bars of the other places: the same green, lighter, so that the place itself is found in grey too. */
const OTHERS = '93B8AE';

/** One small chart: its title says unit and figure of the whole, which a line through the bars shows. */
function addPanel(deck: Deck, slide: PptxGenJS.Slide, box: Box, panel: Panel, { description }: Multiples): void {
	const body = addPanelTitle(deck, slide, box, panel);
	if (panel.items.length === 0) return;
	const names = panel.items.map(({ label, value, said }) => (value === null ? `${label} · ${saidText(said)}` : label));
	const share = shareOf(names, 10, box.w, 0.42);
	const size = categorySize(names, share * body.w - 0.12, body.h / panel.items.length, { most: 11, least: 9 }, deck.isArabic);
	const sizes = { category: size, label: Math.min(10, size) };
	const isHere = panel.items.map(({ id }) => id === deck.report.code);
	const series = {
		name: panel.title,
		values: panel.items.map(({ value }) => value),
		labels: panel.items.map(({ value, said }) => (value === null ? null : saidText(said)))
	};
	const plot = plotOf({ share }, body);
	const ends = endsOf({ series: [{ ...series, values: [...series.values, panel.whole?.value ?? null] }], sizes }, plot.w);
	// Under the chart, so that it crosses neither bars nor words.
	if (panel.whole !== null) {
		const x = body.x + plot.x + ((panel.whole.value - ends[0]) / (ends[1] - ends[0])) * plot.w;
		const line = { x, y: body.y + plot.y, w: 0, h: plot.h };
		slide.addShape(deck.pptx.ShapeType.line, { ...placed(deck, line), line: { color: INK.accent, width: 1.5 } });
	}
	addBars(deck, slide, body, {
		alt: `${panel.title}. ${description}`,
		categories: names,
		series: [series],
		colors: [INK.primary],
		pointColors: isHere.includes(true) ? [isHere.map((here) => (here ? null : OTHERS))] : [],
		gap: 40,
		ends,
		sizes,
		share
	});
}

/** Title, unit and figure of the whole above a small chart; returns what is left for the chart. */
function addPanelTitle(deck: Deck, slide: PptxGenJS.Slide, box: Box, panel: Panel): Box {
	const whole = panel.whole === null ? [] : [`${printed(panel.whole.label)} ${saidText(panel.whole.said)}`];
	const aside = [printed(panel.unit), ...whole].filter((text) => text !== '').join(' · ');
	const title = printed(panel.title);
	const head =
		lineCount(title, box.w, 12.5) * lineHeight(12, deck.isArabic) + lineCount(aside, box.w, 10) * lineHeight(10, deck.isArabic) + 0.08;
	addText(deck, slide, { ...box, h: head }, [
		{ runs: [{ text: title, size: 12, bold: true }] },
		{ runs: [{ text: aside, size: 10, color: INK.muted }] }
	]);
	return { ...box, y: box.y + head, h: box.h - head };
}
