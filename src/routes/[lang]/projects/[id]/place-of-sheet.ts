import type { Position } from '#lib/core/geo/geography.ts';

/** The place a sheet is read for, in the language of the page. */
export interface PlaceOfSheet {
	readonly name: string;
	/** From the commune up to the region; empty for a point of the map. */
	readonly territories: readonly string[];
	readonly setting: 'rural' | 'urban' | null;
	/** The address of «near me» there, without «?». */
	readonly query: string;
	/** The point and the radius it was looked at from. */
	readonly near: { readonly position: Position; readonly radiusKm: number };
	/** How the project fits there, for anybody; null when it is left out there or not listed. */
	readonly fit: {
		/** 0–100, rounded. */
		readonly value: number;
		readonly reasons: readonly string[];
		readonly limits: readonly string[];
		readonly change: string | null;
		readonly sources: readonly string[];
	} | null;
	/** Why it is left out there; null when it is not. */
	readonly excluded: string | null;
}
