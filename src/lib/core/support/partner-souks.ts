/** The weekly markets of one province. */
export interface SoukRow {
	readonly code: string;
	/** Number of weekly markets; null when none is published, which is not zero. */
	readonly count: number | null;
	/** Per 10,000 municipal inhabitants. */
	readonly density: number | null;
}

/** The provinces of `codes` with their weekly markets: the most first, of equals the denser, unknown ones last, then by code. */
export function soukRows(codes: readonly string[], counts: ReadonlyMap<string, number>, densities: ReadonlyMap<string, number>): SoukRow[] {
	const rows = codes.map((code): SoukRow => ({ code, count: counts.get(code) ?? null, density: densities.get(code) ?? null }));
	const after = (value: number | null): number => value ?? -1;
	return rows.sort(
		(a, b) => after(b.count) - after(a.count) || after(b.density) - after(a.density) || (a.code < b.code ? -1 : Number(a.code > b.code))
	);
}
