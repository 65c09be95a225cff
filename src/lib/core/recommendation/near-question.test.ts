import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNear, COUNTRY_BOX } from './near-question.ts';

const EL_HAJEB = [-5.371, 33.688] as const;
const refusal = (lon: number, lat: number, radiusKm = 30) => {
	const checked = checkNear(lon, lat, radiusKm);
	return checked.ok ? null : checked.refusal;
};

describe('a question near a place', () => {
	it('is answered anywhere from Lagouira to Tangier', () => {
		for (const [lon, lat] of [EL_HAJEB, [-17.05, 20.9], [-5.81, 35.77], [-1.2, 32.5]] as const) expect(refusal(lon, lat)).toBeNull();
	});

	it('with longitude and latitude the wrong way round is told so', () => {
		expect(refusal(EL_HAJEB[1], EL_HAJEB[0])).toBe('swapped');
		fc.assert(
			fc.property(
				fc.double({ min: COUNTRY_BOX[0], max: COUNTRY_BOX[2], noNaN: true }),
				fc.double({ min: COUNTRY_BOX[1], max: COUNTRY_BOX[3], noNaN: true }),
				(lon, lat) => {
					expect([refusal(lon, lat), refusal(lat, lon)]).toEqual([null, 'swapped']);
				}
			)
		);
	});

	it('about another country is refused as such, not as swapped', () => {
		expect(refusal(2.35, 48.85)).toBe('outside');
		expect(refusal(0, 0)).toBe('outside');
		expect(refusal(1e308, -1e308)).toBe('outside');
	});

	it('needs numbers', () => {
		expect([refusal(NaN, 33), refusal(-5, Infinity), refusal(-5.4, 33.7, NaN)]).toEqual(['not-a-number', 'not-a-number', 'not-a-number']);
	});

	it('takes a radius from 5 to 100 km', () => {
		expect([0, -1, 4.9, 100.1, 1e9].map((km) => refusal(...EL_HAJEB, km))).toEqual(Array(5).fill('radius'));
		expect([5, 37.5, 100].map((km) => refusal(...EL_HAJEB, km))).toEqual([null, null, null]);
	});

	it('is the same with 6 or with 15 decimals (P23)', () => {
		fc.assert(
			fc.property(fc.double({ min: -17, max: -1, noNaN: true }), fc.double({ min: 21, max: 36, noNaN: true }), (lon, lat) => {
				expect(checkNear(Number(lon.toFixed(6)), Number(lat.toFixed(6)), 30)).toEqual(checkNear(lon, lat, 30));
			})
		);
	});
});
