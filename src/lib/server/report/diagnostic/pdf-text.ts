import { TYPE_COLOURS } from '#lib/core/cartography/ramps.ts';
import { TOKENS } from '#lib/core/cartography/tokens.ts';
import { LANGUAGES, type Language } from '#lib/core/text/text.ts';
import { formatPublished } from '#lib/i18n/dates.ts';
import type { BarChart, Chapter, Fact, LineChart, Multiples, RangeChart, Report, SourceNote } from '#lib/i18n/diagnostic/report.ts';
import { directionOf } from '#lib/i18n/locales.ts';
import { ARABIC_FONT, LATIN_FONT } from '../typst.ts';
import { barsOf, lineOf, multiplesOf, rangesOf } from './pdf-charts.ts';
import type { DiagnosticDocument } from './document.ts';
import { mapOf, SWATCHES } from './pdf-map.ts';
import { addressOf, qrOf } from './pdf-permalink.ts';
import { breakable, citedOf } from './pdf-said.ts';
import { tableOf } from './pdf-table.ts';
import { contoursSvg } from './pdf-contours.ts';

const lightOf = (shades: Readonly<Record<string, { readonly light: string }>>): Record<string, string> =>
	Object.fromEntries(Object.entries(shades).map(([name, { light }]) => [name, light]));

/** Colours of paper: those of the light appearance; `saffron` for marks on green, `tint` a ground, neither for letters. */
const COLOURS = { ...lightOf(TOKENS), saffron: TOKENS.accent.dark, tint: '#e9f1ec' };

/** All that the template prints, in words and numbers: it chooses no words and reads nothing else. */
export function printedOf(document: DiagnosticDocument) {
	const { report } = document;
	const { language, labels } = report;
	return {
		language,
		direction: report.direction,
		code: report.code,
		// Latin letters of the Arabic family are the same design; one family less is loaded into the document.
		fonts: language === 'ar' ? [ARABIC_FONT] : [LATIN_FONT, ARABIC_FONT],
		colours: COLOURS,
		types: lightOf(TYPE_COLOURS),
		swatches: SWATCHES,
		date: report.date.slice(0, 10).split('-').map(Number),
		dateText: formatPublished(language, report.date.slice(0, 10)),
		labels,
		title: `${report.name} · ${report.kind}`,
		name: breakable(report.name),
		names: otherNames(report).map((other) => ({
			language: other,
			direction: directionOf(other),
			text: breakable(report.names[other])
		})),
		kind: report.kind,
		within: report.within,
		comparison: report.comparison,
		statement: breakable(report.statement),
		independent: breakable(report.independent),
		version: breakable(report.version),
		contours: contoursSvg(),
		permalink: { text: addressOf(document), qr: document.origin === null ? null : qrOf(addressOf(document)) },
		facts: report.facts.map(factOf),
		chapters: report.chapters.map((chapter) => chapterOf(document, chapter)),
		sources: report.sources.map(sourceOf)
	};
}

/** The other languages in which the territory has a name of its own; English is left out where only its accents differ. */
function otherNames({ language, names }: Report): Language[] {
	const told = [language, ...LANGUAGES.filter((other) => other !== language)];
	const keyOf = (one: Language, other: Language): string => (other === 'en' ? plain(names[one]) : names[one]);
	return told.filter((other, index) => index > 0 && told.findIndex((one) => keyOf(one, other) === keyOf(other, other)) === index);
}

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const factOf = ({ label, value, note }: Fact) => ({ label: breakable(label), ...citedOf(value), note: breakable(note) });

function chapterOf(document: DiagnosticDocument, { title, sentences, blocks }: Chapter) {
	const [message, ...rest] = sentences.map(citedOf);
	return {
		title: breakable(title),
		message: message!,
		columns: inColumns(rest),
		blocks: blocks.map((block) => blockOf(document, block))
	};
}

/** Sentences in two columns of about the same length, in the order of reading; a single one takes the whole width. */
function inColumns<T extends { readonly text: string }>(sentences: readonly T[]): T[][] {
	if (sentences.length < 2) return sentences.length === 0 ? [] : [[...sentences]];
	const total = sentences.reduce((sum, { text }) => sum + text.length, 0);
	let before = 0;
	const first = sentences.filter(({ text }) => {
		const isFirst = before + text.length / 2 < total / 2;
		before += text.length;
		return isFirst;
	});
	return [first, sentences.slice(first.length)];
}

function blockOf(document: DiagnosticDocument, block: Chapter['blocks'][number]) {
	switch (block.kind) {
		case 'facts':
			return { kind: block.kind, facts: block.facts.map(factOf) };
		case 'points':
			return { kind: block.kind, title: breakable(block.title), points: block.points.map(citedOf) };
		case 'notice':
			return { kind: block.kind, text: breakable(block.text) };
		case 'table':
			return tableOf(document, block);
		case 'map':
			return mapOf(document, block);
		case 'quadrants':
			return { kind: block.kind, items: block.items.map(({ key, title, points }) => ({ key, title, points: points.map(citedOf) })) };
		default:
			return chartOf(document.report, block);
	}
}

function chartOf({ language, code }: Report, chart: BarChart | LineChart | RangeChart | Multiples) {
	switch (chart.kind) {
		case 'bars':
			return barsOf(chart);
		case 'line':
			return lineOf(language, chart);
		case 'ranges':
			return rangesOf(chart);
		case 'multiples':
			return multiplesOf(code, chart);
		default:
			return chart satisfies never;
	}
}

/** Letters of what a source is called at the foot of a page; the whole stands in the list. */
const CREDIT = 44;

function sourceOf({ number, id, text, licence, url }: SourceNote) {
	const address = url !== null && URL.canParse(url) ? new URL(url) : null;
	const isWeb = address !== null && /^https?:$/.test(address.protocol);
	return {
		number,
		id,
		text: breakable(text),
		credit: text.length > CREDIT ? `${text.slice(0, text.lastIndexOf(' ', CREDIT)).replace(/[\s,;:،؛.·]+$/, '')}…` : text,
		licence,
		url: isWeb ? address.href : null,
		host: isWeb ? address.hostname.replace(/^www\./, '') : ''
	};
}
