import { ARABIC_FONT, LATIN_FONT } from '../../typst.ts';
import { finishedChart } from './chart-xml.ts';
import { INK, type Deck } from './deck.ts';
import { readZip, writeZip, type ZipFiles } from './zip.ts';

/**
 * The deck as it is handed out: what the library wrote, with what it has no words for. Everything that depends on the clock or on how
 * many decks this process has made is gone, so the same document gives the same bytes.
 */
export function finishedDeck(deck: Deck, written: Uint8Array): Uint8Array<ArrayBuffer> {
	const files: ZipFiles = new Map();
	const number = chartNumbers(readZip(written));
	for (const [name, data] of readZip(written)) {
		const path = renumbered(name, number);
		if (name.endsWith('.xlsx')) files.set(path, finishedWorkbook(deck, data));
		else if (/[.](xml|rels)$/.test(name)) files.set(path, Buffer.from(finishedPart(deck, path, renumbered(data.toString('utf8'), number))));
		else files.set(path, data);
	}
	return new Uint8Array(writeZip(files));
}

/** The library counts the charts of the process: those of this deck are numbered from one. */
function chartNumbers(files: ZipFiles): ReadonlyMap<string, number> {
	const numbers = [...files.keys()].flatMap((name) => /^ppt\/charts\/chart(\d+)[.]xml$/.exec(name)?.[1] ?? []);
	return new Map(numbers.toSorted((a, b) => Number(a) - Number(b)).map((number, index) => [number, index + 1]));
}

const renumbered = (text: string, numbers: ReadonlyMap<string, number>): string =>
	text.replace(/(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)(?=[.]xml|[.]xlsx)/g, (whole, before: string, number: string) =>
		numbers.has(number) ? before + numbers.get(number) : whole
	);

const chartOf = (path: string): number | null => Number(/^ppt\/charts\/chart(\d+)[.]xml$/.exec(path)?.[1] ?? 0) || null;

function finishedPart(deck: Deck, path: string, xml: string): string {
	const chart = chartOf(path);
	if (chart !== null) return finishedChart(xml, deck.extras[chart - 1]!, deck);
	if (path === 'ppt/theme/theme1.xml') return finishedTheme(xml);
	if (path === 'docProps/core.xml') return dated(xml, deck.report.date);
	if (path.startsWith('ppt/notesSlides/notesSlide')) return finishedNotes(deck, xml);
	if (path.startsWith('ppt/slides/slide')) return finishedSlide(deck, xml);
	if (path.startsWith('ppt/slideLayouts/slideLayout')) return finishedLayout(deck, xml);
	return xml;
}

const dated = (xml: string, date: string): string => xml.replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${date.slice(0, 10)}T00:00:00Z`);

/** Numbers of shapes are unique on a slide, and a paragraph says its properties once: of both the library makes more. */
function finishedSlide({ lang }: Deck, xml: string): string {
	let shapes = 1;
	return xml
		.replace(/<p:cNvPr id="\d+"(?! name="")/g, () => `<p:cNvPr id="${++shapes}"`)
		.replace(/<\/a:r><a:pPr[^>]*>(?:(?!<\/a:pPr>).)*<\/a:pPr>/gs, '</a:r>')
		.replaceAll('lang="en-US"', `lang="${lang}"`);
}

/** Texts of a layout in the direction of the language: the library gives it to those of a slide only. */
function finishedLayout(deck: Deck, xml: string): string {
	const slide = finishedSlide(deck, xml);
	return deck.isArabic ? slide.replace(/<a:(pPr|lvl1pPr)(?![^>]*rtl=)/g, '<a:$1 rtl="1"') : slide;
}

/** Lines of the notes as paragraphs, in the direction of the language. */
function finishedNotes({ lang, isArabic }: Deck, xml: string): string {
	const properties = isArabic ? '<a:pPr algn="r" rtl="1"/>' : '';
	return xml.replace(/<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([^<]*)<\/a:t><\/a:r>/, (_, text: string) =>
		text
			.split(/\r?\n/)
			.map((line) => `<a:p>${properties}<a:r><a:rPr lang="${lang}" dirty="0"/><a:t>${line}</a:t></a:r>`)
			.join('</a:p>')
	);
}

/**
 * The fonts of the deck stand in its theme alone, so one choice under Design → Fonts changes all of it. Where IBM Plex is not installed,
 * PowerPoint, Keynote and LibreOffice take a font of the same family: `pitchFamily` 34 says one without serifs and `panose` describes the
 * Plex, which leads to Arial or Calibri, and both have Arabic letters. The colours of the theme are those of the product.
 */
function finishedTheme(xml: string): string {
	const fonts =
		`<a:latin typeface="${LATIN_FONT}" panose="020B0503050203000203" pitchFamily="34" charset="0"/><a:ea typeface=""/>` +
		`<a:cs typeface="${ARABIC_FONT}" panose="020B0503050203000203" pitchFamily="34" charset="-78"/>`;
	const colors: Readonly<Record<string, string>> = {
		dk1: INK.ink,
		lt1: INK.surface,
		dk2: INK.muted,
		lt2: INK.paper,
		accent1: INK.primary,
		accent2: INK.accent,
		accent3: '54278F',
		accent4: '41B6C4',
		accent5: 'CC79A7',
		accent6: '9A9A93',
		hlink: INK.primary,
		folHlink: INK.muted
	};
	return xml
		.replaceAll(/<a:latin typeface="[^"]*"[^>]*\/><a:ea typeface=""\/><a:cs typeface=""\/>/g, fonts)
		.replaceAll(/<a:(dk1|lt1|dk2|lt2|accent\d|hlink|folHlink)>.*?<\/a:\1>/g, (_, name: string) => {
			return `<a:${name}><a:srgbClr val="${colors[name]}"/></a:${name}>`;
		});
}

/** The numbers behind a chart, read from right to left in Arabic; without the clock. */
function finishedWorkbook({ isArabic, report }: Deck, data: Buffer): Buffer {
	const files = readZip(data);
	for (const [name, part] of files) {
		const xml = part.toString('utf8');
		if (name === 'docProps/core.xml') files.set(name, Buffer.from(dated(xml, report.date).replaceAll('PptxGenJS', 'Furas')));
		else if (name === 'xl/worksheets/sheet1.xml') files.set(name, Buffer.from(finishedSheet(xml, isArabic)));
	}
	return writeZip(files);
}

const finishedSheet = (xml: string, isArabic: boolean): string => {
	const known = xml.replace(/<c r="[A-Z]+\d+"><v><\/v><\/c>/g, '');
	return isArabic ? known.replace('<sheetView ', '<sheetView rightToLeft="1" ') : known;
};
