/** Years of an axis from one to another: every one, every second, fifth or tenth; `isNarrow` are those that a phone has room for too. */
export function yearsOf(from: number, to: number): { readonly year: number; readonly isNarrow: boolean }[] {
	const step = [1, 2, 5, 10].find((each) => (to - from) / each <= 12) ?? 20;
	const first = Math.ceil(from / step) * step;
	const count = Math.max(0, Math.floor((to - first) / step) + 1);
	const years = Array.from({ length: count }, (_, index) => first + index * step);
	const every = Math.ceil(years.length / 5);
	return years.map((year, index) => ({ year, isNarrow: index % every === 0 }));
}

/** Indices of the positions (0–1, ascending) that have room for a label: the last always, then the first, then from the start. */
export function spaced(positions: readonly number[], room: number): Set<number> {
	const kept = new Set<number>();
	const isFree = (index: number): boolean => [...kept].every((other) => Math.abs(positions[other]! - positions[index]!) >= room);
	for (const index of [positions.length - 1, ...positions.keys()]) if (index >= 0 && isFree(index)) kept.add(index);
	return kept;
}
