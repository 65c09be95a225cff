/** Months after the cooperative was founded when the office asks how it goes. */
export const FOLLOW_UP_MONTHS = 12;

/** ISO date of the follow-up of something created at an ISO instant or date; the last day of a month that is too short for the day. */
export function followUpDue(created: string): string {
	const [year, month, day] = created.slice(0, 10).split('-').map(Number) as [number, number, number];
	const due = new Date(Date.UTC(year, month - 1 + FOLLOW_UP_MONTHS, 1));
	const last = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
	due.setUTCDate(Math.min(day, last));
	return due.toISOString().slice(0, 10);
}
