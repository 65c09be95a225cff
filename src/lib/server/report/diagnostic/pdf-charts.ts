import type { Language } from '#lib/core/text/text.ts';
import type { BarChart, LineChart, Multiples, RangeChart } from '#lib/i18n/diagnostic/report.ts';
import { formatNumber } from '#lib/i18n/numbers.ts';
import { breakable, citedOf, together } from './pdf-said.ts';
import { inRuns } from './pdf-runs.ts';
import { spread } from './pdf-spread.ts';

interface Scale {
	readonly min: number;
	readonly max: number;
}

/** From where to where a bar goes, as shares 0–1 of a scale: it starts at zero, or at the edge that is nearest to it. */
export function spanOf(value: number, { min, max }: Scale): { readonly from: number; readonly to: number } {
	const share = (at: number): number => Math.min(1, Math.max(0, (at - min) / (max - min || 1)));
	const [zero, end] = [share(0), share(value)];
	return { from: Math.min(zero, end), to: Math.max(zero, end) };
}

/** A scale that holds all of these and zero. */
function scaleOf(values: readonly (number | null)[]): Scale {
	const known = values.filter((value) => value !== null);
	return { min: Math.min(0, ...known), max: Math.max(0, ...known) };
}

const headOf = ({ title, unit, note }: { readonly title: string; readonly unit: string; readonly note: string }) => ({
	title: breakable(title),
	unit: breakable(unit),
	note: breakable(note)
});

/** Bars of one or two series, as shares of one scale. */
export function barsOf(chart: BarChart) {
	const scale = scaleOf(chart.series.flatMap(({ values }) => values));
	const series = chart.series.map(({ name, values, said }) => {
		const { refs, each } = together(said.map(citedOf));
		return { name: breakable(name), refs, bars: each.map((one, index) => ({ ...one, span: spanOrNull(values[index]!, scale) })) };
	});
	return { kind: 'bars' as const, ...headOf(chart), zero: spanOf(0, scale).from, categories: chart.categories.map(breakable), series };
}

const spanOrNull = (value: number | null, scale: Scale) => (value === null ? null : spanOf(value, scale));

/** Width of the plot of a line chart, of a letter of its labels, and between two of them, in millimetres. */
const PLOT = 158;
const LETTER = { label: 1.3, value: 1.45 };
const GAP = 1.5;
/** Least number of lines of a grid. */
const LINES = 3;

/** Points of a line, with their labels moved apart below them where they would meet. */
export function lineOf(language: Language, chart: LineChart) {
	const { points } = chart;
	const top = Math.max(0, ...points.map(({ value }) => value)) || 1;
	const step = niceBelow(top / LINES);
	const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
	const max = Math.ceil(top / step) * step;
	const { refs, each } = together(points.map(({ said }) => citedOf(said)));
	const wanted = points.map(({ at }) => (last === first ? 0.5 : (at - first) / (last - first)));
	const widths = points.map(({ label }, index) => {
		const { text, refs: own } = each[index]!;
		return (GAP + Math.max(LETTER.label * label.length, LETTER.value * (text.length + 2 * own.length))) / PLOT;
	});
	const places = spread(wanted, widths);
	const decimals = Math.max(0, -Math.floor(Math.log10(step)));
	return {
		kind: 'line' as const,
		...headOf(chart),
		name: breakable(chart.name),
		refs,
		grid: Array.from({ length: Math.round(max / step) + 1 }, (_, line) => ({
			share: (line * step) / max,
			label: formatNumber(language, line * step, decimals)
		})),
		points: points.map(({ label, value }, index) => ({
			...each[index]!,
			label,
			x: wanted[index]!,
			y: Math.max(0, value) / max,
			...places[index]!
		}))
	};
}

/** The greatest of 1, 2 and 5 times a power of ten that is not above `value`. */
export function niceBelow(value: number): number {
	const power = 10 ** Math.floor(Math.log10(value));
	const times = [5, 2, 1].find((one) => one * power <= value * (1 + 1e-9)) ?? 1;
	return times * power;
}

/** Ranks as shares of the way from the first to the last. */
export function rangesOf(chart: RangeChart) {
	const share = (rank: number): number => (chart.of <= 1 ? 0 : (rank - 1) / (chart.of - 1));
	const { refs, each } = together(chart.items.map(({ said }) => citedOf(said)));
	const items = chart.items.map(({ label, low, nominal, high, type, typeName }, index) => ({
		...each[index]!,
		label: breakable(label),
		low: share(low),
		nominal: share(nominal),
		high: share(high),
		type,
		typeName: breakable(typeName)
	}));
	return {
		kind: 'ranges' as const,
		...headOf(chart),
		refs,
		ends: chart.ends,
		// The first two stay together, and the last two with the note.
		runs: inRuns([...items, null], (_, index) => index === 0 || index >= items.length - 2)
	};
}

/** Panels of bars, each on a scale of its own; the one of the territory itself is told apart. */
export function multiplesOf(code: string, chart: Multiples) {
	return {
		kind: 'multiples' as const,
		...headOf(chart),
		panels: chart.panels.map(({ title, unit, items, whole }) => {
			const scale = scaleOf([...items.map(({ value }) => value), whole?.value ?? null]);
			const { refs, each } = together([...items.map(({ said }) => citedOf(said)), ...(whole ? [citedOf(whole.said)] : [])]);
			return {
				title: breakable(title),
				unit: breakable(unit),
				refs,
				zero: spanOf(0, scale).from,
				items: items.map(({ id, label, value }, index) => ({
					...each[index]!,
					label: breakable(label),
					isHere: id === code,
					span: spanOrNull(value, scale)
				})),
				whole: whole && { ...each.at(-1)!, label: whole.label, at: (whole.value - scale.min) / (scale.max - scale.min || 1) }
			};
		})
	};
}
