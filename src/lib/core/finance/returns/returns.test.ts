import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { irr } from './irr.ts';
import { payback } from './payback.ts';
import { npvOf, returnsOf } from './returns.ts';

const NOTHING = { workingCapital: 0, residual: 0 };
const flow = (low: number, high: number) => fc.integer({ min: low, max: high });
/** A million put in, then ten years that bring between a loss of two fifths of it and twice as much. */
const MILLION = 1_000_000;
const project = fc.array(flow(-400_000, 2_000_000), { minLength: 10, maxLength: 10 }).map((years) => [-MILLION, ...years]);
const good = fc.array(flow(0, 2_000_000), { minLength: 10, maxLength: 10 }).map((years) => [-MILLION, ...years]);

describe('internal rate of return', () => {
	test('P30: at the IRR the net present value is 0, to a millionth of the investment', () => {
		fc.assert(
			fc.property(project, (flows) => {
				const { rate } = irr(flows);
				fc.pre(rate !== null);
				expect(rate).toBeGreaterThan(-1);
				// Far below −50 % a year the last flow is worth thousands of times itself, and what is lost of its digits is more than a millionth.
				if (rate! > -0.5) expect(Math.abs(npvOf(flows, rate!))).toBeLessThan(1e-6 * MILLION);
			})
		);
	});

	test('P30: flows that change sign once always have one', () => {
		fc.assert(
			fc.property(good, (flows) => {
				fc.pre(flows.some((value) => value > 0));
				const { rate, isAmbiguous } = irr(flows);
				expect(isAmbiguous).toBe(false);
				expect(Math.abs(npvOf(flows, rate!))).toBeLessThan(1e-6 * MILLION);
			})
		);
	});

	test('P31: flows of one sign have none', () => {
		fc.assert(
			fc.property(fc.array(flow(0, MILLION), { maxLength: 11 }), fc.constantFrom(1, -1), (sizes, sign) => {
				expect(irr(sizes.map((size) => sign * size))).toEqual({ rate: null, isAmbiguous: false });
			})
		);
	});

	test('P31: flows that change sign more than once are flagged', () => {
		fc.assert(
			fc.property(project, (flows) => {
				const signs = flows.filter((value) => value !== 0).map(Math.sign);
				const changes = signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
				expect(irr(flows).isAmbiguous).toBe(changes > 1);
			})
		);
	});

	test('of two rates the one closest to zero is said, and flagged', () => {
		// 10 % and 30 %: −1000 (1 − 1.1 v)(1 − 1.3 v)
		const { rate, isAmbiguous } = irr([-1000, 2400, -1430]);
		expect(rate).toBeCloseTo(0.1, 12);
		expect(isAmbiguous).toBe(true);
	});

	test('flows that no rate brings to zero have none, and are flagged', () => {
		expect(irr([1000, -1500, 1000])).toEqual({ rate: null, isAmbiguous: true });
	});

	test('a rate of zero is a rate', () => {
		expect(irr([-100, 50, 50])).toEqual({ rate: 0, isAmbiguous: false });
	});

	test('a project that loses nearly all and one that multiplies its money have a rate too', () => {
		expect(irr([-1000, 1]).rate).toBeCloseTo(-0.999, 12);
		expect(irr([-1, 1000]).rate).toBeCloseTo(999, 9);
	});
});

describe('payback', () => {
	test('is linear inside the year', () => {
		expect(payback([-100, 60, 80])).toBe(1.5);
	});

	test('is the last crossing: a replacement that takes the money below again takes back the first', () => {
		expect(payback([-100, 150, -80, 60])).toBe(2.5);
	});

	test('never comes when the money does not come back, and is at once when none is put in', () => {
		expect(payback([-100, 50, 49])).toBeNull();
		expect(payback([-100, 150, -80])).toBeNull();
		expect(payback([0, 10])).toBe(0);
		expect(payback([5, -10, 20])).toBe(1.25);
	});

	test('leaves out what only comes back when everything stops', () => {
		expect(returnsOf([-100, 50, 60], { workingCapital: 10, residual: 20 }, 0).payback).toBeNull();
		expect(returnsOf([-100, 50, 60], NOTHING, 0).payback).toBeCloseTo(1 + 50 / 60, 12);
	});
});

describe('returns at a discount rate', () => {
	test('the first flow is not discounted', () => {
		expect(npvOf([-100, 110], 0.1)).toBeCloseTo(0, 12);
	});

	test('at a rate of zero the net present value is the sum, and discounting changes no payback', () => {
		const { npv, payback: years, discountedPayback, benefitCostRatio } = returnsOf([-100, 60, 80], NOTHING, 0);
		expect([npv, years, discountedPayback, benefitCostRatio]).toEqual([40, 1.5, 1.5, 1.4]);
	});

	test('nothing put in has no ratio', () => {
		expect(returnsOf([0, 10, 10], NOTHING, 0.07).benefitCostRatio).toBeNull();
	});
});
