import type { ClaimRecord } from '#lib/core/feedback/claim.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Words } from '#lib/i18n/words.ts';
import { findEntry } from '../db/living/register.ts';
import type { Living } from '../db/living/schema.ts';
import type { OpenedRelease } from '../release.ts';
import { namedCooperative } from './subject.ts';

/** The record of a cooperative that may be claimed: one that a public source names, or one of the register. */
export interface ClaimedRecord {
	/** `cooperative:C001`, or `entry:<id>`: what the claim keeps. */
	readonly about: string;
	/** The same as addresses write it: `C001`, `entry:<id>`. */
	readonly id: string;
	readonly name: Text;
	readonly record: ClaimRecord;
	/** Null where the register does not say: its sender does. */
	readonly region: string | null;
	readonly province: string | null;
}

const ENTRY = 'entry:';
const NAMED = 'cooperative:';

/** The record of an address, with or without the word before its id, its texts in the language of `words`; null when there is none. */
export async function claimedRecord(
	{ release, living }: { readonly release: OpenedRelease; readonly living: Pick<Living, 'db'> },
	asked: string,
	words: Pick<Words, 'of'>
): Promise<ClaimedRecord | null> {
	if (asked.length > 80) return null;
	if (asked.startsWith(ENTRY)) return entryRecord(living, asked.slice(ENTRY.length), release, words);
	return namedRecord(release, asked.startsWith(NAMED) ? asked.slice(NAMED.length) : asked, words);
}

/** The id of the entry a claim is about; null for a cooperative that only a release names. */
export const entryOf = (about: string): string | null => (about.startsWith(ENTRY) ? about.slice(ENTRY.length) : null);

async function namedRecord(release: OpenedRelease, id: string, { of }: Pick<Words, 'of'>): Promise<ClaimedRecord | null> {
	const found = await namedCooperative(release, id);
	if (!found) return null;
	const { name, activity, commune, year, members, region, province } = found;
	const record = {
		nameAr: name.ar,
		nameFr: name.fr,
		activity: activity && of(activity),
		commune,
		year,
		members: members === null ? null : String(members),
		women: null,
		status: null
	};
	return { about: `${NAMED}${id}`, id, name, record, region, province };
}

async function entryRecord(
	living: Pick<Living, 'db'>,
	id: string,
	{ bank }: OpenedRelease,
	{ of }: Pick<Words, 'of'>
): Promise<ClaimedRecord | null> {
	const entry = await findEntry(living, id);
	if (!entry) return null;
	const commune = entry.commune === null ? null : await bank.territories.find(entry.commune);
	const text = (count: number | null): string | null => (count === null ? null : String(count));
	const { name, nameAr, nameFr, activity, year, members, women, status, region, province } = entry;
	return {
		about: `${ENTRY}${id}`,
		id: `${ENTRY}${id}`,
		name: { ar: nameAr ?? name, fr: nameFr ?? name, en: nameFr ?? name },
		record: {
			nameAr,
			nameFr,
			activity,
			commune: commune && of(commune.name),
			year: text(year),
			members: text(members),
			women: text(women),
			status
		},
		region,
		province
	};
}
