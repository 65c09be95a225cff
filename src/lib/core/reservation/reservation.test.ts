import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReservation, lapsesOn, standingOf } from './reservation.ts';

const now = new Date('2026-11-26T08:00:00Z');

describe('a reservation', () => {
	it('lapses after twelve months without news, computed and not waited for', () => {
		const newsAt = '2025-11-26T08:00:00.000Z';
		expect(standingOf({ status: 'reserved', updatedAt: newsAt }, now)).toBe('reserved');
		expect(standingOf({ status: 'founding', updatedAt: '2025-11-26T07:59:59.000Z' }, now)).toBe('lapsed');
		expect(lapsesOn(newsAt)).toBe('2026-11-26');
	});

	it('that nobody has confirmed, or that ended, does not lapse', () => {
		for (const status of ['received', 'created', 'rejected', 'withdrawn'])
			expect(standingOf({ status, updatedAt: '2020-01-01T00:00:00.000Z' }, now)).toBe(status);
	});

	it('has lapsed on the day it said, and not before', () => {
		fc.assert(
			fc.property(fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), (news) => {
				const updatedAt = news.toISOString();
				const on = lapsesOn(updatedAt);
				const standing = (at: string): string => standingOf({ status: 'reserved', updatedAt }, new Date(at));
				expect(standing(`${new Date(Date.parse(on) + 3 * 86_400_000).toISOString()}`)).toBe('lapsed');
				expect(standing(`${new Date(Date.parse(on) - 3 * 86_400_000).toISOString()}`)).toBe('reserved');
			})
		);
	});

	it('reads members and month as people write them, and says what it cannot read', () => {
		const read = (members: string, planned: string) => checkReservation({ members, planned }, '2026-11-26');
		expect(read('', '')).toEqual({ ok: true, members: null, planned: null });
		expect(read('١٢', '03/2027')).toEqual({ ok: true, members: 12, planned: '2027-03' });
		expect(read('7', '2026-11')).toEqual({ ok: true, members: 7, planned: '2026-11' });
		expect(read('many', '2027-13')).toEqual({ ok: false, issues: { members: 'not-a-number', planned: 'not-a-month' } });
		expect(read('0', '2026-10')).toEqual({ ok: false, issues: { members: 'out-of-range', planned: 'past' } });
		expect(read('5', '2040-01')).toEqual({ ok: false, issues: { planned: 'too-far' } });
	});
});
