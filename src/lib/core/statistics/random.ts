/** Numbers that look random and are the same for the same seed, in every browser and on the server. */
export interface Random {
	/** The next number in [0, 1), 32 bits of it random. */
	uniform(): number;
	/** The next number in [lo, hi). */
	between(lo: number, hi: number): number;
	/** The next whole number in [0, count); `count` up to 2³². */
	below(count: number): number;
	/** The next number of the standard normal distribution. */
	normal(): number;
	/** The next number of the Gamma distribution with this shape (> 0) and scale 1. */
	gamma(shape: number): number;
}

const STEPS_BEFORE_USE = 12;

/**
 * The generator sfc32 (Chris Doty-Humphrey, PractRand): 32-bit integers only, so that every engine agrees to the bit.
 * `seed` is taken as a 32-bit integer; any number is accepted, fractions are cut off.
 */
export function createRandom(seed: number): Random {
	let a = 0;
	let b = seed | 0;
	let c = Math.floor(seed / 2 ** 32) | 0;
	let counter = 1;

	function next(): number {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return sum >>> 0;
	}
	for (let step = 0; step < STEPS_BEFORE_USE; step++) next();

	const uniform = (): number => next() / 2 ** 32;
	const normal = (): number => {
		// Marsaglia's polar method; the second number of a pair is dropped, so that one call leaves no trace in the next.
		for (;;) {
			const x = 2 * uniform() - 1;
			const y = 2 * uniform() - 1;
			const square = x * x + y * y;
			if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
		}
	};
	return {
		uniform,
		between: (lo, hi) => lo + (hi - lo) * uniform(),
		below: (count) => Math.floor(uniform() * count),
		normal,
		gamma: (shape) => gammaOf(shape, uniform, normal)
	};
}

/** Marsaglia & Tsang (2000); a shape below 1 is drawn one higher and brought down by a power of a uniform number. */
function gammaOf(shape: number, uniform: () => number, normal: () => number): number {
	if (shape < 1) return gammaOf(shape + 1, uniform, normal) * (1 - uniform()) ** (1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = normal();
		const v = (1 + c * x) ** 3;
		if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
	}
}
