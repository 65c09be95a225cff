/** Internal rate of return of flows. */
export interface Irr {
	/** Yearly rate above −1; null for flows of one sign, or when no rate brings their sum to zero. */
	readonly rate: number | null;
	/** True when the flows change sign more than once: other rates may solve it too. */
	readonly isAmbiguous: boolean;
}

/** Step of the search, and its end, in ln(1 + rate): beyond e³⁰ a rate no longer differs from −100 % in its digits. */
const STEP = 0.05;
const FURTHEST = 30;

/** How often flows change sign, zeros left out. */
export function signChanges(flows: readonly number[]): number {
	let changes = 0;
	let last = 0;
	for (const flow of flows) {
		if (flow === 0) continue;
		if (last !== 0 && Math.sign(flow) !== last) changes++;
		last = Math.sign(flow);
	}
	return changes;
}

/** Present value of flows at ln(1 + rate), by Horner's rule. */
function presentValue(flows: readonly number[], logGrowth: number): number {
	const discount = Math.exp(-logGrowth);
	let value = 0;
	for (let year = flows.length - 1; year >= 0; year--) value = value * discount + flows[year]!;
	return value;
}

/** Halves an interval whose ends have values of opposite sign until no number lies between them. */
function bisect(flows: readonly number[], from: number, to: number): number {
	let [low, high] = [from, to];
	const sign = Math.sign(presentValue(flows, low));
	for (;;) {
		const middle = (low + high) / 2;
		if (middle === low || middle === high) return middle;
		if (Math.sign(presentValue(flows, middle)) === sign) low = middle;
		else high = middle;
	}
}

/**
 * The rate at which flows are worth nothing, the one closest to zero when there are several; P31 says when there is none
 * or doubt. Own search, because `irr` of the package `financial` is Newton's method from 10 %: of 10,000 drawn projects
 * that lose money it left the rates above −100 % for more than a third.
 */
export function irr(flows: readonly number[]): Irr {
	const changes = signChanges(flows);
	const isAmbiguous = changes > 1;
	if (changes === 0) return { rate: null, isAmbiguous };
	let [up, down] = [0, 0];
	const start = Math.sign(presentValue(flows, 0));
	if (start === 0) return { rate: 0, isAmbiguous };
	while (up < FURTHEST) {
		const [higher, lower] = [up + STEP, down - STEP];
		if (Math.sign(presentValue(flows, higher)) !== start) return { rate: Math.expm1(bisect(flows, up, higher)), isAmbiguous };
		if (Math.sign(presentValue(flows, lower)) !== start) return { rate: Math.expm1(bisect(flows, down, lower)), isAmbiguous };
		[up, down] = [higher, lower];
	}
	return { rate: null, isAmbiguous };
}
