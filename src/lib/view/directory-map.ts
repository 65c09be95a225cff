import { looksOf, lookOfState } from '#lib/core/cartography/ramps.ts';
import type { LegendRow, Scene } from '#lib/core/cartography/scene.ts';
import { symbolsOfPoints, type NamedPoint } from '#lib/core/cartography/symbols.ts';
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
		symbols: symbolsOfPoints(pointsOf(found, ({ name }) => words.of(name)))
	};
}

/** The largest number of cooperatives at one place, 0 when none is located: what the size of a point is measured against, whatever is filtered. */
export const mostAtOnePoint = (named: readonly Cooperative[]): number =>
	Math.max(0, ...symbolsOfPoints(pointsOf(named, () => '')).map(({ value }) => value));

const pointsOf = (cooperatives: readonly Cooperative[], labelOf: (one: Cooperative) => string): NamedPoint[] =>
	cooperatives.flatMap((one) =>
		one.position === null ? [] : [{ id: one.id, territory: one.province, position: one.position, label: labelOf(one) }]
	);
