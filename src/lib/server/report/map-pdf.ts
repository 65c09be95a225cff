import { directionOf } from '#lib/i18n/locales.ts';
import type { PrintPage } from '#lib/drawing/print/print-page.ts';
import { shapesSvg } from '#lib/drawing/print/print-svg.ts';
import { ARABIC_FONT, LATIN_FONT, typeset } from './typst.ts';

/** The page as Typst: what is drawn as one picture under the lines, which Typst sets itself so that they are found and read aloud. */
const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let wide = 2000mm
#set document(title: d.title, author: "Furas", description: d.description, date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)))
#set page(width: d.width * 1mm, height: d.height * 1mm, margin: 0mm)
#set text(fallback: false, hyphenate: false, top-edge: "baseline", bottom-edge: "baseline", font: d.fonts.latin)
#place(top + left, image(bytes(d.shapes), format: "svg", width: 100%, height: 100%, alt: d.description))
#for line in d.lines {
  let rtl-line = line.direction == "rtl"
  let at = if line.anchor == "left" { 0mm } else if line.anchor == "right" { -wide } else { -wide / 2 }
  let side = if line.anchor == "left" { left } else if line.anchor == "right" { right } else { center }
  place(top + left, dx: line.x * 1mm + at, dy: line.y * 1mm, box(width: wide, align(side, text(
    size: line.size * 1mm,
    weight: line.weight,
    fill: rgb(line.colour),
    lang: line.language,
    dir: if rtl-line { rtl } else { ltr },
    // Readers of PDF take the wide kerning of Arabic for a space between words.
    kerning: not rtl-line,
    font: if rtl-line { d.fonts.arabic } else { d.fonts.latin },
    line.text,
  ))))
}
`;

/** A printed map as a PDF of one page: the drawing as vectors, every line of text as text. `date` is ISO. */
export async function mapPdf(page: PrintPage, date: string): Promise<Uint8Array<ArrayBuffer>> {
	const { width, height, title, description, texts } = page;
	const lines = texts.map((line) => ({ ...line, direction: directionOf(line.language) }));
	const fonts = { latin: [LATIN_FONT, ARABIC_FONT], arabic: [ARABIC_FONT, LATIN_FONT] };
	const data = { width, height, title, description, lines, fonts, date: date.split('-').map(Number), shapes: shapesSvg(page) };
	return typeset(TEMPLATE, data);
}
