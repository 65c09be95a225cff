import { readCount } from '#lib/core/register/digits.ts';
import { REGISTER_STATUSES } from '#lib/core/register/field.ts';
import { checked, lengthOf, line, paragraph, yearOf, type Checked, type Typed } from './typed.ts';

/** What a cooperative may correct in its record, in the order of the form. */
export const CLAIM_FIELDS = ['nameAr', 'nameFr', 'activity', 'commune', 'year', 'members', 'women', 'status'] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** The fields of a record as they stand; null where nothing is known. */
export type ClaimRecord = Readonly<Record<ClaimField, string | null>>;

/** What a cooperative sends: only the fields that change, and how it can be checked. */
export interface SentClaim {
	readonly changes: Readonly<Partial<Record<ClaimField, string>>>;
	readonly proof: string;
}

export const LONGEST_PROOF = 600;
const LONGEST = 160;
/** The largest cooperatives of the country have tens of thousands of members. */
const MOST_MEMBERS = 200_000;

/** What can be wrong with a claim. */
export const CLAIM_ISSUES = [
	'nothing-changed',
	'too-long',
	'year-bad',
	'count-bad',
	'women-more',
	'status-unknown',
	'proof-missing',
	'proof-long'
] as const;
export type ClaimIssue = (typeof CLAIM_ISSUES)[number];

/** The name of a field in the form of a claim: the contact of the sender has a name too. */
export const claimInput = (field: ClaimField): string => `record.${field}`;

/**
 * What a cooperative wants changed in `record`, or what is wrong, by input (`record.year`, `proof`; `form` for the whole). A field left empty
 * keeps what is there: nobody erases a published fact by a form.
 */
export function checkClaim(typed: Typed, record: ClaimRecord, { thisYear }: { readonly thisYear: number }): Checked<SentClaim, ClaimIssue> {
	const issues: Record<string, ClaimIssue> = {};
	const proof = paragraph(typed, 'proof');
	if (proof === '') issues['proof'] = 'proof-missing';
	if (lengthOf(proof) > LONGEST_PROOF) issues['proof'] = 'proof-long';
	const changes = changesIn(typed, record, thisYear, issues);
	const [members, women] = (['members', 'women'] as const).map((field) => Number(changes[field] ?? record[field] ?? NaN)) as [
		number,
		number
	];
	if (women > members) issues[claimInput('women')] ??= 'women-more';
	if (Object.keys(changes).length + Object.keys(issues).length === 0) issues['form'] = 'nothing-changed';
	return checked({ changes, proof }, issues);
}

function changesIn(typed: Typed, record: ClaimRecord, thisYear: number, issues: Record<string, ClaimIssue>): SentClaim['changes'] {
	const changes: Partial<Record<ClaimField, string>> = {};
	for (const field of CLAIM_FIELDS) {
		const text = line(typed, claimInput(field));
		if (text === '') continue;
		const read = READERS[field](text, thisYear);
		if ('issue' in read) issues[claimInput(field)] = read.issue;
		else if (read.value !== record[field]) changes[field] = read.value;
	}
	return changes;
}

type Read = { readonly value: string } | { readonly issue: ClaimIssue };
type Reader = (text: string, thisYear: number) => Read;

const readText: Reader = (text) => (lengthOf(text) > LONGEST ? { issue: 'too-long' } : { value: text });

function readMembers(text: string): Read {
	const count = readCount(text);
	return count === null || count < 0 || count > MOST_MEMBERS ? { issue: 'count-bad' } : { value: String(count) };
}

function readFoundation(text: string, thisYear: number): Read {
	const year = yearOf(text, thisYear);
	return year?.length === 4 ? { value: year } : { issue: 'year-bad' };
}

const READERS: Readonly<Record<ClaimField, Reader>> = {
	nameAr: readText,
	nameFr: readText,
	activity: readText,
	commune: readText,
	year: readFoundation,
	members: readMembers,
	women: readMembers,
	status: (text) => ((REGISTER_STATUSES as readonly string[]).includes(text) ? { value: text } : { issue: 'status-unknown' })
};
