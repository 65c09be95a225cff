import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import { publishedOf, yearOf, type Published, type Stock } from '#lib/core/cooperative/stock.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { MapSymbol, SymbolLegend, SymbolLine } from './scene.ts';
import { radiusOf, sampleValues, symbolsOfPoints } from './symbols.ts';

/** What is known of cooperatives beside the census: published counts of one level, and named examples. */
export interface CooperativeFacts {
	readonly level: Level;
	/** How many territories the level has. */
	readonly territories: number;
	/** At most one of each territory. */
	readonly stocks: readonly Stock[];
	/** All of them, located or not. */
	readonly named: readonly Cooperative[];
	/** Year of the release, from which the age of a figure is told. */
	readonly releaseYear: number;
}

/** Where symbols stand and what is said when one is pointed at, in the language of the page. */
export interface SymbolTexts {
	/** [longitude, latitude]; a territory without a place has no symbol. */
	readonly labelAt: (code: string) => readonly [number, number] | null;
	readonly ofStock: (stock: Stock, published: Published) => string;
	readonly ofNamed: (cooperative: Cooperative) => string;
}

/** Symbols over a map with their legend, and what each territory's list entry says. Made once, so that a map sees when nothing changed. */
export interface SymbolLayer {
	readonly symbols: readonly MapSymbol[];
	readonly legend: SymbolLegend;
	readonly published: ReadonlyMap<string, Published & Pick<Stock, 'note'>>;
}

/** Published counts as circles, named cooperatives as points. Lines say how many territories have a count, and how many have none. */
export function cooperativeLayer(facts: CooperativeFacts, texts: SymbolTexts): SymbolLayer {
	const { level, stocks, named, releaseYear } = facts;
	const published = new Map(stocks.map((stock) => [stock.territory, { ...publishedOf(stock, releaseYear), note: stock.note }]));
	const counts = stocks.flatMap((stock) => {
		const position = texts.labelAt(stock.territory);
		return position ? [symbolOf(stock, position, published.get(stock.territory)!, texts)] : [];
	});
	const located = named.flatMap((one) =>
		one.position ? [{ id: one.id, territory: one.province, position: one.position, label: texts.ofNamed(one) }] : []
	);
	const largest = Math.max(0, ...stocks.map(({ count }) => count));
	return {
		symbols: [...symbolsOfPoints(located), ...counts],
		published,
		legend: {
			level,
			sizes: sampleValues(largest).map((value) => ({ value, radius: radiusOf(value, largest) })),
			largest,
			lines: [...countLines(facts, [...published.values()]), line('named', 'point', located.length, named.length)]
		}
	};
}

const symbolOf = (stock: Stock, position: readonly [number, number], published: Published, { ofStock }: SymbolTexts): MapSymbol => ({
	id: `count-${stock.territory}`,
	kind: 'count',
	territory: stock.territory,
	position,
	value: stock.count,
	hollow: published.old,
	label: ofStock(stock, published)
});

function countLines({ stocks, territories }: CooperativeFacts, published: readonly Published[]): SymbolLine[] {
	const missing = line('unpublished', 'none', territories - stocks.length, territories);
	if (stocks.length === 0) return [missing];
	const years = stocks.flatMap(({ asOf }) => yearOf(asOf) ?? []);
	const [from, to] = years.length === 0 ? [null, null] : [Math.min(...years), Math.max(...years)];
	const old = published.filter((one) => one.old).length;
	const dated: SymbolLine = {
		meaning: { kind: 'published', from, to, undated: stocks.length - years.length },
		mark: 'disc',
		count: stocks.length,
		of: territories
	};
	return [dated, ...(old > 0 ? [line('old', 'ring', old, stocks.length)] : []), missing];
}

const line = (kind: 'old' | 'unpublished' | 'named', mark: SymbolLine['mark'], count: number, of: number): SymbolLine => ({
	meaning: { kind },
	mark,
	count,
	of
});
