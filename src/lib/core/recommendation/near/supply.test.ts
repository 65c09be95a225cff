import { distance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#lib/core/statistics/random.ts';
import { communePosition, syntheticCountry } from '../scenarios/synthetic-country.ts';
import { nearRegister, type CountedPoint } from './register.ts';
import { vicinityOf } from './vicinity.ts';

const country = syntheticCountry();
const people = country.people;
const { uniform } = createRandom(9);
const synthetic = (count: number, chain = 'service'): CountedPoint[] =>
	Array.from({ length: count }, () => ({ position: [-6 + 0.8 * uniform(), 33 + 0.8 * uniform()], chain }));
const HERE = communePosition(27);
/** Room of the chain at the middle of the country within 30 km, NaN when it cannot be told; null when it is a proxy. */
function roomHere(cooperatives: readonly CountedPoint[], reservations: readonly CountedPoint[] = [], chain = 'service'): number | null {
	const register = nearRegister(cooperatives, reservations, () => people, country.rules);
	const { scorer } = vicinityOf({ ...country, register }, { position: HERE, radiusKm: 30 });
	const { room } = scorer.prepared(chain);
	return room.isProxy ? null : room.column[0]!;
}

describe('room around a point, once a register counts cooperatives', () => {
	it('is 1/(1 + Ĉ/Ê), Ĉ = Σf over the cooperatives, Ê = b·ΣD·f over the communes', () => {
		const cooperatives = synthetic(200);
		const km = (to: readonly [number, number]): number => distance([...HERE], [...to], { units: 'kilometers' });
		const f = (to: readonly [number, number]): number => (km(to) <= 30 ? 0.5 ** (km(to) / 15) : 0);
		const observed = cooperatives.reduce((sum, { position }) => sum + f(position), 0);
		const base = country.communes.table.territories.reduce((sum, { label }, i) => sum + people[i]! * f(label!), 0);
		const expected = (200 / people.reduce((sum, count) => sum + count, 0)) * base;
		expect(roomHere(cooperatives)).toBeCloseTo(1 / (1 + observed / expected), 12);
	});

	it('shrinks with every cooperative that is there (P21), half as much with a reservation', () => {
		const cooperatives = synthetic(100);
		const here = { position: HERE, chain: 'service' };
		const before = roomHere(cooperatives)!;
		const reserved = roomHere(cooperatives, [here])!;
		const two = roomHere(cooperatives, [here, here])!;
		expect(reserved).toBeLessThan(before);
		expect(two).toBeLessThan(reserved);
		// Two reservations weigh as one cooperative would, at the same national rate.
		const odds = (g: number): number => 1 / g - 1;
		expect(odds(two) - odds(before)).toBeCloseTo(2 * (odds(reserved) - odds(before)), 12);
	});

	it('cannot be told where the nation has fewer than 30: the pillar is left out and its weight goes to the others', () => {
		expect(roomHere(synthetic(29))).toBeNaN();
		const register = nearRegister(synthetic(29), [], () => people, country.rules);
		const { scorer } = vicinityOf({ ...country, register }, { position: HERE, radiusKm: 30 });
		const { pillars, score } = scorer.explain('service', 'point', country.weights, 'geometric');
		expect(pillars.find(({ pillar }) => pillar === 'room')).toMatchObject({ value: null, weight: 0 });
		expect(score).toBeGreaterThan(0);
	});

	it('is still the proxy for a chain that the register does not count', () => {
		expect(roomHere(synthetic(100), [], 'crop')).toBeNull();
	});

	it('is 1 where nothing is there yet and never leaves 0–1', () => {
		const far: CountedPoint[] = Array.from({ length: 40 }, () => ({ position: [-9, 30], chain: 'service' }));
		expect(roomHere(far)).toBe(1);
		fc.assert(
			fc.property(fc.integer({ min: 30, max: 400 }), (count) => {
				const room = roomHere(synthetic(count))!;
				expect(room).toBeGreaterThan(0);
				expect(room).toBeLessThanOrEqual(1);
			}),
			{ numRuns: 20 }
		);
	});
});
