import { cooperativeLayer, type SymbolLayer } from '#lib/core/cartography/cooperative-layer.ts';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import type { Stock } from '#lib/core/cooperative/stock.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import { stockText } from '#lib/i18n/symbols.ts';
import type { Words } from '#lib/i18n/words.ts';
import { codesOf } from './screen.ts';

/** What sources say of cooperatives: the newest count of each territory of a level, and all that are named. */
export interface Sourced {
	readonly stocks: readonly Stock[];
	readonly named: readonly Cooperative[];
}

/** The symbols of the cooperatives lens at one level, in one language; null while the table of the level is not there. */
export function layerOf(atlas: Atlas, words: Words, level: Level, { stocks, named }: Sourced): SymbolLayer | null {
	const scorer = atlas.scorer(level);
	if (!scorer) return null;
	const nameOf = (code: string): string => {
		const territory = atlas.territory(code);
		return territory ? words.of(territory.name) : code;
	};
	return cooperativeLayer(
		{ level, territories: codesOf(scorer).length, stocks, named, releaseYear: Number(atlas.snapshot.release.date.slice(0, 4)) },
		{
			labelAt: (code) => atlas.territory(code)?.label ?? null,
			ofStock: (stock, published) => stockText(words, nameOf(stock.territory), stock, published),
			ofNamed: ({ name }) => words.of(name)
		}
	);
}
