import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECOMMENDATION_RULES as RULES } from '#lib/core/project/scenarios/shipped-rules.ts';
import { NO_PROFILE } from '../profile.ts';
import { syntheticCase, syntheticModel } from '../scenarios/synthetic-projects.ts';
import { evidenceOf, financeOf, fitOf, meansOf, meansTerms } from './fit.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const maybe = fc.option(share, { nil: null });
const parts = fc.record({ place: share, means: maybe, finance: maybe, evidence: share });

describe('the fit of a project', () => {
	it('is 100·Z^.40·M^.25·F^.20·Q^.15', () => {
		expect(fitOf({ place: 0.6, means: 0.5, finance: 0.8, evidence: 0.75 }, RULES)).toBeCloseTo(
			100 * 0.6 ** 0.4 * 0.5 ** 0.25 * 0.8 ** 0.2 * 0.75 ** 0.15,
			12
		);
	});

	it('gives the exponent of a part that nobody knows to the others', () => {
		expect(fitOf({ place: 0.6, means: null, finance: null, evidence: 0.75 }, RULES)).toBeCloseTo(
			100 * (0.6 ** 0.4 * 0.75 ** 0.15) ** (1 / 0.55),
			12
		);
	});

	it('never falls when a part rises, and lies between 5 and 100', () => {
		fc.assert(
			fc.property(parts, share, (some, rise) => {
				const fit = fitOf(some, RULES);
				expect(fit).toBeGreaterThanOrEqual(5 - 1e-9);
				expect(fit).toBeLessThanOrEqual(100 + 1e-9);
				expect(fitOf({ ...some, place: Math.max(some.place, rise) }, RULES)).toBeGreaterThanOrEqual(fit - 1e-9);
			})
		);
	});

	it('holds a part at .05, so that one weak side does not decide alone', () => {
		expect(fitOf({ place: 0.6, means: 0, finance: 0.8, evidence: 0.5 }, RULES)).toBe(
			fitOf({ place: 0.6, means: 0.05, finance: 0.8, evidence: 0.5 }, RULES)
		);
	});
});

describe('the means of a group', () => {
	const model = syntheticModel('M');
	it('are .4 money, .3 members, .3 skills', () => {
		const profile = { ...NO_PROFILE, members: 5, ownMoneyMad: 20_000, skills: ['selling', 'weaving'] };
		const terms = meansTerms(profile, model, 100_000, 30_000);
		expect(terms).toEqual({ money: 0.5, members: 0.5, skills: 1 / 3 });
		expect(meansOf(terms, RULES)).toBeCloseTo(0.4 * 0.5 + 0.3 * 0.5 + 0.3 / 3, 12);
	});

	it('leave out what was not said: it counts against nobody', () => {
		expect(meansOf(meansTerms(NO_PROFILE, model, 100_000, 100_000), RULES)).toBeNull();
		const terms = meansTerms({ ...NO_PROFILE, members: 10 }, model, 100_000, 0);
		expect(terms).toEqual({ money: null, members: 1, skills: null });
		expect(meansOf(terms, RULES)).toBe(1);
	});

	it('never count more than is needed, and ask no skill of a model that names none', () => {
		const rich = { ...NO_PROFILE, members: 500, ownMoneyMad: 1e9, skills: ['selling'] };
		expect(meansTerms(rich, syntheticModel('M', { skills: [] }), 100_000, 0)).toEqual({ money: 1, members: 1, skills: null });
	});
});

describe('the money side of a project', () => {
	it('is the mean of pay ÷ minimum, (cover − 1) ÷ .5 and 1 − break-even, each within 0–1', () => {
		expect(financeOf(syntheticCase('M', { payPerDay: 75, cover: 1.25, breakEvenShare: 0.6 }), 100, RULES)).toBeCloseTo(
			(0.75 + 0.5 + 0.4) / 3,
			12
		);
		expect(financeOf(syntheticCase('M', { payPerDay: 500, cover: 9, breakEvenShare: 1.3 }), 100, RULES)).toBeCloseTo(2 / 3, 12);
	});

	it('leaves out what the case does not say, but a turnover that never breaks even counts 0', () => {
		expect(financeOf(syntheticCase('M', { payPerDay: null, cover: null, breakEvenShare: 0.6 }), 100, RULES)).toBeCloseTo(0.4, 12);
		expect(financeOf(syntheticCase('M', { payPerDay: null, cover: 1.5, breakEvenShare: null }), 100, RULES)).toBeCloseTo(0.5, 12);
	});

	it('never looks at a rate of return', () => {
		const poor = syntheticCase('M');
		const rich = { ...poor, withoutGrant: { ...poor.withoutGrant, irr: 0.9, npv: 1e9 }, withGrant: { ...poor.withGrant, irr: 0.9 } };
		expect(financeOf(rich, 100, RULES)).toBe(financeOf(poor, 100, RULES));
	});
});

describe('the quality of evidence', () => {
	it('is 1, .75, .5 and .25 for the grades A to D', () => {
		expect((['A', 'B', 'C', 'D'] as const).map((grade) => evidenceOf(grade, RULES))).toEqual([1, 0.75, 0.5, 0.25]);
	});
});
