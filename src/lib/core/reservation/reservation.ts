/** Months without news after which a reserved sheet is free again. */
export const MONTHS_RESERVED = 12;

/** Statuses of a project that somebody is working on. */
export const IN_PROGRESS = ['reserved', 'founding'] as const;

/** What a reservation says beside place and sender. */
export interface ReservationDetails {
	/** Id of the project sheet. */
	readonly model: string;
	/** Members who are expected; null when nobody said. */
	readonly members: number | null;
	/** Month of the planned founding, `2027-03`; null when nobody said. */
	readonly planned: string | null;
	/** Id of the winning idea it comes from; null for one of the public. */
	readonly idea: string | null;
}

/** ISO date on which a reservation lapses whose last news came at the ISO instant `newsAt`. */
export function lapsesOn(newsAt: string): string {
	const end = new Date(newsAt);
	end.setUTCMonth(end.getUTCMonth() + MONTHS_RESERVED);
	return end.toISOString().slice(0, 10);
}

/** ISO instant before which the last news must have come for a reservation to have lapsed at `now`. */
export function oldestNews(now: Date): string {
	const start = new Date(now);
	start.setUTCMonth(start.getUTCMonth() - MONTHS_RESERVED);
	return start.toISOString();
}

/** Where a reservation stands at `now`: one that is in progress has lapsed after twelve months without news, whether or not anybody wrote that down. */
export function standingOf<S extends string>(
	{ status, updatedAt }: { readonly status: S; readonly updatedAt: string },
	now: Date
): S | 'lapsed' {
	const isInProgress = (IN_PROGRESS as readonly string[]).includes(status);
	return isInProgress && updatedAt < oldestNews(now) ? 'lapsed' : status;
}

/** The fields of the form as they were typed. */
export type ReservationField = 'members' | 'planned';
export type ReservationIssue = 'not-a-number' | 'out-of-range' | 'not-a-month' | 'past' | 'too-far';

/** The answers of a form, or what is wrong, by field. */
export type CheckedReservation =
	| { readonly ok: true; readonly members: number | null; readonly planned: string | null }
	| { readonly ok: false; readonly issues: Readonly<Partial<Record<ReservationField, ReservationIssue>>> };

/** More members than any cooperative has, and years a plan may look ahead. */
const MOST_MEMBERS = 10_000;
const MOST_YEARS = 5;

/** Reads what was typed; both may be left empty. Digits may be Arabic-Indic, a month is `2027-03` or `03/2027`. `today` is an ISO date. */
export function checkReservation(typed: Readonly<Record<ReservationField, string>>, today: string): CheckedReservation {
	const issues: Partial<Record<ReservationField, ReservationIssue>> = {};
	const members = readMembers(western(typed.members));
	if (typeof members === 'string') issues.members = members;
	const planned = readMonth(western(typed.planned), today);
	if (planned !== null && 'issue' in planned) issues.planned = planned.issue;
	if (Object.keys(issues).length > 0) return { ok: false, issues };
	return { ok: true, members: members as number | null, planned: planned && (planned as { month: string }).month };
}

function readMembers(text: string): number | null | ReservationIssue {
	if (text === '') return null;
	if (!/^\d{1,6}$/.test(text)) return 'not-a-number';
	const members = Number(text);
	return members >= 1 && members <= MOST_MEMBERS ? members : 'out-of-range';
}

function readMonth(text: string, today: string): { readonly month: string } | { readonly issue: ReservationIssue } | null {
	if (text === '') return null;
	const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
	const [, otherMonth, otherYear] = /^(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
	const read = `${year ?? otherYear}-${(month ?? otherMonth ?? '').padStart(2, '0')}`;
	if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(read)) return { issue: 'not-a-month' };
	const now = today.slice(0, 7);
	if (read < now) return { issue: 'past' };
	const last = `${Number(now.slice(0, 4)) + MOST_YEARS}${now.slice(4)}`;
	return read > last ? { issue: 'too-far' } : { month: read };
}

const western = (text: string): string => text.trim().replaceAll(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
