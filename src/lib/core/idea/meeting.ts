import { readTrackingCode, trackingCode } from '#lib/core/submission/tracking-code.ts';

/** As a tracking code, so that it can be read aloud and copied from paper, but shorter: it opens nothing. */
const LENGTH = 'XXXX-XXXX'.length;
const REST = '-2222';

/** A code from random bytes, at least 24, as `XXXX-XXXX`. Throws when they run out. */
export const meetingCode = (random: Uint8Array): string => trackingCode(random).slice(0, LENGTH);

/** The code somebody typed or scanned, as it is kept; null when it is none. */
export const readMeetingCode = (typed: string): string | null => readTrackingCode(typed + REST)?.slice(0, LENGTH) ?? null;

/** A public meeting where ideas are collected. */
export interface Meeting {
	readonly id: string;
	readonly code: string;
	readonly region: string;
	/** Null for a meeting of the whole region. */
	readonly province: string | null;
	/** ISO date. */
	readonly date: string;
	readonly place: string;
}

/** How ideas came from a meeting. */
export interface MeetingCounts {
	/** Sent by the holders themselves after scanning the code. */
	readonly scanned: number;
	/** Typed in from sheets of paper. */
	readonly paper: number;
	/** Of both, those a moderator let pass. */
	readonly public: number;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
export const LONGEST_PLACE = 120;

/** Why a meeting cannot be made as it is typed. */
export type MeetingFault = 'date' | 'place-missing' | 'place-long';

/** Date and place of a meeting as typed, or the first thing that is wrong. */
export function readMeeting(typed: {
	readonly date: string;
	readonly place: string;
}):
	| { readonly ok: true; readonly value: { readonly date: string; readonly place: string } }
	| { readonly ok: false; readonly issue: MeetingFault } {
	const place = typed.place.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
	if (!DATE.test(typed.date) || !isDay(typed.date)) return { ok: false, issue: 'date' };
	if (place === '') return { ok: false, issue: 'place-missing' };
	return [...place].length > LONGEST_PLACE ? { ok: false, issue: 'place-long' } : { ok: true, value: { date: typed.date, place } };
}

/** The thirty-first of February is no day. */
function isDay(date: string): boolean {
	const parsed = new Date(`${date}T00:00:00Z`);
	return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
