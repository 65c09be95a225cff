import type { OwnLayer as MapLayer } from '#lib/map/props.ts';
import type { OwnLayer } from './layer.ts';

/** Told apart from every family of the house: magenta, orange, blue, olive (after ColorBrewer Dark2 and Set1), one after the other. */
const COLOURS = ['#c2187a', '#d95f02', '#1f5fa8', '#6b7a00'] as const;

/** The layers of the reader as the map draws them, each in a colour of its own. */
export const coloured = (layers: readonly OwnLayer[]): readonly MapLayer[] =>
	layers.map(({ id, shapes }, i) => ({ id, color: COLOURS[i % COLOURS.length]!, data: shapes as MapLayer['data'] }));
