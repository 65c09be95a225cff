import type { Level } from '#lib/core/territory/territory.ts';
import type { MapSymbol, SymbolLegend, SymbolLine } from '../scene.ts';
import { radiusOf, sampleValues } from '../symbols.ts';
import type { VariableText } from './variable-text.ts';

/** The number of a territory, NaN where unknown; one that is not shown lies outside the reader's range. */
export interface Counted {
	readonly code: string;
	readonly value: number;
	readonly isShown: boolean;
}

/** What circles are made with. */
export interface CountContext {
	readonly level: Level;
	readonly counted: VariableText;
	readonly labelAt: (code: string) => readonly [number, number] | null;
	readonly symbolLabel: (code: string, value: number) => string;
}

/** Numbers as circles whose area is the number, with their legend. Zero has no circle, but is a known number. */
export function countSymbols(
	numbers: readonly Counted[],
	{ level, labelAt, symbolLabel, counted }: CountContext
): { readonly symbols: readonly MapSymbol[]; readonly legend: SymbolLegend } {
	const symbols = numbers.flatMap(({ code, value, isShown }): MapSymbol[] => {
		const position = isShown && value > 0 ? labelAt(code) : null;
		return position ? [{ id: `count-${code}`, kind: 'count', territory: code, position, value, label: symbolLabel(code, value) }] : [];
	});
	const largest = symbols.reduce((most, { value }) => Math.max(most, value), 0);
	const sizes = sampleValues(largest).map((value) => ({ value, radius: radiusOf(value, largest) }));
	return { symbols, legend: { level, counted, sizes, largest, lines: linesOf(numbers.map(({ value }) => value)) } };
}

function linesOf(values: readonly number[]): SymbolLine[] {
	const known = values.filter((value) => !Number.isNaN(value));
	const zero = known.filter((value) => value <= 0).length;
	return [
		line('counted', 'disc', known.length, values.length),
		...(zero > 0 ? [line('zero', 'none', zero, known.length)] : []),
		line('unknown', 'none', values.length - known.length, values.length)
	];
}

const line = (kind: 'counted' | 'zero' | 'unknown', mark: SymbolLine['mark'], count: number, of: number): SymbolLine => ({
	meaning: { kind },
	mark,
	count,
	of
});

/** The legend of named places: how many there are, marked as the map draws them. */
export function placeLegend(
	places: readonly MapSymbol[],
	{ level, map, counted }: { readonly level: Level; readonly map: 'hexagons' | 'heat'; readonly counted: VariableText }
): SymbolLegend {
	const count = places.reduce((sum, { value }) => sum + value, 0);
	const mark = map === 'hexagons' ? 'hexagon' : 'point';
	return { level, counted, sizes: [], largest: 0, lines: [{ meaning: { kind: 'places' }, mark, count, of: count }] };
}
