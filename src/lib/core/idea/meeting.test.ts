import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingCode, readMeeting, readMeetingCode } from './meeting.ts';

describe('the code of a meeting', () => {
	it('is read as it was written, in any case, with or without its hyphen', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 48, maxLength: 48 }), (random) => {
				fc.pre(random.filter((byte) => byte < 240).length >= 12);
				const code = meetingCode(random);
				expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
				expect(readMeetingCode(code.toLowerCase().replace('-', ' '))).toBe(code);
			})
		);
	});

	it.each(['', 'ABCD', 'ABCD-EFG0', 'ABCD-EFGH-JKMN', '<script>'])('is not «%s»', (typed) => expect(readMeetingCode(typed)).toBeNull());
});

describe('a meeting', () => {
	it('has a day of the calendar and a place', () => {
		expect(readMeeting({ date: '2026-12-05', place: ' دار الشباب  الحاجب ' })).toEqual({
			ok: true,
			value: { date: '2026-12-05', place: 'دار الشباب الحاجب' }
		});
		expect(readMeeting({ date: '2026-02-31', place: 'x' })).toEqual({ ok: false, issue: 'date' });
		expect(readMeeting({ date: '2026-12-05', place: ' ' })).toEqual({ ok: false, issue: 'place-missing' });
		expect(readMeeting({ date: '2026-12-05', place: 'x'.repeat(121) })).toEqual({ ok: false, issue: 'place-long' });
	});
});
