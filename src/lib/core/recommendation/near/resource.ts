import type { Found } from '#lib/core/geo/commune-index.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { decay } from '#lib/core/statistics/access.ts';
import { reachOf, type Around } from './around.ts';
import type { NearFacts } from './facts.ts';

/** What is documented of one chain near a point. */
export interface Resource {
	/** Strength at the point 0–1: that of the place × 0.5^(d/15 km), the best around. */
	readonly strength: number;
	/** Strength 0–1 at the place itself. */
	readonly strengthThere: number;
	/** Index into EVIDENCE_QUALITY. */
	readonly quality: number;
	/** Index of the commune it is counted from: the nearest one of its province where the chain may be placed. */
	readonly commune: number;
	readonly km: number;
}

/**
 * The best evidence of a chain around a point; null where nothing is documented. A province counts from its nearest commune within the
 * radius where the gate of the chain is open, so a wider radius never takes away what a narrower one found (P22). Of equals the nearest.
 */
export function resourceAround(facts: NearFacts, { communes, radiusKm }: Around, chain: string): Resource | null {
	const { table } = facts.communes;
	const reach = reachOf(facts, radiusKm);
	let best: Resource | null = null;
	for (const { index, km } of communes) {
		const there = documentedAt(table, chain, index);
		if (there === null) continue;
		const strength = there * decay(km, reach);
		if (best && strength <= best.strength) continue;
		best = { strength, strengthThere: there, quality: table.evidenceQuality[chain]![index]!, commune: index, km };
	}
	return best;
}

/** The nearest of `sorted` communes (nearest first) that documents a chain and may have it; null when nobody does. */
export const nearestDocumented = ({ communes: { table } }: NearFacts, sorted: readonly Found[], chain: string): Found | null =>
	sorted.find(({ index }) => documentedAt(table, chain, index) !== null) ?? null;

/** Strength 0–1 of the evidence a commune has from its province; null where none is documented or the gate is closed. */
function documentedAt(table: LevelTable, chain: string, index: number): number | null {
	const strength = table.evidence[chain]?.[index] ?? NaN;
	const isOpen = (table.gates[chain]?.[index] ?? 0) === 0;
	return isOpen && !Number.isNaN(strength) ? strength : null;
}

/** The gate of a chain around a point, as an index into GATES: open when it is open for any commune around, else that of the nearest. */
export function gateAround({ communes: { table } }: NearFacts, { communes }: Around, chain: string): number {
	const gates = table.gates[chain];
	if (!gates || communes.some(({ index }) => gates[index] === 0)) return 0;
	return gates[communes[0]?.index ?? -1] ?? 0;
}
