import type { Method } from '#lib/core/scoring/method.ts';
import type { EvidenceQuality } from '#lib/core/scoring/table.ts';
import type { Evidence } from './evidence.ts';

/** The evidence one territory has for one chain: strength 0–1 and how sure it is. */
export interface Strength {
	readonly strength: number;
	readonly quality: Exclude<EvidenceQuality, 'none'>;
}

/** Strength 0–1 of one row: kind × scope × basis. A row that speaks for a region only loses nothing to its scope there. */
export function rowStrength(row: Evidence, factors: Method['evidence']): number {
	const scope = isRegional(row) ? 1 : factors.scope[row.scope];
	return factors.kind[row.kind] * scope * factors.basis[row.basis];
}

/** Independent rows together: 1 − Π(1 − e). 0 for none, never above 1. */
export const combined = (strengths: readonly number[]): number => 1 - strengths.reduce((doubt, strength) => doubt * (1 - strength), 1);

/** What the rows of one province say about one chain; null without rows: «not documented», which is not 0. */
export function provinceStrength(rows: readonly Evidence[], factors: Method['evidence']): Strength | null {
	if (rows.length === 0) return null;
	return { strength: combined(rows.map((row) => rowStrength(row, factors))), quality: quality(rows) };
}

/**
 * What a region's own rows and those of its provinces say about one chain; null without rows.
 * A product named in several provinces counts once, with its best row: a regional value is never summed.
 */
export function regionStrength(rows: readonly Evidence[], factors: Method['evidence']): Strength | null {
	if (rows.length === 0) return null;
	const best = new Map<string, number>();
	for (const row of rows) best.set(row.product.fr, Math.max(best.get(row.product.fr) ?? 0, rowStrength(row, factors)));
	return { strength: combined([...best.values()]), quality: quality(rows) };
}

/**
 * What rows of one chain say about every place they concern, by code: a province by its own rows, a region by its own and those of
 * its provinces. `regionOf` gives the region of a province code, and a region code itself.
 */
export function strengthByPlace(
	rows: readonly Evidence[],
	regionOf: (code: string) => string,
	factors: Method['evidence']
): Map<string, Strength> {
	const own = rows.filter((row) => !isRegional(row));
	const provinces = Map.groupBy(own, ({ territory }) => territory);
	const regions = Map.groupBy(rows, ({ territory }) => regionOf(territory));
	return new Map([
		...[...provinces].map(([code, group]) => [code, provinceStrength(group, factors)!] as const),
		...[...regions].map(([code, group]) => [code, regionStrength(group, factors)!] as const)
	]);
}

/** True when the row carries a region code, so that it is about the region itself and no province inherits it. */
export const isRegional = (row: Evidence): boolean => /^MA-\d\d$/.test(row.territory);

function quality(rows: readonly Evidence[]): Strength['quality'] {
	return rows.every(isWeak) ? 'weak' : 'own';
}

function isWeak(row: Evidence): boolean {
	const aboutElsewhere = row.scope === 'region' && !isRegional(row);
	return aboutElsewhere || row.basis === 'toponym' || row.basis === 'recalled';
}
