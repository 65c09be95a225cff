import type PptxGenJS from 'pptxgenjs';
import { TOKENS } from '#lib/core/cartography/tokens.ts';
import type { Language } from '#lib/core/text/text.ts';
import type { Report, Said } from '#lib/i18n/diagnostic/report.ts';
import type { DiagnosticDocument } from '../document.ts';
import type { ChartExtra } from './chart-xml.ts';
import { ARABIC_SPACING } from './fit.ts';

/** Colours as PowerPoint takes them: the light appearance, which is also what is printed. */
export const INK = {
	paper: hex(TOKENS.paper.light),
	surface: hex(TOKENS.surface.light),
	ink: hex(TOKENS.ink.light),
	muted: hex(TOKENS.muted.light),
	line: hex(TOKENS.line.light),
	primary: hex(TOKENS.primary.light),
	accent: hex(TOKENS.accent.light)
} as const;

/** `#0f5b4a` as `0F5B4A`. */
export function hex(color: string): string {
	return color.replace('#', '').toUpperCase();
}

/** A slide of 16:9, in inches. */
export const SLIDE = { w: 40 / 3, h: 7.5, margin: 0.6 } as const;
/** Where the content of a slide stands, between headline and footer. */
export const AREA = { x: SLIDE.margin, y: 1.78, w: SLIDE.w - 2 * SLIDE.margin, h: 4.98 } as const;

/** A rectangle in inches; `x` is counted from the side where reading starts, so one number serves both directions. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly w: number;
	readonly h: number;
}

/** What a deck is made of while it is made. */
export interface Deck {
	readonly pptx: PptxGenJS;
	readonly document: DiagnosticDocument;
	readonly report: Report;
	readonly isArabic: boolean;
	readonly lang: string;
	/** What the library cannot say about a chart, one per chart in the order they were added. */
	readonly extras: ChartExtra[];
}

/** Shows a part of a slide in a box. A block that does not fit on one slide gives several. */
export type Page = (slide: PptxGenJS.Slide, area: Box) => void;

const LANGS: Readonly<Record<Language, string>> = { ar: 'ar-MA', fr: 'fr-FR', en: 'en-GB' };

/** The language tag that proofing and hyphenation of the slides go by. */
export const langOf = (language: Language): string => LANGS[language];

/** `box` as the slide counts it: from the left, mirrored where one reads from the right. */
export const placed = (deck: Deck, { x, y, w, h }: Box): Box => ({ x: deck.isArabic ? SLIDE.w - x - w : x, y, w, h });

/** A stretch of text of one look. */
export interface Run {
	readonly text: string;
	readonly size: number;
	readonly color?: string;
	readonly bold?: boolean;
	readonly url?: string | null;
}

/** A paragraph: its stretches, where it is aligned, space after it in points. */
export interface Paragraph {
	readonly runs: readonly Run[];
	readonly align?: 'start' | 'end' | 'center';
	readonly bullet?: boolean;
	readonly after?: number;
}

/** What may not be in XML, or turns the direction of what follows. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\ufffe\uffff]/gu;

/** `text` on one line, without what is no text: composed letters, no control characters. Spaces that do not break stay. */
export const printed = (text: string): string =>
	text
		.replace(/[ \t-\r\u2028\u2029]+/gu, ' ')
		.replace(UNPRINTABLE, '')
		.normalize('NFC')
		.trim();

/** Numbers of the sources in brackets, after a space and never torn apart; empty for none. */
export const refsOf = ({ refs }: Pick<Said, 'refs'>): string => (refs.length === 0 ? '' : ` [${refs.join(',\u00a0')}]`);

/** What is said with the numbers of its sources. */
export const saidText = (said: Pick<Said, 'text' | 'refs'>): string => printed(said.text) + refsOf(said);

/** What is said as stretches: the numbers of the sources stand smaller and quieter. */
export function saidRuns(said: Pick<Said, 'text' | 'refs'>, look: Omit<Run, 'text'>): Run[] {
	const runs: Run[] = [{ ...look, text: printed(said.text) }];
	if (said.refs.length > 0)
		runs.push({ text: refsOf(said), size: Math.min(12, Math.max(10, Math.round(look.size * 0.7))), color: INK.muted });
	return runs;
}

/** Where a paragraph is aligned on the slide. */
export function alignOf(deck: Deck, align: Paragraph['align'] = 'start'): 'left' | 'right' | 'center' {
	if (align === 'center') return 'center';
	return (align === 'end') === deck.isArabic ? 'left' : 'right';
}

/** Paragraphs as the library takes them: it hands nothing down to a paragraph, so every stretch says everything. */
export function textProps(deck: Deck, paragraphs: readonly Paragraph[]): PptxGenJS.TextProps[] {
	return paragraphs.flatMap(({ runs, align, bullet, after = 0 }) =>
		runs.map(({ text, size, color = INK.ink, bold = false, url = null }, index) => ({
			text: text === '' ? ' ' : text,
			options: {
				fontSize: size,
				color,
				bold,
				align: alignOf(deck, align),
				lang: deck.lang,
				rtlMode: deck.isArabic,
				paraSpaceAfter: after,
				...(deck.isArabic ? { lineSpacingMultiple: ARABIC_SPACING } : {}),
				...(bullet ? { bullet: { indent: Math.round(size) } } : {}),
				...(url ? { hyperlink: { url } } : {}),
				breakLine: index === runs.length - 1
			}
		}))
	);
}

/** Paragraphs in a box of their own, without margins unless `margin` says some, in points. */
export function addText(
	deck: Deck,
	slide: PptxGenJS.Slide,
	box: Box,
	paragraphs: readonly Paragraph[],
	options: Pick<PptxGenJS.TextPropsOptions, 'valign' | 'margin' | 'fill' | 'line' | 'shape' | 'objectName'> = {}
): void {
	slide.addText(textProps(deck, paragraphs), {
		...placed(deck, box),
		margin: 0,
		valign: 'top',
		fit: 'none',
		lang: deck.lang,
		isTextBox: options.fill === undefined,
		...options
	});
}

/** `items` in parts of at most `most`, as even as can be, so that no last part holds a single one. */
export function parts<T>(items: readonly T[], most: number): T[][] {
	const count = Math.max(1, Math.ceil(items.length / most));
	return Array.from({ length: count }, (_, index) =>
		items.slice(Math.round((index * items.length) / count), Math.round(((index + 1) * items.length) / count))
	);
}
