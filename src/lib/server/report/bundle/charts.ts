import { TYPE_COLOURS } from '#lib/core/cartography/ramps.ts';
import { MAP_TOKENS, TOKENS } from '#lib/core/cartography/tokens.ts';
import type { LineChart, RangeChart } from '#lib/i18n/diagnostic/report.ts';
import { escape } from '#lib/drawing/map-svg-text.ts';

const WIDTH = 720;
const INK = TOKENS.ink.light;

/** A line over time: the axis runs from left to right in every language, as time does in every atlas. */
export function lineSvg({ points, description }: LineChart): string {
	const height = 220;
	const [from, to] = [points[0]!.at, points.at(-1)!.at];
	const most = Math.max(...points.map(({ value }) => value));
	const x = (at: number): number => 40 + ((WIDTH - 110) * (at - from)) / (to - from || 1);
	const y = (value: number): number => height - 30 - ((height - 60) * value) / most;
	const path = points.map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
	const dots = points.map(
		({ at, value }) =>
			`<circle cx="${x(at).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3" fill="#fff" stroke="${TOKENS.primary.light}" stroke-width="2"/>`
	);
	const named = [points[0]!, points.at(-1)!].map(
		({ at, label, value, said }) =>
			`<text x="${x(at).toFixed(1)}" y="${(y(value) - 10).toFixed(1)}" text-anchor="middle" font-size="13" font-weight="600">${escape(said.text)}</text><text x="${x(at).toFixed(1)}" y="${height - 8}" text-anchor="middle" font-size="12">${escape(label)}</text>`
	);
	return `<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escape(description)}" direction="ltr" fill="${INK}"><line x1="30" x2="${WIDTH - 30}" y1="${height - 30}" y2="${height - 30}" stroke="${INK}"/><polyline points="${path}" fill="none" stroke="${TOKENS.primary.light}" stroke-width="2.5"/>${dots.join('')}${named.join('')}</svg>`;
}

/** Ranks with their interval; 1 stands at the start of the line of the language. */
export function rangesSvg({ items, of, description }: RangeChart, direction: 'rtl' | 'ltr'): string {
	const row = 30;
	const height = items.length * row + 10;
	const [names, values] = [230, 150];
	const mirror = (x: number): number => (direction === 'rtl' ? WIDTH - x : x);
	const at = (rank: number): number => mirror(names + ((WIDTH - names - values) * (rank - 1)) / Math.max(1, of - 1));
	const anchor = (isStart: boolean): string => (isStart === (direction === 'ltr') ? 'start' : 'end');
	const rows = items.map(({ label, low, nominal, high, said, type, typeName }, index) => {
		const y = 5 + index * row + row / 2;
		const colour = type ? TYPE_COLOURS[type].light : MAP_TOKENS.patternInk.light;
		return [
			`<text x="${mirror(0)}" y="${y + 4}" text-anchor="${anchor(true)}" font-size="13">${escape(label)}</text>`,
			`<line x1="${at(low).toFixed(1)}" x2="${at(high).toFixed(1)}" y1="${y}" y2="${y}" stroke="${INK}" stroke-width="2"/>`,
			`<circle cx="${at(nominal).toFixed(1)}" cy="${y}" r="6" fill="${colour}" stroke="${INK}"><title>${escape(typeName)}</title></circle>`,
			`<text x="${mirror(WIDTH)}" y="${y + 4}" text-anchor="${anchor(false)}" font-size="12">${escape(said.text)}</text>`
		].join('');
	});
	return `<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escape(description)}" direction="ltr" fill="${INK}">${rows.join('')}</svg>`;
}
