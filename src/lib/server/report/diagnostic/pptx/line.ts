import type PptxGenJS from 'pptxgenjs';
import type { LineChart } from '#lib/i18n/diagnostic/report.ts';
import type { ChartExtra } from './chart-xml.ts';
import { THEME_FONT } from './charts.ts';
import { INK, parts, placed, printed, saidRuns, saidText, type Box, type Deck, type Page, type Paragraph } from './deck.ts';
import { textWidth } from './fit.ts';
import { captioned } from './frame.ts';
import { addPairs, pairHeight } from './table.ts';

const LABEL = 11;
const TABLE = 10;
/** Years left empty before the first point and after the last, where its words stand. */
const ROOM = 1.5;

/**
 * A line over time. Its points lie at their dates, not at equal steps, so it is a chart of x and y. Time runs from left to right in every
 * language, as on the axes of the screen. Where words would lie on each other some are left out, and a table beside it has all of them.
 */
export function linePages(deck: Deck, chart: LineChart, room: Box): Page[] {
	const isCrowded = labelsOf(chart, room.w, room.h - 1).some(({ isShown }) => !isShown);
	if (!isCrowded) return [(slide, area) => addLine(deck, slide, captioned(deck, slide, area, captionOf(chart)), chart)];
	const most = Math.floor((room.h - 1) / pairHeight(TABLE, deck.isArabic));
	return parts(chart.points, most).map((points) => (slide, area) => {
		const box = captioned(deck, slide, area, captionOf(chart));
		const table = { ...box, x: box.x + box.w - 3.4, w: 3.4 };
		addLine(deck, slide, { ...box, w: box.w - table.w - 0.3 }, chart);
		const pairs = points.map(({ label, said }): [Paragraph, Paragraph] => [
			{ runs: [{ text: printed(label), size: TABLE }] },
			{ runs: saidRuns(said, { size: TABLE }), align: 'end' }
		]);
		addPairs(deck, slide, table, [chart.heading, chart.name], pairs);
	});
}

const captionOf = ({ title, unit, note }: LineChart) => ({ title, unit, notes: [note] });

const endsOf = ({ points }: LineChart): [number, number] => {
	const at = points.map((point) => point.at);
	return [Math.floor(Math.min(...at) - ROOM), Math.ceil(Math.max(...at) + ROOM)];
};

const topOf = ({ points }: LineChart): number => Math.max(0, ...points.map(({ value }) => value)) * 1.2 || 1;

interface PointLabel {
	readonly isShown: boolean;
	readonly side: 't' | 'b';
	/** How far it is moved to the side, as a share of the width of the chart. */
	readonly shift: number;
}

/** Left, top, right, bottom in inches. */
type Rect = readonly [number, number, number, number];

const touch = (a: Rect, b: Rect): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Where words of width `w` may stand about a point, best first: where the line rises they give way to it, to the left or to the right. */
const placesOf = (slope: number, w: number) =>
	[
		{ side: 't', shift: -slope * w * 0.5 },
		{ side: 't', shift: 0 },
		{ side: 'b', shift: slope * w * 0.5 }
	] as const;

/** Where the words of each point stand, or that they are left out. The last and the first have the first choice. */
function labelsOf(chart: LineChart, width: number, height: number): PointLabel[] {
	const { points } = chart;
	const [from, to] = endsOf(chart);
	const taken: Rect[] = [];
	const labels: PointLabel[] = points.map(() => ({ isShown: false, side: 't', shift: 0 }));
	for (const index of new Set([points.length - 1, 0, ...points.keys()])) {
		const { at, value, label, said } = points[index]!;
		const slope = Math.sign((points[index + 1]?.value ?? value) - (points[index - 1]?.value ?? value));
		const w = Math.max(textWidth(saidText(said), LABEL), textWidth(printed(label), LABEL)) * 1.1;
		const [x, y] = [((at - from) / (to - from)) * width, (1 - value / topOf(chart)) * height];
		const rectOf = ({ side, shift }: Pick<PointLabel, 'side' | 'shift'>): Rect => {
			const top = side === 't' ? y - 0.55 : y + 0.1;
			return [x + shift - w / 2, top, x + shift + w / 2, top + 0.45];
		};
		const isFree = ([left, top, right, bottom]: Rect): boolean =>
			left > 0 && right < width && top > 0 && bottom < height && !taken.some((other) => touch(other, [left, top, right, bottom]));
		const place = placesOf(slope, w).find((one) => isFree(rectOf(one)));
		if (!place) continue;
		taken.push(rectOf(place));
		labels[index] = { isShown: true, side: place.side, shift: place.shift / width };
	}
	return labels;
}

function extraOf(chart: LineChart, box: Box): ChartExtra {
	const places = labelsOf(chart, box.w, box.h - 0.4);
	return {
		labels: [chart.points.map(({ said, label }, at) => (places[at]!.isShown ? `${printed(label)}\n${saidText(said)}` : null))],
		labelSize: LABEL,
		labelAt: places,
		colors: [],
		striped: null
	};
}

function addLine(deck: Deck, slide: PptxGenJS.Slide, box: Box, chart: LineChart): void {
	const [from, to] = endsOf(chart);
	deck.extras.push(extraOf(chart, box));
	slide.addChart(
		deck.pptx.ChartType.scatter,
		[
			{ name: printed(chart.heading), values: chart.points.map(({ at }) => at) },
			{ name: printed(chart.name), values: chart.points.map(({ value }) => value) }
		],
		{
			...placed(deck, box),
			altText: printed(chart.description),
			chartColors: [INK.primary],
			chartArea: { roundedCorners: false },
			lineSize: 2.25,
			lineDataSymbol: 'circle',
			lineDataSymbolSize: 8,
			catAxisMinVal: from,
			catAxisMaxVal: to,
			catAxisMajorUnit: to - from > 14 ? 5 : to - from > 7 ? 2 : 1,
			catAxisLabelFontFace: THEME_FONT,
			catAxisLabelFontSize: 12,
			catAxisLabelColor: INK.muted,
			catGridLine: { style: 'none' },
			valAxisMinVal: Math.min(0, ...chart.points.map(({ value }) => value)),
			valAxisMaxVal: topOf(chart),
			valAxisHidden: true,
			valAxisLabelFormatCode: '0',
			valGridLine: { style: 'none' },
			showLegend: false
		}
	);
}
