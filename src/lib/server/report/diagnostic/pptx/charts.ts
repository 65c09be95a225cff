import type PptxGenJS from 'pptxgenjs';
import type { BarChart, Said } from '#lib/i18n/diagnostic/report.ts';
import { INK, parts, placed, printed, saidText, type Box, type Deck, type Page } from './deck.ts';
import { lineCount, lineHeight, textWidth } from './fit.ts';
import { captioned } from './frame.ts';

/** The theme says which font that is. */
export const THEME_FONT = '+mn-lt';

/** Horizontal bars as a native chart. */
export interface Bars {
	readonly alt: string;
	readonly categories: readonly string[];
	readonly series: readonly {
		readonly name: string;
		readonly values: readonly (number | null)[];
		readonly labels: readonly (string | null)[];
	}[];
	readonly colors: readonly string[];
	readonly pointColors?: readonly (readonly (string | null)[])[];
	readonly isStacked?: boolean;
	readonly hasLegend?: boolean;
	readonly gap: number;
	readonly striped?: number | null;
	/** Ends of the value axis; worked out from values and labels when left out. */
	readonly ends?: readonly [number, number];
	readonly sizes: { readonly category: number; readonly label: number };
	/** Share of the width that the names take. */
	readonly share: number;
}

const LEGEND = 0.36;
/** The library writes down what it is given here, and its types know one of the two values. */
const REVERSED = 'maxMin' as 'minMax';

/** Where the bars of a chart stand inside its box, in inches from the side where reading starts. */
export function plotOf({ share, hasLegend }: Pick<Bars, 'share' | 'hasLegend'>, box: Box): Box {
	const top = hasLegend ? LEGEND : 0.04;
	return { x: box.w * share, y: top, w: box.w * (1 - share) - 0.08, h: box.h - top - 0.04 };
}

/** Adds bars to a slide. They grow from the side where reading starts, the first category on top, its name beside it. */
export function addBars(deck: Deck, slide: PptxGenJS.Slide, box: Box, bars: Bars): void {
	const plot = plotOf(bars, box);
	const x = deck.isArabic ? box.w - plot.x - plot.w : plot.x;
	const [low, high] = bars.ends ?? endsOf(bars, plot.w);
	deck.extras.push({
		labels: bars.series.map(({ labels }) => labels),
		labelSize: bars.sizes.label,
		colors: bars.pointColors ?? [],
		striped: bars.striped ?? null
	});
	slide.addChart(
		deck.pptx.ChartType.bar,
		bars.series.map(({ name, values }) => ({ name: printed(name), labels: bars.categories.map(printed), values: values as number[] })),
		{
			...placed(deck, box),
			altText: printed(bars.alt),
			barDir: 'bar',
			barGrouping: bars.isStacked ? 'stacked' : 'clustered',
			barGapWidthPct: bars.gap,
			chartColors: [...bars.colors],
			chartArea: { roundedCorners: false },
			layout: { x: x / box.w, y: plot.y / box.h, w: plot.w / box.w, h: plot.h / box.h },
			catAxisOrientation: REVERSED,
			catAxisLabelPos: 'low',
			catAxisLabelFontFace: THEME_FONT,
			catAxisLabelFontSize: bars.sizes.category,
			catAxisLabelColor: INK.ink,
			catAxisLineColor: INK.muted,
			catAxisMajorTickMark: 'none',
			valAxisOrientation: deck.isArabic ? REVERSED : 'minMax',
			valAxisHidden: true,
			valAxisMinVal: low,
			valAxisMaxVal: high,
			valGridLine: { style: 'none' },
			dataLabelFontFace: THEME_FONT,
			dataLabelFontSize: bars.sizes.label,
			dataLabelColor: INK.ink,
			showLegend: bars.hasLegend ?? false,
			legendPos: 't',
			legendFontFace: THEME_FONT,
			legendFontSize: 12,
			legendColor: INK.ink
		}
	);
}

/** Ends of the axis that leave room for the words beside the longest bar, on either side of zero. */
export function endsOf({ series, sizes }: Pick<Bars, 'series' | 'sizes'>, width: number): [number, number] {
	const words = Math.max(0, ...series.flatMap(({ labels }) => labels.map((label) => textWidth(label ?? '', sizes.label))));
	const room = 1 - Math.min(0.6, (words * 1.1 + 0.15) / width);
	const values = series.flatMap((one) => one.values.flatMap((value) => value ?? []));
	const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
	if (low === 0 && high === 0) return [0, 1];
	return [low === 0 ? 0 : low - (high - low) * (1 / room - 1), high === 0 ? 0 : high + (high - low) * (1 / room - 1)];
}

/** The share of the width that names need so that the longest takes at most two lines; at most `most`. */
export function shareOf(names: readonly string[], size: number, width: number, most: number): number {
	const longest = Math.max(0.5, ...names.map((name) => textWidth(printed(name), size)));
	const needed = longest * 1.06 + 0.15 <= most * width ? longest * 1.06 + 0.15 : Math.max(longest * 0.62 + 0.2, most * width * 0.75);
	return Math.min(most, needed / width);
}

/** The largest size from `most` down to `least` at which names stand in `pitch` inches of height each. */
export function categorySize(
	names: readonly string[],
	width: number,
	pitch: number,
	sizes: { most: number; least: number },
	isArabic: boolean
): number {
	for (let size = sizes.most; size > sizes.least; size -= 0.5) {
		if (names.every((name) => lineCount(printed(name), width, size) * lineHeight(size, isArabic) <= pitch)) return size;
	}
	return sizes.least;
}

/** What is unknown has no bar: its name says so. */
const unknown = (said: Said | undefined, value: number | null): string => (value === null && said ? saidText(said) : '');

/** Bars on as many slides as they need to be read, every slide on the same scale. */
export function barPages(deck: Deck, chart: BarChart): Page[] {
	const colors = [INK.primary, INK.accent];
	const all = chart.series.flatMap(({ values }) => values.flatMap((value) => value ?? []));
	const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)];
	return parts([...chart.categories.keys()], chart.series.length > 1 ? 10 : 14).map((some) => (slide, area) => {
		const box = captioned(deck, slide, area, { title: chart.title, unit: chart.unit, notes: [chart.note] });
		const categories = some.map((at) => {
			const missing = chart.series.map(({ said, values }) => unknown(said[at], values[at] ?? null)).filter((text) => text !== '');
			return [chart.categories[at]!, ...new Set(missing)].join(' · ');
		});
		const share = shareOf(categories, 12, box.w, 0.36);
		const category = categorySize(categories, share * box.w - 0.15, (box.h - LEGEND) / some.length, { most: 13, least: 10 }, deck.isArabic);
		const barHeight = (box.h - LEGEND) / some.length / (chart.series.length + 0.45);
		const bars: Bars = {
			alt: chart.description,
			categories,
			series: chart.series.map(({ name, values, said }) => ({
				name,
				values: some.map((at) => values[at] ?? null),
				labels: some.map((at) => (values[at] === null || values[at] === undefined ? null : saidText(said[at]!)))
			})),
			colors,
			striped: chart.series.length > 1 ? 1 : null,
			hasLegend: chart.series.length > 1,
			gap: 45,
			sizes: { category, label: Math.min(12, category, Math.max(9, barHeight * 52)) },
			share
		};
		const [low, high] = endsOf({ ...bars, series: [...bars.series, { name: '', values: [least, most], labels: [] }] }, plotOf(bars, box).w);
		addBars(deck, slide, box, { ...bars, ends: [low, high] });
	});
}
