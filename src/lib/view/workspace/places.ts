import type { MapSymbol } from '#lib/core/cartography/scene.ts';
import { symbolsOfPoints } from '#lib/core/cartography/symbols.ts';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import type { Words } from '#lib/i18n/words.ts';

/** Named cooperatives that have a place as points of a map; those of one place are one point. */
export const placesOf = (named: readonly Cooperative[], words: Words): MapSymbol[] =>
	symbolsOfPoints(
		named.flatMap(({ id, province, position, name }) => (position ? [{ id, territory: province, position, label: words.of(name) }] : []))
	);
