import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '#lib/core/geo/geography.ts';
import { RECOMMENDATION_RULES } from '#lib/core/project/scenarios/shipped-rules.ts';
import { checkNear } from './near-question.ts';
import { checkPosition, COUNTRY_BOX } from './position.ts';

const EL_HAJEB: Position = [-5.371, 33.688];
const issue = (position: Position, radiusKm = 30) => {
	const checked = checkNear(position, radiusKm, RECOMMENDATION_RULES);
	return checked.ok ? null : checked.issue;
};
const [west, south, east, north] = COUNTRY_BOX;
const inside = fc.tuple(fc.double({ min: west, max: east, noNaN: true }), fc.double({ min: south, max: north, noNaN: true }));

describe('a question near a place', () => {
	it('is answered anywhere from Lagouira to Tangier', () => {
		const places: Position[] = [EL_HAJEB, [-17.05, 20.9], [-5.81, 35.77], [-1.2, 32.5]];
		for (const place of places) expect(issue(place)).toBeNull();
	});

	it('with longitude and latitude the wrong way round is told so, with the place that was meant', () => {
		expect(checkPosition([33.688, -5.371])).toEqual({ ok: false, issue: 'swapped', swapped: EL_HAJEB });
		fc.assert(
			fc.property(inside, ([lon, lat]) => {
				expect([issue([lon, lat]), issue([lat, lon])]).toEqual([null, 'swapped']);
			})
		);
	});

	it('about another country is refused as such, not as swapped', () => {
		const abroad: Position[] = [
			[2.35, 48.85],
			[0, 0],
			[1e308, -1e308]
		];
		for (const place of abroad) expect(issue(place)).toBe('abroad');
	});

	it('needs numbers', () => {
		expect([issue([NaN, 33]), issue([-5, Infinity]), issue(EL_HAJEB, NaN)]).toEqual(['position', 'position', 'radius']);
	});

	it('takes a radius from 5 to 100 km', () => {
		expect([0, -1, 4.9, 100.1, 1e9].map((km) => issue(EL_HAJEB, km))).toEqual(Array(5).fill('radius'));
		expect([5, 37.5, 100].map((km) => issue(EL_HAJEB, km))).toEqual([null, null, null]);
	});

	it('is the same with 6 or with 15 decimals (P23)', () => {
		fc.assert(
			fc.property(inside, ([lon, lat]) => {
				const short: Position = [Number(lon.toFixed(6)), Number(lat.toFixed(6))];
				expect(checkNear(short, 30, RECOMMENDATION_RULES)).toEqual(checkNear([lon, lat], 30, RECOMMENDATION_RULES));
			})
		);
	});
});
