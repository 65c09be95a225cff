import { TOKENS } from '#lib/core/cartography/tokens.ts';
import { mm, moved, NOTHING, over, paragraph, Sides, stacked, type Block, type Face } from './block.ts';
import { codeOf } from './code.ts';
import { holdsCountry } from './map-layout.ts';
import type { PrintParts } from './parts.ts';
import { printedInset } from './printed-map.ts';

/** Sides of the small map and of the code in millimetres on an A4 page. */
const INSET = 27;
const CODE = 19;

/** Sizes of letters of a page, in millimetres. */
export interface Sizes {
	readonly scale: number;
	readonly heading: number;
	readonly body: number;
	readonly small: number;
	readonly gap: number;
}

/** The small map of the country with its caption; nothing where the large one holds all of it. */
export function insetBlock(parts: PrintParts, width: number, { scale, small, gap }: Sizes): Block {
	if (holdsCountry(parts.within)) return NOTHING;
	const side = Math.min(INSET * scale, width / 2);
	const { height, shapes } = printedInset(parts, side, scale);
	const sides = new Sides(parts.language, width);
	const rest = width - side - gap;
	const caption = paragraph(parts.text.inset, rest, { size: small, colour: TOKENS.muted[parts.theme], language: parts.language });
	const drawing = moved({ width: side, height, texts: [], shapes }, sides.from(0, side), 0);
	return over([drawing, moved(caption, sides.from(side + gap, rest), 0)], width, Math.max(height, caption.height));
}

/** Sources, licences, versions and date, what the map is not, and where it is found again. */
export function notesBlock(parts: PrintParts, width: number, sizes: Sizes): Block {
	const { text, language, theme, legend } = parts;
	const face: Face = { size: sizes.small, colour: TOKENS.muted[theme], language };
	const strong: Face = { ...face, colour: TOKENS.ink[theme], weight: 600 };
	const line = (said: string | null, look: Face = face): Block => (said === null ? NOTHING : paragraph(said, width, look));
	return stacked(
		[
			line(legend.note, { ...face, colour: TOKENS.ink[theme] }),
			...text.sources.map((source) => line(source)),
			line(text.licence),
			line(text.version),
			line(text.date),
			line(text.own, strong),
			line(text.caution, strong),
			linkBlock(parts, width, sizes)
		],
		sizes.gap * 0.32
	);
}

/** The address as a code, with what it says beside it; the words alone while the host is not known. */
function linkBlock({ link, language, theme, text }: PrintParts, width: number, { scale, small, gap }: Sizes): Block {
	if (link === null) return NOTHING;
	const face: Face = { size: small, colour: TOKENS.muted[theme], language };
	const side = link.isWhole ? CODE * scale : 0;
	const rest = width - side - (side > 0 ? gap : 0);
	const sides = new Sides(language, width);
	const words = stacked(
		[
			paragraph(text.link, rest, { ...face, colour: TOKENS.ink[theme] }),
			paragraph(link.address, rest, { ...face, size: small * 0.92, language: 'en' }, sides.start)
		],
		small * 0.3
	);
	const shown = moved(words, sides.from(side > 0 ? side + gap : 0, rest), 0);
	if (!link.isWhole) return shown;
	const { size, squares } = codeOf(link.address);
	const shapes =
		`<g data-part="code" transform="scale(${(side / size).toFixed(4)})">` +
		`<rect width="${size}" height="${size}" fill="#ffffff"/><path d="${squares}" fill="#000000"/></g>` +
		`<rect width="${mm(side)}" height="${mm(side)}" fill="none" stroke="${TOKENS.line[theme]}" stroke-width="0.2"/>`;
	const code = moved({ width: side, height: side, texts: [], shapes }, sides.from(0, side), gap * 0.4);
	return over([code, moved(shown, 0, gap * 0.4)], width, Math.max(side, words.height) + gap * 0.4);
}
