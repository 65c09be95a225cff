import type PptxGenJS from 'pptxgenjs';
import { pathOfTile, PATTERN_TILES } from '#lib/core/cartography/patterns.ts';
import type { Pattern } from '#lib/core/cartography/scene.ts';
import { MAP_TOKENS } from '#lib/core/cartography/tokens.ts';
import type { MapBlock } from '#lib/i18n/diagnostic/report.ts';
import { formatNumber } from '#lib/i18n/numbers.ts';
import { svgPng } from '../../svg-png.ts';
import type { MapPicture } from '../document.ts';
import { addText, hex, INK, placed, printed, type Box, type Deck, type Page } from './deck.ts';
import { fittingSize, lineCount, lineHeight, textWidth } from './fit.ts';
import { captioned } from './frame.ts';

/**
 * Some 260 pixels an inch at the size of the slide: sharp on a wall of 3,840 pixels and on paper. With 1,600 pixels one map takes 240 MB
 * while it is drawn instead of 140, and half as much time again.
 */
const MAP_PX = 1280;
const CM_PER_INCH = 2.54;

/** The map as a picture as large as the slide allows, and beside it what can be edited: title, legend, note, scale and source. */
export function mapPages(deck: Deck, block: MapBlock): Page[] {
	return [
		(slide, area) => {
			const picture = deck.document.pictures.get(block.id);
			const map = picture ? addPicture(deck, slide, area, picture, block.description) : { ...area, w: -GAP };
			const side = { x: map.x + map.w + GAP, y: area.y, w: area.w - map.w - GAP, h: area.h };
			const box = captioned(deck, slide, side, { title: block.title, unit: block.unit });
			const source = addSource(deck, slide, box, block.source);
			const scale = picture ? addScale(deck, slide, { ...box, y: box.y + box.h - source - SCALE, h: SCALE }, picture, map.w) : 0;
			addLegend(deck, slide, { ...box, h: box.h - source - scale - 0.1 }, block);
		}
	];
}

const GAP = 0.45;
const SCALE = 0.58;

/** Source, year, licence and version at the bottom of the box; returns the height they take. */
function addSource(deck: Deck, slide: PptxGenJS.Slide, box: Box, source: string): number {
	const heading = printed(deck.report.labels.source);
	const text = ` ${printed(source)}`;
	const h = lineCount(heading + text, box.w, 10.5) * lineHeight(10.5, deck.isArabic);
	const runs = [
		{ text: heading, size: 10.5, bold: true, color: INK.muted },
		{ text, size: 10.5, color: INK.muted }
	];
	addText(deck, slide, { ...box, y: box.y + box.h - h, h }, [{ runs }], { valign: 'bottom' });
	return h;
}

function addPicture(deck: Deck, slide: PptxGenJS.Slide, box: Box, picture: MapPicture, description: string): Box {
	const ratio = picture.width / picture.height;
	const w = Math.min(box.w * 0.6, box.h * ratio);
	const map = { x: box.x, y: box.y, w, h: w / ratio };
	slide.addImage({ ...placed(deck, map), data: pngData(svgPng(picture.svg, MAP_PX)), altText: printed(description) });
	slide.addShape(deck.pptx.ShapeType.rect, { ...placed(deck, map), line: { color: INK.line, width: 0.75 } });
	return map;
}

const pngData = (png: Buffer): string => `image/png;base64,${png.toString('base64')}`;

/** A round number of kilometres that takes between a fifth and half of `room`. */
function roundKm(kmPerInch: number, room: number): number {
	const most = kmPerInch * room;
	const power = 10 ** Math.floor(Math.log10(most));
	return [5, 2, 1].map((step) => step * power).find((km) => km <= most) ?? power;
}

/** Scale bar and numeric scale of the map at its size on this slide; returns the height they take. */
function addScale(deck: Deck, slide: PptxGenJS.Slide, box: Box, picture: MapPicture, mapWidth: number): number {
	const { labels, language } = deck.report;
	const kmPerInch = (picture.kmPerUnit * picture.width) / mapWidth;
	const km = roundKm(kmPerInch, Math.min(2, box.w * 0.8));
	const w = km / kmPerInch;
	const bar = (x: number, width: number, color: string): void => {
		slide.addShape(deck.pptx.ShapeType.rect, {
			...placed(deck, { x, y: box.y + 0.02, w: width, h: 0.09 }),
			fill: { color },
			line: { color: INK.ink, width: 0.75 }
		});
	};
	bar(box.x, w / 2, INK.ink);
	bar(box.x + w / 2, w / 2, INK.surface);
	const denominator = (kmPerInch * 100_000) / CM_PER_INCH;
	const step = 10 ** Math.max(0, Math.floor(Math.log10(denominator)) - 1);
	const scale = `1:${formatNumber(language, Math.round(denominator / step) * step)}`;
	const text = `${formatNumber(language, km, km < 1 ? 1 : 0)} ${printed(labels.km)} · ${printed(labels.scale)} ${scale}`;
	addText(deck, slide, { x: box.x, y: box.y + 0.16, w: box.w, h: 0.28 }, [{ runs: [{ text, size: 11, color: INK.muted }] }]);
	return box.h;
}

/** Width of the counts, of up to five digits. */
const COUNT = 0.75;
const SWATCH = { w: 0.36, h: 0.22 } as const;

/** Rows of the legend with their counts, and what to know when reading the map. */
function addLegend(deck: Deck, slide: PptxGenJS.Slide, box: Box, { legend, note }: MapBlock): void {
	const { labels } = deck.report;
	addText(deck, slide, { ...box, h: 0.32 }, [{ runs: [{ text: printed(labels.legend), size: 12, bold: true, color: INK.muted }] }]);
	const longest = Math.max(1, ...legend.map(({ label }) => textWidth(printed(label), 14) * 1.08 + 0.1));
	const words = { x: box.x + SWATCH.w + 0.15, w: Math.min(longest, box.w - SWATCH.w - 0.15 - COUNT) };
	const noted = printed(note);
	const noteHeight = noted === '' ? 0 : Math.min(1.6, lineCount(noted, box.w, 11) * lineHeight(11, deck.isArabic) + 0.15);
	const room = box.h - 0.36 - noteHeight;
	const size = legendSize(deck, legend, words.w, room);
	let y = box.y + 0.36;
	for (const { label, count, look } of legend) {
		const h = rowHeight(deck, label, words.w, size);
		const swatch = { x: box.x, y: y + (h - SWATCH.h) / 2, ...SWATCH };
		addSwatch(deck, slide, swatch, look);
		addText(deck, slide, { ...words, y, h }, [{ runs: [{ text: printed(label), size }] }], { valign: 'middle' });
		const number = { text: formatNumber(deck.report.language, count), size, color: INK.muted };
		addText(deck, slide, { x: words.x + words.w, y, w: COUNT, h }, [{ runs: [number], align: 'end' }], { valign: 'middle' });
		y += h;
	}
	if (noted === '') return;
	const noteSize = fittingSize([{ text: noted, scale: 1, after: 0 }], { w: box.w, h: noteHeight }, { most: 11, least: 10 }, deck.isArabic);
	addText(deck, slide, { ...box, y: y + 0.1, h: noteHeight }, [{ runs: [{ text: noted, size: noteSize, color: INK.muted }] }]);
}

const rowHeight = (deck: Deck, label: string, w: number, size: number): number =>
	Math.max(SWATCH.h, lineCount(printed(label), w, size) * lineHeight(size, deck.isArabic)) + 0.07;

function legendSize(deck: Deck, legend: MapBlock['legend'], w: number, room: number): number {
	for (let size = 14; size > 10; size -= 0.5) {
		if (legend.reduce((height, { label }) => height + rowHeight(deck, label, w, size), 0) <= room) return size;
	}
	return 10;
}

/** A colour is a rectangle; a pattern is a small picture, since no pattern of PowerPoint looks like those of the map. */
function addSwatch(deck: Deck, slide: PptxGenJS.Slide, box: Box, look: MapBlock['legend'][number]['look']): void {
	const outline = { color: INK.muted, width: 0.5 };
	if (look.kind === 'color') {
		slide.addShape(deck.pptx.ShapeType.rect, { ...placed(deck, box), fill: { color: hex(look.light) }, line: outline });
		return;
	}
	slide.addImage({ ...placed(deck, box), data: pngData(svgPng(swatchSvg(look.pattern), 216)) });
	slide.addShape(deck.pptx.ShapeType.rect, { ...placed(deck, box), line: outline });
}

/** A swatch of 36 by 22 units filled with the tile of a pattern, as the map is. */
function swatchSvg(pattern: Pattern): string {
	const tile = PATTERN_TILES[pattern];
	const ink = MAP_TOKENS.patternInk.light;
	const dots = tile.dots.map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${ink}"/>`).join('');
	return [
		'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 22" width="36" height="22">',
		`<pattern id="p" width="${tile.size}" height="${tile.size}" patternUnits="userSpaceOnUse">`,
		`<path d="${pathOfTile(tile)}" stroke="${ink}" stroke-width="${tile.lineWidth}" fill="none"/>${dots}</pattern>`,
		`<rect width="36" height="22" fill="${MAP_TOKENS.blank.light}"/><rect width="36" height="22" fill="url(#p)"/></svg>`
	].join('');
}
