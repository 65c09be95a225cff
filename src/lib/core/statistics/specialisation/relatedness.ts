import type { SpecialisationOutcome } from './count-table.ts';
import type { LocationQuotients } from './location-quotient.ts';

/** Which sectors a territory is specialised in (quotient 1 or more): 1, 0, or NaN where it cannot be said. Row by row as the quotients. */
export const specialisations = ({ quotient }: LocationQuotients): Float64Array =>
	quotient.map((one) => (Number.isNaN(one) ? NaN : Number(one >= 1)));

/** How related each sector is to each other, and how near each territory is to each sector it may take up. */
export interface Relatedness {
	/** φ, sectors × sectors, 0–1 and symmetric; NaN on the diagonal and for sectors nobody is specialised in. */
	readonly proximity: Float64Array;
	/** Territories × sectors, 0–1: share of what is related to the sector that the territory is specialised in, the sector itself left out; NaN where nothing is related or known. */
	readonly density: Float64Array;
}

/**
 * Relatedness after Hidalgo, Klinger, Barabási & Hausmann (2007): φ = min(P(s|s′), P(s′|s)), how often two sectors are specialities of the
 * same territories. Refused with fewer than `fewestTerritories` known ones: of a few, two sectors are soon always together.
 */
export function relatedness(quotients: LocationQuotients, fewestTerritories: number): SpecialisationOutcome<Relatedness> {
	const { territories, sectors } = quotients;
	const special = specialisations(quotients);
	const rows = Array.from({ length: territories }, (_, t) => special.subarray(t * sectors, (t + 1) * sectors));
	const known = rows.filter((row) => row.some((one) => !Number.isNaN(one)));
	if (known.length < fewestTerritories) return { ok: false, reason: 'too-few-territories' };
	const proximity = proximityOf(known, sectors);
	const density = new Float64Array(territories * sectors).fill(NaN);
	rows.forEach((row, t) => {
		for (let s = 0; s < sectors; s++) density[t * sectors + s] = densityOf(row, proximity.subarray(s * sectors, (s + 1) * sectors));
	});
	return { ok: true, value: { proximity, density } };
}

function proximityOf(rows: readonly Float64Array[], sectors: number): Float64Array {
	const both = new Float64Array(sectors * sectors);
	for (const row of rows) {
		for (let s = 0; s < sectors; s++) {
			if (row[s] === 1) for (let other = 0; other < sectors; other++) if (row[other] === 1) both[s * sectors + other]!++;
		}
	}
	const alone = (s: number): number => both[s * sectors + s]!;
	return both.map((count, cell) => {
		const [s, other] = [Math.floor(cell / sectors), cell % sectors];
		// The smaller of two conditional shares has the larger number below; 0/0 is NaN.
		return s === other ? NaN : count / Math.max(alone(s), alone(other));
	});
}

/** Σ φ over the specialities ÷ Σ φ over all that is known of the territory. */
function densityOf(row: Float64Array, proximity: Float64Array): number {
	let [held, all] = [0, 0];
	for (let other = 0; other < row.length; other++) {
		if (Number.isNaN(proximity[other]!) || Number.isNaN(row[other]!)) continue;
		all += proximity[other]!;
		held += proximity[other]! * row[other]!;
	}
	return all > 0 ? held / all : NaN;
}
