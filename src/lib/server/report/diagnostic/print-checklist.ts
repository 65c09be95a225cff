import { formatPublished } from '#lib/i18n/dates.ts';
import { formatNumber } from '#lib/i18n/numbers.ts';
import type { MapBlock } from '#lib/i18n/diagnostic/report.ts';
import { printable } from '../typst.ts';
import { mapsIn } from './maps.ts';
import type { DiagnosticDocument } from './document.ts';
import { scaleOnPaper } from './pdf-map.ts';
import { addressOf } from './pdf-permalink.ts';

/** An item of the checklist: what it is, and the words that say it on paper. */
interface Item {
	readonly what: string;
	readonly text: string;
	/** How often it must be there: once per map, for what every map says. */
	readonly times: number;
}

/**
 * What a printed diagnostic must say and `pdfText`, read from its PDF, does not: titles in Arabic and French, and per map title,
 * scale bar, numeric scale, every row of the legend with its count, source, licence, versions, date, permanent link. Empty when
 * nothing is missing.
 */
export function missingFromPrint(document: DiagnosticDocument, pdfText: string): string[] {
	const text = wordsIn(pdfText);
	const items = [...frameOf(document), ...mapsIn(document.report).flatMap((map) => mapItems(document, map))];
	return items.filter(({ text: said, times }) => timesSaid(text, wordsIn(said)) < times).map(({ what, text: said }) => `${what}: ${said}`);
}

function frameOf(document: DiagnosticDocument): Item[] {
	const { report } = document;
	// The cover says each once, and so does every map.
	const times = 1 + mapsIn(document.report).length;
	return [
		{ what: 'title ar', text: report.names.ar, times: 1 },
		{ what: 'title fr', text: report.names.fr, times: 1 },
		{ what: 'version of data and method', text: report.version, times },
		{ what: 'date', text: formatPublished(report.language, report.date), times },
		{ what: 'permalink', text: addressOf(document), times }
	];
}

function mapItems({ report, pictures }: DiagnosticDocument, map: MapBlock): Item[] {
	const picture = pictures.get(map.id);
	if (!picture) return [{ what: `${map.id} map`, text: map.title, times: Infinity }];
	const { numeric, ticks } = scaleOnPaper(picture, report);
	const once = (what: string, text: string): Item => ({ what: `${map.id} ${what}`, text, times: 1 });
	return [
		once('title', map.title),
		once('unit', map.unit),
		once('scale bar', ticks[2]),
		once('numeric scale', numeric),
		// Source, year, licence and versions are one line.
		once('source and licence', map.source),
		...map.legend.map(({ label, count }) => once('legend', `${label} ${formatNumber(report.language, count)}`))
	];
}

/** Words and numbers alone, without what readers of PDF move about or add: marks of direction, commas, spaces. */
const wordsIn = (text: string): string[] => printable(text.replace(MARKS, ' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
const MARKS = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * How often words stand in a text: one after the other however they are parted, or close together. Poppler turns a line that runs
 * from right to left word by word, so that numbers of neighbours change places.
 */
function timesSaid(text: readonly string[], part: readonly string[]): number {
	if (part.length === 0) return Infinity;
	const inOrder = text.join('').split(part.join('')).length - 1;
	return Math.max(inOrder, timesTogether(text, part));
}

/** In how many stretches of a text, a little longer than `part`, each word of it occurs as often as in `part`. */
function timesTogether(text: readonly string[], part: readonly string[]): number {
	const reach = Math.ceil(part.length * 1.25) + 1;
	let times = 0;
	for (let from = 0; from < text.length; from++) {
		if (!part.includes(text[from]!) || !holdsAll(text.slice(from, from + reach), part)) continue;
		times++;
		from += part.length - 1;
	}
	return times;
}

function holdsAll(stretch: readonly string[], part: readonly string[]): boolean {
	const left = [...stretch];
	return part.every((word) => left.includes(word) && left.splice(left.indexOf(word), 1).length === 1);
}
