import type { NeedKind } from '#lib/core/need/kinds.ts';
import { isExact, type Shown } from '#lib/core/need/shown.ts';
import { FEWEST_SHOWN } from '#lib/core/need/suppress.ts';
import type { MapSymbol, SymbolLegend, SymbolLine } from './scene.ts';
import { radiusOf, sampleValues, SMALLEST_RADIUS } from './symbols.ts';

/** Declared needs of one kind as symbols: never as colours, for they are counts and not rates. */
export interface NeedLayer {
	readonly symbols: readonly MapSymbol[];
	readonly legend: SymbolLegend;
	/** What may be told of each territory of the level. */
	readonly counts: ReadonlyMap<string, Shown>;
}

/** Counts that may be told, of the territories of one level. */
export interface DeclaredCounts {
	readonly level: 'region' | 'province';
	/** Null for all kinds together. */
	readonly need: NeedKind | null;
	readonly counts: ReadonlyMap<string, Shown>;
}

/** Where symbols stand and what is said when one is pointed at. */
export interface NeedTexts {
	/** [longitude, latitude]; a territory without a place has no symbol. */
	readonly labelAt: (code: string) => readonly [number, number] | null;
	readonly label: (code: string, shown: Shown) => string;
}

/** How a number is drawn: a disc when it is exact, a ring of its lower bound when it is not, the smallest ring when that says next to nothing. */
type Manner = 'declared' | 'at-least' | 'few' | 'not-declared';

const MARKS = { declared: 'disc', 'at-least': 'ring', few: 'ring', 'not-declared': 'none' } as const satisfies Readonly<
	Record<Manner, SymbolLine['mark']>
>;

/** The symbols and their legend; its lines add up to the territories of the level. */
export function needLayer({ level, need, counts }: DeclaredCounts, { labelAt, label }: NeedTexts): NeedLayer {
	const lines = { declared: 0, 'at-least': 0, few: 0, 'not-declared': 0 };
	const symbols: MapSymbol[] = [];
	for (const [code, shown] of counts) {
		const manner = mannerOf(shown);
		lines[manner]++;
		const position = labelAt(code);
		if (manner === 'not-declared' || !position) continue;
		const value = manner === 'few' ? 0 : shown.least;
		const hollow = manner !== 'declared';
		symbols.push({ id: `need-${code}`, kind: 'count', territory: code, position, value, hollow, label: label(code, shown) });
	}
	const largest = Math.max(0, ...symbols.map(({ value }) => value));
	const line = (kind: Manner): SymbolLine => ({
		meaning: { kind },
		mark: MARKS[kind],
		...(kind === 'few' ? { radius: SMALLEST_RADIUS } : {}),
		count: lines[kind],
		of: counts.size
	});
	const sizes = sampleValues(largest)
		.filter((value) => value >= FEWEST_SHOWN)
		.map((value) => ({ value, radius: radiusOf(value, largest) }));
	// A range between two larger numbers is rare: its line is there when it is.
	const kinds: Manner[] = ['declared', ...(lines['at-least'] > 0 ? (['at-least'] as const) : []), 'few', 'not-declared'];
	return { symbols, counts, legend: { level, need, sizes, largest, lines: kinds.map(line) } };
}

function mannerOf(shown: Shown): Manner {
	if (shown.most === 0) return 'not-declared';
	if (isExact(shown)) return 'declared';
	return shown.least >= FEWEST_SHOWN ? 'at-least' : 'few';
}
