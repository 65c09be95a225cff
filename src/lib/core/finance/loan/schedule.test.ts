import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { npvOf } from '../returns/returns.ts';
import { GRACE_KINDS, loanSchedule } from './schedule.ts';

const loans = fc.record({
	principal: fc.double({ min: 0, max: 50_000_000, noNaN: true }),
	rate: fc.double({ min: 0, max: 0.3, noNaN: true }),
	years: fc.integer({ min: 1, max: 20 }),
	graceYears: fc.integer({ min: 0, max: 6 }),
	grace: fc.constantFrom(...GRACE_KINDS)
});
const isCentimes = (amount: number): boolean => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-4;

describe('loan schedule', () => {
	test('P30: principal parts add up to the loan and nothing is left', () => {
		fc.assert(
			fc.property(loans, (loan) => {
				const schedule = loanSchedule(loan);
				expect(schedule).toHaveLength(loan.years);
				const repaid = schedule.reduce((sum, { principal }) => sum + principal, 0);
				expect(Math.abs(repaid - loan.principal)).toBeLessThan(1e-6 * Math.max(1, loan.principal));
				expect(schedule.at(-1)!.balance).toBe(0);
				for (const { payment, interest, principal } of schedule) expect(payment).toBeCloseTo(interest + principal, 6);
			})
		);
	});

	test('P30: payments are worth the loan at its rate, up to the centimes of each year', () => {
		fc.assert(
			fc.property(loans, (loan) => {
				const flows = [-loan.principal, ...loanSchedule(loan).map(({ payment }) => payment)];
				expect(Math.abs(npvOf(flows, loan.rate))).toBeLessThan(0.01 * loan.years + 1e-9 * loan.principal);
			})
		);
	});

	test('instalments are equal and in centimes; the last takes the rounding', () => {
		const schedule = loanSchedule({ principal: 100_000, rate: 0.0522, years: 7, graceYears: 1 });
		const payments = schedule.map(({ payment }) => payment);
		expect(payments[0]).toBe(5220);
		expect(new Set(payments.slice(1, -1)).size).toBe(1);
		expect(payments.every(isCentimes)).toBe(true);
		expect(Math.abs(payments.at(-1)! - payments.at(-2)!)).toBeLessThan(0.07);
	});

	test('a capitalised grace pays nothing and repays more', () => {
		const terms = { principal: 100_000, rate: 0.05, years: 5, graceYears: 2 };
		const [first, second, third] = loanSchedule({ ...terms, grace: 'capitalised' });
		expect([first!.payment, first!.principal, first!.balance]).toEqual([0, -5000, 105_000]);
		expect(second!.balance).toBe(110_250);
		expect(third!.payment).toBeGreaterThan(loanSchedule(terms)[2]!.payment);
	});

	test('without interest the loan is paid back in equal parts', () => {
		expect(loanSchedule({ principal: 900, rate: 0, years: 4, graceYears: 1 }).map(({ payment }) => payment)).toEqual([0, 300, 300, 300]);
	});

	test('a grace as long as the loan leaves its last year to repay all', () => {
		expect(loanSchedule({ principal: 900, rate: 0.1, years: 2, graceYears: 5 }).map(({ payment }) => payment)).toEqual([90, 990]);
	});

	test('no loan is years of zeros', () => {
		const schedule = loanSchedule({ principal: 0, rate: 0.05, years: 3, graceYears: 1 });
		expect(schedule.map(({ payment, balance }) => payment + balance)).toEqual([0, 0, 0]);
	});
});
