import type { Painted } from '#lib/view/screen.ts';
import { paintedOf } from '#lib/view/screen.ts';
import { DEFAULT_VIEW, type View } from '#lib/view/view.ts';
import type { Atlas } from '#lib/data/atlas.ts';

/** What the map of a sheet shows: the provinces for one chain, weighed as for a holder, as «near me» weighs them. */
export const viewOfChain = (chain: string): View => ({ ...DEFAULT_VIEW, chain, weights: { kind: 'preset', preset: 'holder' } });

/** What that view paints; the picture and its legend both come from here. */
export function paintedChain(atlas: Atlas, chain: string): Painted {
	const painted = paintedOf(atlas, viewOfChain(chain));
	if (!painted) throw new Error('The provinces are always there.');
	return painted;
}
