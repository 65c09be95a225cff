/** Round values between `low` and `high`, 0 always among them, for the lines of a chart. `about` is how many are wished for. */
export function ticksOf(low: number, high: number, about = 6): number[] {
	const from = Math.min(0, low);
	const to = Math.max(0, high);
	if (from === to) return [0];
	const rough = (to - from) / about;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
	const first = Math.ceil(from / step);
	const last = Math.floor(to / step);
	return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** What amounts of a chart are counted in, MAD: ones, thousands or millions, by the largest of them. */
export type AmountUnit = 1 | 1000 | 1_000_000;

/** Unit in which the largest of some amounts has few digits; 1 for none. */
export function unitOf(amounts: readonly number[]): AmountUnit {
	const largest = amounts.reduce((most, amount) => Math.max(most, Math.abs(amount)), 0);
	if (largest >= 20_000_000) return 1_000_000;
	return largest >= 20_000 ? 1000 : 1;
}

/** Digits after the mark that tell round values of a chart apart. */
export function decimalsOf(ticks: readonly number[], unit: AmountUnit): number {
	const step = ticks.length > 1 ? Math.abs(ticks[1]! - ticks[0]!) / unit : 1;
	return step >= 1 ? 0 : Math.ceil(-Math.log10(step) - 1e-9);
}

/** Where things stand across a chart, in percent of its width, counted from the side at which the page begins to read. */
export interface Across {
	/** Position of a share 0–1 of the width. */
	at(share: number): string;
	/** A bar between two shares, whichever is larger. */
	bar(from: number, to: number): { readonly x: string; readonly width: string };
}

/** Positions across a chart that reads from the right in Arabic. */
export function acrossOf(direction: 'ltr' | 'rtl'): Across {
	const percent = (share: number): string => `${Number((100 * share).toFixed(3))}%`;
	const turned = (share: number): number => (direction === 'rtl' ? 1 - share : share);
	return {
		at: (share) => percent(turned(share)),
		bar: (from, to) => ({ x: percent(Math.min(turned(from), turned(to))), width: percent(Math.abs(to - from)) })
	};
}

/** Sums of a list up to each of its items. */
export function cumulated(flows: readonly number[]): number[] {
	let sum = 0;
	return flows.map((flow) => (sum += flow));
}
