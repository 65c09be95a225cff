import { CHAPTERS, type Block, type Report } from '#lib/i18n/diagnostic/report.ts';
import type { Language } from '#lib/core/text/text.ts';
import { numbersOfDrawing } from './drawn-numbers.ts';

/**
 * The numbers in `text` that nothing in `report` says: none means that no number came into print by another way. `text` is what
 * pdftotext reads from a document, or all texts and chart values of slides. Explained are the numbers in any words of the report
 * and any figure of its charts, numbers of sources, chapters and pages (a form feed ends a page), scales of its maps, and what
 * drawing its charts needs.
 */
export function unexplainedNumbers(text: string, report: Report): string[] {
	const known = knownOf(report);
	const plain = plainOf(text);
	const pages = pagesOf(plain);
	const withoutScales = plain.replaceAll(NUMERIC_SCALE, ' ');
	const bars = scaleBars(plain, report.labels.km);
	const isExplained = (token: string): boolean =>
		known.tokens.has(token) || valuesOf(token).some((value) => isPage(value, pages) || bars.has(value) || known.values.has(keyOf(value)));
	const found = writtenIn(withoutScales, report.language).filter(
		(written) => !isExplained(bare(written)) && !partsOf(written).every(isExplained)
	);
	return [...new Set(found.map(bare))];
}

/** How many pages a text has: a form feed ends each. Slides end without one, but each has its number on a line of its own. */
function pagesOf(plain: string): number {
	const feeds = plain.split('\f').length - 1;
	if (feeds > 0) return feeds;
	const alone = new Set(plain.match(/^\d{1,3}$/gm));
	let pages = 0;
	while (alone.has(String(pages + 1))) pages++;
	return pages;
}

const isPage = (value: number, pages: number): boolean => Number.isInteger(value) && value > 0 && value <= Math.max(pages, CHAPTERS.length);

interface Known {
	/** Numbers and mixed words such as `MA-03` as they are written in the report, without spaces. */
	readonly tokens: ReadonlySet<string>;
	readonly values: ReadonlySet<string>;
}

const reports = new WeakMap<Report, Known>();

function knownOf(report: Report): Known {
	const known = reports.get(report) ?? readReport(report);
	reports.set(report, known);
	return known;
}

/** Keys of the report that say how something looks, not what. */
const LOOKS: ReadonlySet<string> = new Set(['share', 'look', 'bar']);

function readReport(report: Report): Known {
	const tokens = new Set<string>();
	const values = new Set<string>();
	const read = (part: unknown): void => {
		if (typeof part === 'string') for (const written of writtenIn(plainOf(part), report.language)) tokens.add(bare(written));
		else if (typeof part === 'number') values.add(keyOf(part));
		else if (part !== null && typeof part === 'object') for (const [key, inner] of Object.entries(part)) if (!LOOKS.has(key)) read(inner);
	};
	read(report);
	const blocks: readonly Block[] = report.chapters.flatMap((chapter) => chapter.blocks);
	for (const value of blocks.flatMap(numbersOfDrawing)) values.add(keyOf(value));
	return { tokens, values };
}

/** Nine digits tell figures apart; signs are not compared, for a dash may stand for one. */
const keyOf = (value: number): string => Math.abs(value).toPrecision(9);

/** Marks of direction and places to break a word say nothing; every kind of space is one; digits are Western. */
function plainOf(text: string): string {
	return text
		.replaceAll(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
		.replaceAll(/[\u00a0\u2007\u2009\u202f]/g, ' ')
		.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.codePointAt(0)! % 16));
}

const MIXED = String.raw`\d*[A-Za-z]+\d[A-Za-z\d]*|\d+[A-Za-z][A-Za-z\d]*`;
const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
/** Where groups of three digits are parted by a space. */
const GROUPED = String.raw`[1-9]\d{0,2}(?: \d{3})+(?![\dA-Za-z])(?:,\d+)?`;

const TOKENS: Readonly<Record<Language, RegExp>> = {
	ar: new RegExp(`${MIXED}|${NUMBER}`, 'g'),
	fr: new RegExp(`${MIXED}|${GROUPED}|${NUMBER}`, 'g'),
	en: new RegExp(`${MIXED}|${NUMBER}`, 'g')
};

/** Numbers, and words with digits in them, as written. */
const writtenIn = (plain: string, language: Language): readonly string[] => plain.match(TOKENS[language]) ?? [];

const bare = (written: string): string => written.replaceAll(' ', '');

/** The numbers inside `20km`, and those of `250 500`, which may be two beside each other; `080` is none. */
function partsOf(written: string): string[] {
	const parts = written.match(/\d+(?:[.,]\d+)*/g)!;
	return written.includes(' ') && parts.some((part) => /^0\d/.test(part)) ? [bare(written)] : parts;
}

/** What a token may mean: marks may part thousands or decimals, which depends on who wrote it. */
function valuesOf(token: string): number[] {
	if (!/^\d+(?:[.,]\d+)*$/.test(token)) return [];
	const values = new Set<number>();
	if (/^\d{1,3}(?:\.\d{3})+$/.test(token) || /^\d{1,3}(?:,\d{3})+$/.test(token)) values.add(Number(token.replaceAll(/[.,]/g, '')));
	const decimal = /^(.*)[.,](\d+)$/.exec(token);
	if (!decimal) values.add(Number(token));
	else if (/^\d+$/.test(decimal[1]!) || /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(decimal[1]!))
		values.add(Number(`${decimal[1]!.replaceAll(/[.,]/g, '')}.${decimal[2]}`));
	return [...values];
}

/** «1:2 340 000», with at most three digits that count. */
const NUMERIC_SCALE = /\b1 ?: ?[1-9]\d?(?:[ .,]?\d){0,2}(?:[ .,]?0){3,}\b/g;

/** Ends and middles of the scale bars in a text: 1, 2 or 5 times a power of ten, with its unit beside it. */
function scaleBars(plain: string, unit: string): Set<number> {
	const ends = [0.1, 1, 10, 100].flatMap((power) => [1, 2, 5].map((times) => times * power));
	const words = plainOf(unit);
	const isSaid = (km: number): boolean => {
		const number = String(km).replace('.', '[.,]');
		return new RegExp(`(?<![\\d.,])${number}\\s?${words}|${words}\\s?${number}(?![\\d.,]*\\d)`).test(plain);
	};
	return new Set(ends.filter(isSaid).flatMap((km) => [0, km / 2, km]));
}
