import { smallestP } from '#lib/core/statistics/spatial/conditional-permutation.ts';
import { FEWEST_TERRITORIES, USUAL_NEIGHBOURS } from '#lib/core/statistics/spatial/outcome.ts';
import type { HotSpotRefusal } from '#lib/view/hot-spots.ts';
import type { Words } from './words.ts';

/** Why there is no hot-spot map, among `territories` places of a level. */
export function refusalText({ t, n }: Pick<Words, 't' | 'n'>, refusal: HotSpotRefusal, territories: number): string {
	if (refusal !== 'too-few-territories') return t(`hotspots.${refusal}`);
	const few = t('hotspots.too-few-territories', { least: n(FEWEST_TERRITORIES) });
	if (territories >= FEWEST_TERRITORIES) return few;
	const p = n(smallestP(territories, USUAL_NEIGHBOURS), 3);
	return `${few} ${t('hotspots.level', { count: n(territories), neighbours: n(USUAL_NEIGHBOURS), p })}`;
}
