import type { View } from '#lib/view/view.ts';

/** Takes a change of the view: written to the address, from which everything on screen follows. */
export type Change = (part: Partial<View>) => void;
