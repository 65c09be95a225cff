import type { Cooperative } from './cooperative.ts';

/** What may be corrected of a cooperative that a public source names; its status is in no column of the bank. */
export const CORRECTED_FIELDS = ['nameAr', 'nameFr', 'activity', 'commune', 'year', 'members', 'women'] as const;
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];

/** One field of one named cooperative as it should read, and where that can be read again. */
export interface CooperativeCorrection {
	/** Id of the cooperative. */
	readonly cooperative: string;
	readonly field: CorrectedField;
	/** Whole numbers for a year and for counts, words for the rest. */
	readonly value: string;
	readonly source: Cooperative['source'];
}

/**
 * The cooperative with its corrections, one after the other. Its source names the document of each beside its own; the address is that of
 * the last one that has one. All its members being women, or not, follows from both counts.
 */
export function corrected(cooperative: Cooperative, corrections: readonly CooperativeCorrection[]): Cooperative {
	const changed = corrections.reduce(
		(one, { field, value, source }) => ({ ...CHANGES[field](one, value), source: joined(one, source) }),
		cooperative
	);
	const women = corrections.findLast(({ field }) => field === 'women');
	if (!women || changed.members === null) return changed;
	return { ...changed, womenOnly: Number(women.value) === changed.members };
}

const CHANGES: Readonly<Record<CorrectedField, (one: Cooperative, value: string) => Cooperative>> = {
	nameAr: (one, value) => ({ ...one, name: { ...one.name, ar: value } }),
	nameFr: (one, value) => ({ ...one, name: respelt(one.name, value) }),
	// Its own words, in whichever language: a translation of what it did before would contradict them.
	activity: (one, value) => ({ ...one, activity: { ar: value, fr: value, en: value } }),
	// The point is that of the place it was said to be in.
	commune: (one, value) => ({ ...one, commune: value, position: null }),
	year: (one, value) => ({ ...one, year: value }),
	members: (one, value) => ({ ...one, members: Number(value) }),
	women: (one) => one
};

/** Another French spelling, also where it stands in for a name in another language. */
function respelt({ ar, fr, en }: Cooperative['name'], value: string): Cooperative['name'] {
	return { ar: ar === fr ? value : ar, fr: value, en: en === fr ? value : en };
}

function joined({ source }: Cooperative, added: Cooperative['source']): Cooperative['source'] {
	const titles = source.title.split(' · ');
	return { title: titles.includes(added.title) ? source.title : [...titles, added.title].join(' · '), url: added.url ?? source.url };
}
