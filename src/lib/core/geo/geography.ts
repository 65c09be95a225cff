import type { Level } from '#lib/core/territory/territory.ts';

/** Name of the object that holds a level in the shipped topologies, and of the file that holds its finest one. */
export const LEVEL_OBJECTS = { region: 'regions', province: 'provinces', commune: 'communes' } as const satisfies Record<Level, string>;

/** A place as [longitude, latitude] in degrees (WGS 84). */
export type Position = readonly [number, number];

/** What the polygon of one territory says about it. */
export interface TerritoryShape {
	/** Interior point for a label; null when the source has no geometry. */
	readonly label: Position | null;
	/** Area of the polygon in km²; null when there is no polygon. For a commune it is the area of an approximate cell. */
	readonly areaKm2: number | null;
	/** True when the polygon touches the sea; null when there is no polygon. */
	readonly coastal: boolean | null;
}

/** Codes of the territories that share a border line (not just a corner) with each territory, sorted. */
export type Adjacency = Readonly<Record<string, readonly string[]>>;

/** The content of `geography.json`: shapes of all territories and who touches whom at each level. */
export interface Geography {
	readonly territories: Readonly<Record<string, TerritoryShape>>;
	readonly adjacency: Readonly<Record<Level, Adjacency>>;
}

/** One label of `towns.json`. Rank 1: seat of a region; 2: seat of a province; 3: another large town. */
export interface Town {
	/** HCP code of the commune. */
	readonly id: string;
	readonly name: { readonly ar: string; readonly fr: string; readonly en: string };
	readonly position: Position;
	/** Legal population of the commune in 2024, people. */
	readonly population: number;
	readonly rank: 1 | 2 | 3;
}
