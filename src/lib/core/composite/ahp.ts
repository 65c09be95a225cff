/**
 * Mean consistency index of random judgements of 1–7 things (Saaty 1980, table of the random index).
 * More than seven things are more than a group can hold against each other (Saaty & Ozdemir 2003).
 */
export const RANDOM_INDEX: readonly number[] = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32];

/** Judgements whose consistency ratio is at most this may be used (Saaty 1980). */
export const CONSISTENT = 0.1;

/** Two things that are compared, by index; `first` is the smaller. */
export interface Pair {
	readonly first: number;
	readonly second: number;
}

/** The judgement that sits worst with the others, and the value that would fit them. */
export interface Revisit extends Pair {
	/** How many times the first was said to matter as much as the second. */
	readonly given: number;
	/** What all other judgements together say of this pair. */
	readonly consistent: number;
	/** Consistency ratio with that value in place of the given one. */
	readonly ratioAfter: number;
}

/** Weights that a set of pairwise judgements implies. */
export interface AhpWeights {
	/** Adding to 1, in the order of the things. */
	readonly weights: readonly number[];
	/** 0 when every judgement follows from the others; 1 is as bad as chance. Always 0 for one or two things. */
	readonly consistencyRatio: number;
	readonly isConsistent: boolean;
	/** The one judgement to look at again first; null when they are consistent. */
	readonly revisit: Revisit | null;
}

/** All pairs of `count` things in the order in which judgements are given: 0–1, 0–2, …, 1–2, … */
export function pairsOf(count: number): Pair[] {
	return Array.from({ length: count }, (_, first) =>
		Array.from({ length: count - first - 1 }, (_, step) => ({ first, second: first + 1 + step }))
	).flat();
}

/**
 * The analytic hierarchy process (Saaty 1977): weights are the principal eigenvector of the matrix of judgements; the
 * consistency ratio is (λ − n)/(n − 1) over the random index. `judgements` say, per pair in the order of `pairsOf`, how
 * many times the first matters as much as the second. Throws a sentence for more than seven things, a wrong number of
 * judgements, or one that is not above 0.
 */
export function ahp(count: number, judgements: readonly number[]): AhpWeights {
	refuse(count, judgements);
	const { vector, ratio } = judged(count, judgements);
	const isConsistent = ratio <= CONSISTENT;
	return { weights: vector, consistencyRatio: ratio, isConsistent, revisit: isConsistent ? null : worst(count, judgements) };
}

/** Consistency ratio of judgements that were already accepted as such by `ahp`: what one change of them would come to. */
export const consistencyOf = (count: number, judgements: readonly number[]): number => judged(count, judgements).ratio;

function refuse(count: number, judgements: readonly number[]): void {
	const most = RANDOM_INDEX.length;
	if (!(Number.isInteger(count) && count >= 1 && count <= most)) throw new RangeError(`1 to ${most} things can be compared, got ${count}`);
	const wanted = pairsOf(count).length;
	if (judgements.length !== wanted) throw new RangeError(`${count} things need ${wanted} judgements, got ${judgements.length}`);
	const wrong = judgements.find((value) => !(Number.isFinite(value) && value > 0));
	if (wrong !== undefined) throw new RangeError(`a judgement must be a number above 0, got ${wrong}`);
}

function judged(count: number, judgements: readonly number[]): { vector: number[]; ratio: number } {
	const { vector, value } = principal(matrixOf(count, judgements));
	const index = count > 1 ? (value - count) / (count - 1) : 0;
	const random = RANDOM_INDEX[count - 1]!;
	// Two things cannot contradict each other; a consistent matrix misses 0 by rounding only.
	return { vector, ratio: random === 0 ? 0 : Math.max(0, index / random) };
}

/** Reciprocal matrix of judgements. */
function matrixOf(count: number, judgements: readonly number[]): number[][] {
	const matrix = Array.from({ length: count }, () => Array.from({ length: count }, () => 1));
	pairsOf(count).forEach(({ first, second }, i) => {
		matrix[first]![second] = judgements[i]!;
		matrix[second]![first] = 1 / judgements[i]!;
	});
	return matrix;
}

const STEPS = 1000;

/** Principal eigenvalue and eigenvector (adding to 1) of a positive matrix, by repeated multiplication (Perron). */
function principal(matrix: readonly (readonly number[])[]): { vector: number[]; value: number } {
	let vector = matrix.map(() => 1 / matrix.length);
	let value = 0;
	for (let step = 0; step < STEPS; step++) {
		const image = matrix.map((row) => row.reduce((sum, cell, j) => sum + cell * vector[j]!, 0));
		value = image.reduce((sum, cell) => sum + cell, 0);
		const next = image.map((cell) => cell / value);
		const moved = Math.max(...next.map((cell, i) => Math.abs(cell - vector[i]!)));
		vector = next;
		if (moved < 1e-14) break;
	}
	return { vector, value };
}

/**
 * The judgement whose replacement by what the others imply makes the whole most consistent. What they imply is the
 * eigenvector without it (Harker 1987: 0 in its place, 1 added to both diagonals). Of equals the first asked is named.
 */
function worst(count: number, judgements: readonly number[]): Revisit {
	const candidates = pairsOf(count).map((pair, i) => {
		const { first, second } = pair;
		const matrix = matrixOf(count, judgements);
		matrix[first]![second] = matrix[second]![first] = 0;
		matrix[first]![first] = matrix[second]![second] = 2;
		const { vector } = principal(matrix);
		const consistent = vector[first]! / vector[second]!;
		return { ...pair, given: judgements[i]!, consistent, ratioAfter: judged(count, judgements.with(i, consistent)).ratio };
	});
	return candidates.reduce((best, candidate) => (candidate.ratioAfter < best.ratioAfter - 1e-9 ? candidate : best));
}
