import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Method } from '#lib/core/scoring/method.ts';
import type { Evidence } from './evidence.ts';
import { combined, provinceStrength, regionStrength, rowStrength } from './strength.ts';

const FACTORS: Method['evidence'] = {
	kind: { IGP: 1, AOP: 1, port: 0.8, area: 0.8, production: 0.8, heritage: 0.6, arrivals: 0.6 },
	scope: { province: 1, multi: 0.7, region: 0.4 },
	basis: { stated: 1, toponym: 0.7, derived: 0.6, recalled: 0.4 }
};

const row = (over: Partial<Evidence> & { name?: string }): Evidence => {
	const { name = 'Safran', ...rest } = over;
	return {
		id: 'E000',
		territory: 'MA-TAR',
		product: { ar: name, fr: name, en: name },
		kind: 'production',
		scope: 'province',
		basis: 'stated',
		chain: 'saffron',
		value: null,
		unit: null,
		year: null,
		source: { title: 'test', url: null },
		...rest
	};
};

describe('strength of evidence', () => {
	it('is kind × scope × basis: a protected label stated for the province 1, a regional toponym 0.8 × 0.4 × 0.7', () => {
		expect(rowStrength(row({ kind: 'AOP' }), FACTORS)).toBe(1);
		expect(rowStrength(row({ scope: 'region', basis: 'toponym' }), FACTORS)).toBeCloseTo(0.224, 12);
	});

	it('combines rows as 1 − Π(1 − e): two rows of 0.8 and 0.5 give 0.9', () => {
		expect(combined([0.8, 0.5])).toBeCloseTo(0.9, 12);
		expect(combined([])).toBe(0);
	});

	it('never falls when a row is added and never leaves 0–1', () => {
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(fc.array(share, { maxLength: 10 }), share, (strengths, more) => {
				const before = combined(strengths);
				const after = combined([...strengths, more]);
				expect(after).toBeGreaterThanOrEqual(before - 1e-12);
				expect(after).toBeLessThanOrEqual(1);
				expect(before).toBeGreaterThanOrEqual(0);
			})
		);
	});

	it('says «not documented» (null) where there is no row, not 0', () => {
		expect(provinceStrength([], FACTORS)).toBeNull();
		expect(regionStrength([], FACTORS)).toBeNull();
	});
});

describe('a province', () => {
	it('is weak when every row is regional, a toponym or recalled, and own as soon as one is not', () => {
		const weak = [row({ scope: 'region' }), row({ basis: 'toponym' }), row({ basis: 'recalled' })];
		expect(provinceStrength(weak, FACTORS)?.quality).toBe('weak');
		expect(provinceStrength([...weak, row({ scope: 'multi', basis: 'derived' })], FACTORS)?.quality).toBe('own');
	});
});

describe('a region', () => {
	it('counts a product named in several provinces once, with its best row', () => {
		const rows = [
			row({ scope: 'region' }),
			row({ territory: 'MA-OUA', scope: 'multi' }),
			row({ name: 'Tapis', territory: 'MA-OUA', scope: 'region' })
		];
		expect(regionStrength(rows, FACTORS)?.strength).toBeCloseTo(1 - (1 - 0.56) * (1 - 0.32), 12);
	});

	it('takes its own row at full scope: the row is about the region itself', () => {
		expect(regionStrength([row({ territory: 'MA-08', scope: 'region' })], FACTORS)).toEqual({ strength: 0.8, quality: 'own' });
	});
});
