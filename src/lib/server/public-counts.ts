import { suppress, type SafeCounts } from '#lib/core/need/suppress.ts';
import type { OpenedRelease } from './release.ts';

/** What people have sent, as counts. */
export type What = 'needs' | 'projects';

/** A count of one kind in one province. */
export interface CountRow {
	readonly province: string;
	readonly kind: string;
	readonly count: number;
}

/** The last counts of a release, with the rows they were made from. */
const kept = new WeakMap<OpenedRelease, Map<What, { readonly key: string; readonly counts: SafeCounts }>>();

/** Counts by province and kind as they may be told to anybody, by the provinces of a release; made anew when the rows have changed. */
export async function publicCounts(
	what: What,
	opened: OpenedRelease,
	kinds: readonly string[],
	rows: readonly CountRow[]
): Promise<SafeCounts> {
	const ofRelease = kept.get(opened) ?? new Map<What, { key: string; counts: SafeCounts }>();
	kept.set(opened, ofRelease);
	const key = JSON.stringify(rows);
	const known = ofRelease.get(what);
	if (known?.key === key) return known.counts;
	const territories = await opened.bank.territories.list({ level: 'province' });
	const provinces = territories.map(({ code, parent }) => ({ code, region: parent ?? '' }));
	const counts = suppress({ kinds, provinces, counts: tableOf(provinces, kinds, rows) });
	ofRelease.set(what, { key, counts });
	return counts;
}

/** Rows as a table; what names a province or a kind this release does not have is not in it. */
function tableOf(provinces: readonly { readonly code: string }[], kinds: readonly string[], rows: readonly CountRow[]): number[][] {
	const table = provinces.map(() => kinds.map(() => 0));
	const place = new Map(provinces.map(({ code }, p) => [code, p]));
	for (const { province, kind, count } of rows) {
		const [p, k] = [place.get(province), kinds.indexOf(kind)];
		if (p !== undefined && k >= 0) table[p]![k]! += count;
	}
	return table;
}
