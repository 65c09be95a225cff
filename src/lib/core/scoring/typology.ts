/** What a place is for a chain, as advice (method §3). */
export const TYPES = ['develop-priority', 'develop-market', 'consolidate', 'enable-first', 'follow'] as const;
export type Typology = (typeof TYPES)[number];

/** Thresholds from which a pillar counts as high. */
export interface TypologyThresholds {
	readonly potential: number;
	readonly room: number;
	readonly need: number;
}

/**
 * The type of a scored place. Room is null when unknown or only a proxy: then it is ignored, so that need alone tells the two ways to
 * develop apart and nothing is called crowded on the word of a proxy.
 */
export function typology(need: number, potential: number, room: number | null, at: TypologyThresholds): Typology {
	const needHigh = need >= at.need;
	if (potential < at.potential) return needHigh ? 'enable-first' : 'follow';
	if (room !== null && room < at.room) return 'consolidate';
	return needHigh ? 'develop-priority' : 'develop-market';
}
