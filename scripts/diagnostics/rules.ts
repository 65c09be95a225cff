import { numberIn, type Tables } from './csv.ts';
import type { PrintedFigures } from './figures.ts';

/** A rule over an indicator: the address `indicators/<id>@<year>/<level>` taken apart. */
interface Column {
	readonly indicator: string;
	readonly year: string;
	readonly level: string;
}

function columnOf(address: string): Column {
	const [, indicator, year, level] = /^indicators\/(\w+)@([^/]+)\/(\w+)$/.exec(address) ?? [];
	if (indicator === undefined) throw new Error(`${address} is no column of an indicator`);
	return { indicator, year: year!, level: level! };
}

/** Figures of a level that are the newest of their territory and of the year asked for, by code. */
function columnFigures(figures: PrintedFigures, address: string): Map<string, number> {
	const { indicator, year, level } = columnOf(address);
	const found = figures.codes(level).flatMap((code) => {
		const newest = figures.newest(indicator, code);
		return newest?.year === year ? [[code, newest.value] as const] : [];
	});
	if (found.length === 0) throw new Error(`no territory has a figure`);
	return new Map(found);
}

/** `rank(indicators/<id>@<year>/<level>, <code>)`: 1 stands where the catalogue's direction points, ties share the smallest. */
export function rankOf(tables: Tables, figures: PrintedFigures, address: string, code: string): number {
	const column = columnFigures(figures, address);
	const own = column.get(code);
	if (own === undefined) throw new Error(`${code} has no figure`);
	const isHighFirst = pointsUp(tables, columnOf(address).indicator);
	return 1 + [...column.values()].filter((value) => (isHighFirst ? value > own : value < own)).length;
}

/** «higher_more_need» and «higher_more_potential» both have the highest figure first. */
function pointsUp(tables: Tables, indicator: string): boolean {
	const catalogue = ['catalog', 'computed'].flatMap((name) => tables.rows(`facts/furas/indicators/2026/${name}.csv`));
	const direction = catalogue.find((row) => row['id'] === indicator)?.['direction'] ?? '';
	if (!/^(higher|lower)/.test(direction)) throw new Error(`${indicator} has no direction`);
	return direction.startsWith('higher');
}

/** `count`, `lowest`, `median` or `highest` of a column, or the median of a group `indicators/<id>/{MA-HAJ MA-IFR}`. */
export function summaryOf(rule: string, figures: PrintedFigures, address: string): number {
	const [, indicator, codes] = /^indicators\/(\w+)\/\{(.+)\}$/.exec(address) ?? [];
	const values = indicator === undefined ? [...columnFigures(figures, address).values()] : groupOf(figures, indicator, codes!.split(' '));
	const sorted = values.toSorted((a, b) => a - b);
	switch (rule) {
		case 'count':
			return sorted.length;
		case 'lowest':
			return sorted[0]!;
		case 'highest':
			return sorted.at(-1)!;
		case 'median':
			return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
		default:
			throw new Error(`there is no rule ${rule}`);
	}
}

function groupOf(figures: PrintedFigures, indicator: string, codes: readonly string[]): number[] {
	const found = codes.map((code) => figures.newest(indicator, code));
	const years = new Set(found.map((figure) => figure?.year));
	if (years.size !== 1 || years.has(undefined)) throw new Error(`${codes.join(', ')} have no figures of one year`);
	return found.map((figure) => figure!.value);
}

/** `distance(<level>, <code>, <code>)`: root mean square of the differences on the frozen scales, over what both places have. */
export function distanceOf(tables: Tables, figures: PrintedFigures, method: string, level: string, codes: readonly string[]): number {
	const scales = tables.rows(`method/${method}/goalposts.csv`).filter((row) => row['level'] === level);
	const squares = scales.flatMap((row) => {
		const [lo, hi] = [numberIn(row, 'lo')!, numberIn(row, 'hi')!];
		const isLogarithm = row['unit']!.startsWith('ln(');
		const [a, b] = codes.map((code) => {
			const value = figures.newest(row['indicator']!, code)?.value;
			return value === undefined || hi === lo ? null : clamped(((isLogarithm ? Math.log(value) : value) - lo) / (hi - lo));
		});
		return a === null || b === null ? [] : [(a! - b!) ** 2];
	});
	if (squares.length === 0) throw new Error('no scale has figures of both');
	return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

const clamped = (share: number): number => Math.min(1, Math.max(0, share));
