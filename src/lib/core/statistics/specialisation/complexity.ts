import type { SpecialisationOutcome } from './count-table.ts';
import type { LocationQuotients } from './location-quotient.ts';
import { specialisations } from './relatedness.ts';

const STEPS = 20_000;
const CONVERGED = 1e-12;

/**
 * Economic complexity of each territory (Hidalgo & Hausmann 2009): mean 0, standard deviation 1, higher for those with many specialities that
 * few have; NaN for a territory without a speciality. It is the second eigenvector of the matrix that averages over shared specialities, found by
 * repeated multiplication. Refused with fewer than `fewestTerritories` (twelve regions cannot bear it) and when they fall apart in groups
 * without a common speciality, where it would only number the groups.
 */
export function economicComplexity(quotients: LocationQuotients, fewestTerritories: number): SpecialisationOutcome<Float64Array> {
	const { territories, sectors } = quotients;
	const special = specialisations(quotients);
	const rows = Array.from({ length: territories }, (_, t) => {
		const row = special.subarray(t * sectors, (t + 1) * sectors);
		return Array.from({ length: sectors }, (_, s) => s).filter((s) => row[s] === 1);
	});
	const held = rows.map((row, t) => ({ t, row })).filter(({ row }) => row.length > 0);
	if (held.length < fewestTerritories) return { ok: false, reason: 'too-few-territories' };
	const specialities = held.map(({ row }) => row);
	if (!isConnected(specialities)) return { ok: false, reason: 'disconnected' };
	const vector = secondVector(specialities, sectors);
	const value = new Float64Array(territories).fill(NaN);
	held.forEach(({ t }, at) => (value[t] = vector[at]!));
	return { ok: true, value };
}

function secondVector(rows: readonly (readonly number[])[], sectors: number): Float64Array {
	const spread = new Float64Array(sectors);
	for (const row of rows) for (const s of row) spread[s]!++;
	const diversity = Float64Array.from(rows, (row) => row.length);
	// The diversities lean the same way as the answer, which settles its sign; their order alone breaks a tie.
	let vector = standardised(
		diversity.map((count, t) => count + 1e-6 * t),
		diversity
	);
	for (let step = 0; step < STEPS; step++) {
		const perSector = new Float64Array(sectors);
		rows.forEach((row, t) => row.forEach((s) => (perSector[s]! += vector[t]! / spread[s]!)));
		const next = standardised(
			Float64Array.from(rows, (row) => row.reduce((sum, s) => sum + perSector[s]!, 0) / row.length),
			diversity
		);
		const change = next.reduce((largest, one, t) => Math.max(largest, Math.abs(one - vector[t]!)), 0);
		vector = next;
		if (change < CONVERGED) break;
	}
	const mean = vector.reduce((sum, one) => sum + one, 0) / vector.length;
	const deviation = Math.sqrt(vector.reduce((sum, one) => sum + (one - mean) ** 2, 0) / vector.length);
	const lean = vector.reduce((sum, one, t) => sum + (one - mean) * diversity[t]!, 0) < 0 ? -1 : 1;
	return vector.map((one) => (lean * (one - mean)) / deviation);
}

/** Without its part along the first eigenvector (which is constant, and orthogonal under the diversities), of length 1. */
function standardised(vector: Float64Array, diversity: Float64Array): Float64Array {
	const total = diversity.reduce((sum, count) => sum + count, 0);
	const mean = vector.reduce((sum, one, t) => sum + one * diversity[t]!, 0) / total;
	const rest = vector.map((one) => one - mean);
	const length = Math.sqrt(rest.reduce((sum, one) => sum + one * one, 0));
	return rest.map((one) => one / length);
}

/** True when one can go from any territory to any other over shared specialities. */
function isConnected(rows: readonly (readonly number[])[]): boolean {
	const bySector = new Map<number, number[]>();
	rows.forEach((row, t) => row.forEach((s) => bySector.set(s, [...(bySector.get(s) ?? []), t])));
	const seen = new Set([0]);
	for (const t of seen) for (const s of rows[t]!) for (const other of bySector.get(s)!) seen.add(other);
	return seen.size === rows.length;
}
