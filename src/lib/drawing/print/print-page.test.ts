import { beforeAll, describe, expect, test } from 'vitest';
import { lightness } from '#lib/core/cartography/contrast.ts';
import type { Language } from '#lib/core/text/text.ts';
import { legendText } from '#lib/i18n/legend.ts';
import { printText } from '#lib/i18n/print-map.ts';
import { wordsOf, type Words } from '#lib/i18n/words.ts';
import { boxOf, type PlacedText } from './block.ts';
import { COUNTRY, kilometresPerMm, layoutOf } from './map-layout.ts';
import { ORIENTATIONS, PAPERS, sheetOf, type Orientation, type Paper } from './paper.ts';
import type { PrintParts } from './parts.ts';
import { printLayout } from './print-svg.ts';
import { printPage } from './print-page.ts';
import { paperScale } from './scale-bar.ts';
import { CODES, syntheticGeometry, syntheticLabel, syntheticScene } from './scenarios/synthetic-map.ts';

const KINDS = ['choropleth', 'bivariate', 'symbols'] as const;
const TITLES = { ar: 'خريطة مصطنعة للاختبار', fr: 'Carte inventée pour l’essai' } as const;
const ADDRESS = 'https://furas.example/ar/workspace?of=indicator:made-up&release=2026.11-abcdef01';
const RELEASE = { id: '2026.11-abcdef01', date: '2026-11-25', data: '2026.11', method: '1.1.0' };

const words = new Map<Language, Words>();
beforeAll(async () => {
	for (const language of ['ar', 'fr'] as const) words.set(language, await wordsOf(language));
});

interface Asked extends Partial<PrintParts> {
	readonly kind?: (typeof KINDS)[number];
	readonly language?: 'ar' | 'fr';
}

function partsOf({ kind = 'choropleth', language = 'ar', ...more }: Asked = {}): PrintParts {
	const said = words.get(language)!;
	const scene = more.scene ?? syntheticScene(kind);
	const names = { release: RELEASE, chains: new Map(), indicators: new Map(), sources: new Map() };
	const legend = legendText(said, scene.legend, names);
	const other = language === 'ar' ? 'fr' : 'ar';
	return {
		paper: 'a4',
		orientation: 'portrait',
		theme: 'light',
		language,
		titles: [
			{ language, text: TITLES[language] },
			{ language: other, text: TITLES[other] }
		],
		subtitle: [legend.unit, legend.year].join(' · '),
		description: 'Made-up map',
		scene,
		legend,
		geometry: syntheticGeometry,
		names: (code) => code,
		labelAt: syntheticLabel,
		named: ['MA-T'],
		outlined: [],
		within: null,
		points: 'symbols',
		opacity: 100,
		only: null,
		numbered: false,
		text: printText(said, {
			legend: scene.legend,
			text: legend,
			release: RELEASE,
			licences: ['ODbL-1.0'],
			date: '2026-11-25',
			hasOwnData: false
		}),
		link: { address: ADDRESS, isWhole: true },
		...more
	};
}

/** All combinations that are printed. */
const CASES = PAPERS.flatMap((paper) =>
	ORIENTATIONS.flatMap((orientation) =>
		(['ar', 'fr'] as const).flatMap((language) => KINDS.map((kind) => ({ paper, orientation, language, kind })))
	)
);

const saidOn = (texts: readonly PlacedText[]): string =>
	texts
		.map(({ text }) => text)
		.join(' ')
		.replace(/[\u2066-\u2069]/g, '');
/** A text as it may be broken over lines. */
const spaced = (text: string): string => text.replace(/[\u2066-\u2069]/g, '').replaceAll(' ', '');

describe.each(CASES)('a $kind on $paper, $orientation, in $language', (asked) => {
	test('says all that a printed map must say', () => {
		const parts = partsOf(asked);
		const page = printPage(parts);
		const said = spaced(saidOn(page.texts));
		const { legend, text, scene } = parts;
		const denominator = paperScale(
			kilometresPerMm(null, layoutOf(null, page.map[2], page.map[3], sheetOf(asked.paper, asked.orientation).scale)),
			50
		).denominator;
		const items = {
			'title ar': TITLES.ar,
			'title fr': TITLES.fr,
			subtitle: parts.subtitle,
			'legend title': legend.title,
			'numeric scale': text.scale(text.number(denominator)),
			source: text.sources[0]!,
			boundaries: text.sources.at(-1)!,
			licence: text.licence,
			versions: text.version,
			date: text.date,
			caution: text.caution,
			link: text.link,
			note: legend.note!
		};
		for (const [what, item] of Object.entries(items)) expect(said, what).toContain(spaced(item));
		expect(said, 'address').toContain(ADDRESS);
		const listed = scene.legend.rows.flatMap(({ meaning }, i) => (meaning.kind === 'pair' ? [] : [legend.rows[i]!]));
		for (const row of listed) expect(said, 'legend').toContain(spaced(row));
		for (const line of legend.symbols?.lines ?? []) expect(said, 'symbols').toContain(spaced(line));
		expect(page.shapes).toContain('data-part="code"');
		expect(page.shapes).toContain('data-scale=');
		// The frame holds the whole country, north is up, and no graticule is drawn.
		expect(page.shapes).not.toMatch(/data-inset|graticule|rotate/);
	});

	test('has no text over another, over the map or beyond the margin', () => {
		const { texts, width, height, map } = printPage(partsOf(asked));
		const { margin } = sheetOf(asked.paper, asked.orientation);
		const boxes = texts.map((text) => ({ text, box: boxOf(text) }));
		for (const { text, box } of boxes) {
			expect(box[0], text.text).toBeGreaterThanOrEqual(margin - 0.01);
			expect(box[1], text.text).toBeGreaterThanOrEqual(margin - 0.01);
			expect(box[2], text.text).toBeLessThanOrEqual(width - margin + 0.01);
			expect(box[3], text.text).toBeLessThanOrEqual(height - margin + 0.6);
			const [x, y, w, h] = map;
			expect(box[0] < x + w && box[2] > x && box[1] < y + h && box[3] > y, `${text.text} on the map`).toBe(false);
		}
		const meeting = boxes.flatMap((a, i) =>
			boxes
				.slice(i + 1)
				.filter((b) => meets(a.box, b.box))
				.map((b) => `${a.text.text} / ${b.text.text}`)
		);
		expect(meeting).toEqual([]);
	});
});

function meets(a: readonly number[], b: readonly number[]): boolean {
	return a[0]! < b[2]! && b[0]! < a[2]! && a[1]! < b[3]! && b[1]! < a[3]!;
}

describe('the legend of a printed map', () => {
	test.each(KINDS)('of a %s has the counts of the scene, which add up to the level', (kind) => {
		const parts = partsOf({ kind, language: 'fr' });
		const { rows } = parts.scene.legend;
		expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(CODES.length);
		const texts = printPage(parts).texts.map(({ text }) => text);
		const numbers = texts.filter((text) => /^\d+$/.test(text)).map(Number);
		for (const { count } of rows) expect(numbers).toContain(count);
		expect(numbers).toContain(CODES.length);
	});

	test('paints areas in the colours of its rows', () => {
		const parts = partsOf();
		const svg = printLayout(parts);
		parts.scene.legend.rows.forEach((row, index) => {
			const fills = [...svg.matchAll(new RegExp(`<(?:g|rect) data-row="${index}"[^>]*? fill="([^"]+)"`, 'g'))].map(([, fill]) => fill);
			const expected =
				row.look.kind === 'color' ? [row.look.light] : [`url(#print-${row.look.pattern})`, `url(#print-key-${row.look.pattern})`];
			for (const fill of fills) expect(expected).toContain(fill);
			expect(fills.length).toBeGreaterThan(row.count > 0 ? 1 : 0);
		});
	});

	test('runs from light to dark, so that it is read in grey', () => {
		const shades = partsOf().scene.legend.rows.flatMap(({ look }) => (look.kind === 'color' ? [lightness(look.light)] : []));
		expect(shades).toEqual(shades.toSorted((a, b) => b - a));
	});

	test('numbers its classes on legend and areas where colours are not printed', () => {
		const parts = partsOf({ numbered: true });
		const svg = printLayout(parts);
		const classes = parts.scene.legend.rows.filter(({ meaning }) => meaning.kind === 'class').length;
		for (let number = 1; number <= classes; number++) expect(svg.split(`>${number}</text>`).length - 1).toBeGreaterThan(1);
	});

	test('fades what is not shown alone, on map and legend', () => {
		const svg = printLayout(partsOf({ only: [0] }));
		expect(svg).not.toMatch(/data-row="0"[^>]*opacity=/);
		expect(svg).toMatch(/<g data-row="1"[^>]* opacity=/);
	});
});

describe('the scale', () => {
	const layout = layoutOf(null, 186, 160, 1);

	test('is that of the middle of the map, where a degree of longitude is as long as there', () => {
		const kmPerMm = kilometresPerMm(null, layout);
		const [left] = layout.project([COUNTRY[0], 28.6]);
		const [right] = layout.project([COUNTRY[2], 28.6]);
		const degreeKm = 111.2 * Math.cos((28.6 * Math.PI) / 180);
		expect(kmPerMm).toBeCloseTo((degreeKm * (COUNTRY[2] - COUNTRY[0])) / ((right - left) / 20), 1);
	});

	test('has a bar of a round number of kilometres, and two digits that count', () => {
		expect(paperScale(9.13, 60)).toEqual({ km: 500, barMm: 500 / 9.13, denominator: 9_100_000 });
		expect(paperScale(0.21, 60).km).toBe(10);
	});
});

describe('a part of the country', () => {
	const within = [-8, 30, -4, 33] as const;

	test('has the whole country in little, with what is shown in a frame', () => {
		const page = printPage(partsOf({ within, language: 'fr' }));
		expect(page.shapes).toContain('data-inset="frame"');
		expect(saidOn(page.texts)).toContain(words.get('fr')!.t('export.map.inset'));
	});

	test('leaves out what lies outside, but counts it', () => {
		const svg = printLayout(partsOf({ within }));
		expect(svg.match(/data-code=/g)!.length).toBeLessThan(CODES.length);
		expect(svg).toContain(`>${CODES.length}</text>`);
	});
});

describe('a printed page', () => {
	const sizes: readonly (readonly [Paper, Orientation, number, number])[] = [
		['a4', 'portrait', 210, 297],
		['a4', 'landscape', 297, 210],
		['a3', 'portrait', 297, 420],
		['a3', 'landscape', 420, 297]
	];
	test.each(sizes)('on %s, %s, is a drawing of that size in millimetres', (paper, orientation, width, height) => {
		expect(printLayout(partsOf({ paper, orientation }))).toContain(
			`viewBox="0 0 ${width} ${height}" width="${width}mm" height="${height}mm"`
		);
	});

	test('begins at the right in Arabic and at the left in French, title and map mirrored', () => {
		const [ar, fr] = [printPage(partsOf({ orientation: 'landscape' })), printPage(partsOf({ orientation: 'landscape', language: 'fr' }))];
		expect(ar.texts[0]).toMatchObject({ text: TITLES.ar, anchor: 'right' });
		expect(fr.texts[0]).toMatchObject({ text: TITLES.fr, anchor: 'left' });
		expect(ar.map[0]).toBeGreaterThan(fr.map[0]);
	});

	test('says no address as a code while nobody knows the host, and none where a link leads nowhere', () => {
		expect(printLayout(partsOf({ link: { address: '/ar/workspace', isWhole: false } }))).not.toContain('data-part="code"');
		expect(printLayout(partsOf({ link: null }))).not.toContain(words.get('ar')!.t('export.map.link'));
	});

	test('holds long titles and notes too, smaller where they need it', () => {
		const long = 'كلمة طويلة جدا '.repeat(11).trim();
		const base = partsOf({ orientation: 'landscape', kind: 'bivariate' });
		const page = printPage({
			...base,
			titles: [
				{ language: 'ar', text: long },
				{ language: 'fr', text: 'Un titre vraiment très long '.repeat(6).trim() }
			],
			legend: { ...base.legend, note: long.repeat(3) }
		});
		const boxes = page.texts.map(boxOf);
		expect(boxes.some((a, i) => boxes.slice(i + 1).some((b) => meets(a, b)))).toBe(false);
		expect(Math.max(...boxes.map(([, , , bottom]) => bottom))).toBeLessThan(page.height - 11);
	});

	test('needs no style, script or address, unless letters are to go with it', () => {
		const svg = printLayout(partsOf());
		expect(svg).not.toMatch(/style=|<script|<style|url\((?!#)|https?:\/\/(?!www\.w3\.org\/2000\/svg|furas\.example)/);
		expect(printLayout(partsOf(), '@font-face{}')).toContain('<style>@font-face{}</style>');
	});

	test('takes no title for markup', () => {
		const svg = printLayout(partsOf({ titles: [{ language: 'fr', text: '<b>&"' }] }));
		expect(svg).toContain('&lt;b&gt;&amp;&quot;');
		expect(svg).not.toContain('<b>');
	});
});
