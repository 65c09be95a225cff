import type { Text } from '#lib/core/text/text.ts';

/** Administrative levels, from coarse to fine. Scores of two levels are never compared. */
export const LEVELS = ['region', 'province', 'commune'] as const;
export type Level = (typeof LEVELS)[number];

/** True when `value` is a level name. */
export const isLevel = (value: unknown): value is Level => LEVELS.includes(value as Level);

/** The level a territory code belongs to: `MA-03` region, `MA-HAJ` province, anything else commune. */
export function levelOfCode(code: string): Level {
	if (!code.startsWith('MA-')) return 'commune';
	return /^MA-\d/.test(code) ? 'region' : 'province';
}

/** Legal kind of a territory; it decides how the territory is called in each language. */
export type TerritoryKind = 'region' | 'province' | 'prefecture' | 'urban-commune' | 'rural-commune';

/** One region, province, prefecture or commune, as HCP names it. */
export interface Territory {
	/** `MA-03`, `MA-HAJ`, or the HCP code of a commune (`04.491.01.09`). */
	readonly code: string;
	readonly level: Level;
	readonly kind: TerritoryKind;
	/** Code of the territory one level up; null for a region. */
	readonly parent: string | null;
	readonly name: Text;
	/** Other spellings a search must find. */
	readonly aliases: readonly string[];
	/** Interior label point as [longitude, latitude] in degrees; null when the source has no geometry. */
	readonly label: readonly [number, number] | null;
	/** Legal population of 2024, people. */
	readonly populationLegal: number;
	/** Municipal population of 2024, people: the only denominator for ratios. */
	readonly populationMunicipal: number | null;
	/** Households of 2024. */
	readonly households: number;
	/** Polygon area in km²; null when there is no polygon. */
	readonly areaKm2: number | null;
	/** True when its polygon (for a commune: its approximate cell) touches the sea. */
	readonly coastal: boolean;
}

/** Whether a commune is a town or countryside; null for a territory that is no commune. */
export function settingOf({ kind }: Pick<Territory, 'kind'>): 'rural' | 'urban' | null {
	if (kind === 'urban-commune') return 'urban';
	return kind === 'rural-commune' ? 'rural' : null;
}
