import { describe, expect, it } from 'vitest';
import { followUpDue } from './follow-up.ts';

describe('the follow-up', () => {
	it('is due a year later, on the last day of a shorter month', () => {
		expect(followUpDue('2026-11-26T10:00:00Z')).toBe('2027-11-26');
		expect(followUpDue('2028-02-29')).toBe('2029-02-28');
	});
});
