import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarsePosition, formatNear, parseNear, RADIUS, type NearView } from './near.ts';

const isCommune = (code: string) => /^0\d\.\d{3}\.\d{2}\.\d{2}$/.test(code);
const parse = (query: string) => parseNear(new URLSearchParams(query), isCommune);

describe('the address of «near me»', () => {
	it('reads back what it writes', () => {
		const place = fc.option(
			fc.oneof(
				fc.record({ kind: fc.constant('commune' as const), code: fc.constantFrom('03.171.01.05', '09.541.05.11') }),
				fc.record({
					kind: fc.constant('point' as const),
					position: fc
						.tuple(fc.integer({ min: -17_000, max: -1000 }), fc.integer({ min: 21_000, max: 36_000 }))
						.map(([x, y]) => [x / 1000, y / 1000] as const)
				})
			),
			{ nil: null }
		);
		const views: fc.Arbitrary<NearView> = fc.record({
			place,
			radiusKm: fc.integer({ min: RADIUS.least, max: RADIUS.most }),
			search: fc.constantFrom('', 'الحاجب', "M'Rirt")
		});
		fc.assert(
			fc.property(views, (view) => {
				expect(parse(formatNear(view))).toEqual({ view, issues: [] });
			})
		);
	});

	it('of the plain page is empty', () => {
		expect(formatNear({ place: null, radiusKm: RADIUS.usual, search: '' })).toBe('');
		expect(parse('').view).toEqual({ place: null, radiusKm: 30, search: '' });
	});

	it('names what it cannot use and goes on without it', () => {
		expect(parse('commune=99&radius=500')).toEqual({ view: { place: null, radiusKm: 30, search: '' }, issues: ['commune', 'radius'] });
		expect(parse('lat=33.7').issues).toEqual(['position']);
		expect(parse('lat=1e9&lon=NaN').issues).toEqual(['position']);
		expect(parse('radius=0').issues).toEqual(['radius']);
	});

	it('never holds the home of anybody: a position of the device is cut to about a kilometre', () => {
		expect(coarsePosition([-5.371234, 33.687891])).toEqual([-5.37, 33.69]);
	});

	it('never holds who asks', () => {
		expect(formatNear(parse('commune=03.171.01.05&members=12&money=60000').view)).toBe('commune=03.171.01.05');
	});
});
