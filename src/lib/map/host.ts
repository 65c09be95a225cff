import type { LevelGeometry } from './geometry.ts';
import type { MapProps } from './props.ts';

/** What the additions know of the map they belong to. */
export interface Host {
	/** The last wish. */
	props(): MapProps;
	/** The level on screen; null until it came. */
	shapes(): LevelGeometry | null;
	/** True until the reader moves the map: then it shows the whole country. */
	isWhole(): boolean;
	whole(): void;
}
