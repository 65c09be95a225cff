import type PptxGenJS from 'pptxgenjs';
import type { Said } from '#lib/i18n/diagnostic/report.ts';
import {
	addText,
	alignOf,
	AREA,
	INK,
	placed,
	printed,
	refsOf,
	saidText,
	SLIDE,
	type Box,
	type Deck,
	type Paragraph,
	type Run
} from './deck.ts';
import { ARABIC_SPACING, fittingSize, lineCount, lineHeight, stackHeight, textWidth, type Stacked } from './fit.ts';

export const COVER = 'COVER';
export const CONTENT = 'CONTENT';

const KICKER: Box = { x: SLIDE.margin, y: 0.34, w: AREA.w, h: 0.3 };
const TITLE: Box = { x: SLIDE.margin, y: 0.66, w: AREA.w, h: 0.98 };
/** Where the title of the cover stands. */
export const COVER_TITLE: Box = { x: 1, y: 1.5, w: SLIDE.w - 2, h: 1.05 };
const FOOTER = { y: 6.92, h: 0.38, number: 0.6 } as const;

/** The two layouts that every slide is made from: their footer and frame are changed once for the whole deck. */
export function defineMasters(deck: Deck): void {
	deck.pptx.defineSlideMaster({
		title: COVER,
		background: { color: INK.paper },
		objects: [rect(deck, { x: 0, y: 0, w: 0.32, h: SLIDE.h }, INK.primary), ...footer(deck, COVER_TITLE.x), title(deck, COVER_TITLE, 44)]
	});
	deck.pptx.defineSlideMaster({
		title: CONTENT,
		background: { color: INK.paper },
		objects: [rect(deck, { x: 0, y: 0, w: SLIDE.w, h: 0.09 }, INK.primary), ...footer(deck, SLIDE.margin), title(deck, TITLE, 26)],
		slideNumber: {
			...placed(deck, { x: SLIDE.w - SLIDE.margin - FOOTER.number, y: FOOTER.y, w: FOOTER.number, h: FOOTER.h }),
			align: alignOf(deck, 'end'),
			valign: 'middle',
			fontSize: 11,
			bold: true,
			color: INK.primary,
			margin: 0
		}
	});
}

type MasterObject = NonNullable<PptxGenJS.SlideMasterProps['objects']>[number];

const rect = (deck: Deck, box: Box, color: string): MasterObject => ({ rect: { ...placed(deck, box), fill: { color } } });

const title = (deck: Deck, box: Box, fontSize: number): MasterObject => ({
	placeholder: {
		options: {
			name: 'title',
			type: 'title',
			...placed(deck, box),
			align: alignOf(deck),
			valign: 'top',
			margin: 0,
			fontSize,
			bold: true,
			color: INK.ink,
			lang: deck.lang
		},
		text: ''
	}
});

/** Statement at the start, version at the end before the number of the slide; nothing of it below ten points. */
function footer(deck: Deck, x: number): MasterObject[] {
	const { statement, version } = deck.report;
	const end = SLIDE.w - SLIDE.margin - FOOTER.number - 0.2;
	const versionWidth = Math.min(4.2, textWidth(printed(version), 10) * 1.1 + 0.1);
	const line = (text: string, box: Box, align: 'start' | 'end'): MasterObject => ({
		text: {
			text: printed(text),
			options: {
				...placed(deck, box),
				fontSize: 10,
				color: INK.muted,
				align: alignOf(deck, align),
				valign: 'middle',
				margin: 0,
				lang: deck.lang
			}
		}
	});
	return [
		rect(deck, { x, y: FOOTER.y - 0.05, w: SLIDE.w - SLIDE.margin - x, h: 0.012 }, INK.line),
		line(statement, { x, y: FOOTER.y, w: end - versionWidth - 0.3 - x, h: FOOTER.h }, 'start'),
		line(version, { x: end - versionWidth, y: FOOTER.y, w: versionWidth, h: FOOTER.h }, 'end')
	];
}

/** What stands over the content of a slide; `part` is «(2/3)» where one slide was not enough, else empty. */
export function addHead(deck: Deck, slide: PptxGenJS.Slide, kicker: string, headline: Said, part: string): void {
	addText(deck, slide, KICKER, [{ runs: [{ text: printed(kicker), size: 13, color: INK.primary, bold: true }] }], { valign: 'middle' });
	addTitle(deck, slide, headline, part, TITLE, 26);
}

/** Bold letters are wider, and «(10/12)» may follow. */
const titleStack = (said: Pick<Said, 'text' | 'refs'>): Stacked[] => [{ text: `${saidText(said)} (10/12)`, scale: 1.04, after: 0 }];

/** What a headline leaves of a slide for what is under it. */
export function areaUnder(deck: Deck, headline: Said): Box {
	const size = fittingSize(titleStack(headline), TITLE, { most: 26, least: 14 }, deck.isArabic);
	const y = Math.min(AREA.y, TITLE.y + stackHeight(titleStack(headline), TITLE.w, size, deck.isArabic) + 0.24);
	return { ...AREA, y, h: AREA.y + AREA.h - y };
}

/** A headline in the title of the layout, as large as it fits. */
export function addTitle(
	deck: Deck,
	slide: PptxGenJS.Slide,
	said: Pick<Said, 'text' | 'refs'>,
	part: string,
	box: Box,
	most: number
): void {
	const size = fittingSize(titleStack(said), box, { most, least: 14 }, deck.isArabic);
	const options = (fontSize: number, color: string, bold: boolean): PptxGenJS.TextPropsOptions => ({
		fontSize,
		color,
		bold,
		align: alignOf(deck),
		lang: deck.lang,
		rtlMode: deck.isArabic,
		...(deck.isArabic ? { lineSpacingMultiple: ARABIC_SPACING } : {})
	});
	const aside = [refsOf(said), part === '' ? '' : ` ${part}`].filter((text) => text !== '');
	slide.addText(
		[
			{ text: printed(said.text), options: options(size, INK.ink, true) },
			...aside.map((text) => ({ text, options: options(Math.max(12, size * 0.6), INK.muted, false) }))
		],
		{ placeholder: 'title' }
	);
}

/** A title of its own over a block, its unit beside it, and what to know below it. */
export interface Caption {
	readonly title: string;
	readonly unit?: string;
	readonly notes?: readonly string[];
}

/** Writes title and note of a block into the area; returns what is left between them, never less than a third of it. */
export function captioned(deck: Deck, slide: PptxGenJS.Slide, area: Box, { title, unit = '', notes = [] }: Caption): Box {
	const heading: Run[] = [
		...(title === '' ? [] : [{ text: printed(title), size: 14, bold: true }]),
		...(unit === '' ? [] : [{ text: `${title === '' ? '' : ' · '}${printed(unit)}`, size: 12, color: INK.muted }])
	];
	const most = area.h / 3;
	const words = heading.map(({ text }) => text).join('');
	const top = heading.length === 0 ? 0 : Math.min(most, lineCount(words, area.w, 14.5) * lineHeight(14, deck.isArabic) + 0.1);
	if (heading.length > 0) addText(deck, slide, { ...area, h: top }, [{ runs: heading }]);
	const lines = notes.map(printed).filter((note) => note !== '');
	const noted = lines.map((text): Paragraph => ({ runs: [{ text, size: 11, color: INK.muted }] }));
	const stack = lines.map((text): Stacked => ({ text, scale: 1, after: 0 }));
	const bottom = Math.min(most, stackHeight(stack, area.w, 11, deck.isArabic));
	if (lines.length > 0) addText(deck, slide, { ...area, y: area.y + area.h - bottom, h: bottom }, noted, { valign: 'bottom' });
	return { x: area.x, y: area.y + top, w: area.w, h: area.h - top - (bottom > 0 ? bottom + 0.1 : 0) };
}
