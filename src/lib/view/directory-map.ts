import { looksOf, lookOfState } from '#lib/core/cartography/ramps.ts';
import type { LegendRow, Scene } from '#lib/core/cartography/scene.ts';
import { symbolsOfPoints } from '#lib/core/cartography/symbols.ts';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import type { Words } from '#lib/i18n/words.ts';

/** The map of the directory: provinces with a published count and without one, and over them the cooperatives of the list that are located. */
export interface DirectoryMap extends Omit<Scene, 'legend'> {
	readonly legend: { readonly rows: readonly LegendRow[]; readonly symbols: null };
}

/** The map of `found` over the provinces of `codes`; those not in `counted` are cross-hatched. */
export function directoryMap(
	codes: readonly string[],
	counted: ReadonlySet<string>,
	found: readonly Cooperative[],
	words: Words
): DirectoryMap {
	const located = found.flatMap(({ id, province, position, name }) =>
		position === null ? [] : [{ id, territory: province, position, label: words.of(name) }]
	);
	const isCounted = codes.filter((code) => counted.has(code)).length;
	return {
		level: 'province',
		codes,
		rows: Uint8Array.from(codes, (code) => (counted.has(code) ? 0 : 1)),
		legend: {
			rows: [
				{ meaning: { kind: 'class', lo: null, hi: null }, look: looksOf('cooperatives', 2)[0]!, count: isCounted },
				{ meaning: { kind: 'not-published' }, look: lookOfState('not-published'), count: codes.length - isCounted }
			],
			symbols: null
		},
		symbols: symbolsOfPoints(located)
	};
}
