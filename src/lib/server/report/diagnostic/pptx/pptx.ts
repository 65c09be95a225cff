import type { Block } from '#lib/i18n/diagnostic/report.ts';
import type { Slide } from '#lib/i18n/diagnostic/slides.ts';
import type { DiagnosticDocument } from '../document.ts';
import { addCover, factPages } from './cards.ts';
import { barPages } from './charts.ts';
import { langOf, printed, type Box, type Deck, type Page } from './deck.ts';
import { finishedDeck } from './finish.ts';
import { addHead, areaUnder, captioned, CONTENT, COVER, defineMasters } from './frame.ts';
import { linePages } from './line.ts';
import { noticePages, pointPages, quadrantPages } from './lists.ts';
import { mapPages } from './map.ts';
import { multiplePages, rangePages } from './ranges.ts';
import { sourcePages, tablePages } from './table.ts';

/**
 * The slides of a diagnostic as a PowerPoint file in which everything is edited as what it is: text, native charts, native tables; only
 * the maps are pictures. An idea that does not fit on one slide goes on on the next. The same document gives the same bytes.
 */
export async function diagnosticPptx(document: DiagnosticDocument, slides: readonly Slide[]): Promise<Uint8Array<ArrayBuffer>> {
	const deck = await emptyDeck(document);
	defineMasters(deck);
	for (const slide of slides) {
		if (slide.body.kind === 'cover') {
			const page = deck.pptx.addSlide({ masterName: COVER });
			addCover(deck, page, slide);
			page.addNotes(notesOf(slide));
		} else addContent(deck, slide);
	}
	const written = await deck.pptx.write({ outputType: 'uint8array' });
	if (!(written instanceof Uint8Array)) throw new Error('The slides were written as something else than bytes.');
	return finishedDeck(deck, written);
}

/** A deck without slides. The library is loaded when the first deck is asked for. */
async function emptyDeck(document: DiagnosticDocument): Promise<Deck> {
	const { default: PptxGenJS } = await import('pptxgenjs');
	const { report } = document;
	const isArabic = report.direction === 'rtl';
	const pptx = new PptxGenJS();
	pptx.layout = 'LAYOUT_WIDE';
	pptx.author = 'Furas';
	pptx.company = '';
	pptx.title = printed(`${report.name} – ${report.kind}`);
	pptx.subject = printed(`${report.kind}. ${report.version}`);
	pptx.rtlMode = isArabic;
	return { pptx, document, report, isArabic, lang: langOf(report.language), extras: [] };
}

const notesOf = ({ notes }: Slide): string => notes.map(printed).join('\n');

/** One slide, or several with «(2/3)» after the headline. */
function addContent(deck: Deck, slide: Slide): void {
	const area = areaUnder(deck, slide.headline);
	const pages = pagesOf(deck, slide, area);
	pages.forEach((page, index) => {
		const part = pages.length > 1 ? `(${index + 1}/${pages.length})` : '';
		const made = deck.pptx.addSlide({ masterName: CONTENT });
		addHead(deck, made, slide.kicker, slide.headline, part);
		page(made, area);
		made.addNotes(notesOf(slide));
	});
}

function pagesOf(deck: Deck, { body }: Slide, area: Box): Page[] {
	switch (body.kind) {
		case 'cover':
			return [];
		case 'sources':
			return sourcePages(deck, body.sources, area);
		case 'block':
			return blockPages(deck, body.block, area);
		default:
			return body satisfies never;
	}
}

function blockPages(deck: Deck, block: Block, area: Box): Page[] {
	switch (block.kind) {
		case 'facts':
			return factPages(deck, block.facts);
		case 'points':
			return pointPages(deck, block, area);
		case 'notice':
			return noticePages(deck, block.text);
		case 'table':
			return tablePages(deck, block, area);
		case 'map':
			return mapPages(deck, block);
		case 'quadrants':
			return quadrantPages(deck, block, area);
		default:
			return chartPages(deck, block, area);
	}
}

/** A chart of nothing is its title and what is to be known of it. */
function chartPages(deck: Deck, block: ChartBlock, area: Box): Page[] {
	if (!isEmpty(block)) return filledChartPages(deck, block, area);
	return [(slide, room) => void captioned(deck, slide, room, { title: block.title, unit: block.unit, notes: [block.note] })];
}

function isEmpty(block: ChartBlock): boolean {
	if (block.kind === 'bars') return block.categories.length === 0 || block.series.length === 0;
	if (block.kind === 'line') return block.points.length === 0;
	return block.kind === 'ranges' ? block.items.length === 0 : block.panels.every(({ items }) => items.length === 0);
}

type ChartBlock = Extract<Block, { readonly description: string; readonly heading: string }>;

function filledChartPages(deck: Deck, block: ChartBlock, area: Box): Page[] {
	switch (block.kind) {
		case 'bars':
			return barPages(deck, block);
		case 'line':
			return linePages(deck, block, area);
		case 'ranges':
			return rangePages(deck, block);
		case 'multiples':
			return multiplePages(deck, block, area);
		default:
			return block satisfies never;
	}
}
