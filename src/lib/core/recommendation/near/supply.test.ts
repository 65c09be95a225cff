import { distance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedTable } from '#lib/core/saturation/counted-table.ts';
import { SYNTHETIC_CHAINS } from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import { createRandom } from '#lib/core/statistics/random.ts';
import { communePosition, syntheticCountry } from '../scenarios/synthetic-country.ts';
import { changeOf } from '../reason/sector-change.ts';
import { limitsOf } from '../reason/sector-reasons.ts';
import { nearRegister, registerOfCommunes, type CountedPoint } from './register.ts';
import { sectorsNear } from './sector.ts';
import { surroundingsOf } from './surroundings.ts';
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

describe('a register that is counted per commune', () => {
	const { table } = country.communes;
	const service = Float64Array.from(table.territories, (_, i) => i % 4);
	const crop = Float64Array.from(table.territories, (_, i) => (i === 27 ? 5 : 0));
	const communes = createScorer(country.communes.method, countedTable(table, SYNTHETIC_CHAINS, { service, crop }, 2026), SYNTHETIC_CHAINS);
	const facts = { ...country, communes, register: registerOfCommunes({ table: communes.table }, country.rules) };
	const near = vicinityOf(facts, { position: HERE, radiusKm: 30 });
	const pillar = (chain: string) =>
		near.scorer.explain(chain, 'point', facts.weights, 'geometric').pillars.find((one) => one.pillar === 'room')!;

	it('stands at the points of the communes, as if every cooperative were there', () => {
		const points = table.territories.flatMap(({ label }, i): CountedPoint[] =>
			Array.from({ length: service[i]! }, () => ({ position: label!, chain: 'service' }))
		);
		expect(near.scorer.prepared('service').room.column[0]).toBeCloseTo(roomHere(points)!, 12);
	});

	it('tells how many cooperatives are within the radius, and their year', () => {
		const inside = near.around.communes.reduce((sum, { index }) => sum + service[index]!, 0);
		expect(pillar('service')).toMatchObject({ proxy: false, terms: [{ id: 'register', raw: inside, year: 2026, inherited: false }] });
		const { counted, hasRegister } = surroundingsOf(facts, near.around, near.sorted);
		expect({ counted, hasRegister }).toEqual({ counted: inside + 5, hasRegister: true });
	});

	it('gets fuller with projects in progress, half of each, but tells only of cooperatives, and ignores chains it does not count', () => {
		const reservations: CountedPoint[] = [
			{ position: HERE, chain: 'service', count: 2 },
			{ position: HERE, chain: 'no-such-chain' }
		];
		const register = registerOfCommunes({ table: communes.table }, country.rules, reservations)!;
		expect(register.chains).toEqual(facts.register!.chains);
		const reserved = vicinityOf({ ...facts, register }, { position: HERE, radiusKm: 30 });
		const odds = (of: typeof near): number => 1 / of.scorer.prepared('service').room.column[0]! - 1;
		const one = registerOfCommunes({ table: communes.table }, { reservation: 1 }, [{ position: HERE, chain: 'service' }])!;
		expect(odds(reserved)).toBeCloseTo(odds(vicinityOf({ ...facts, register: one }, { position: HERE, radiusKm: 30 })), 12);
		expect(odds(reserved)).toBeGreaterThan(odds(near));
		const told = reserved.scorer.explain('service', 'point', facts.weights, 'geometric').pillars.find((part) => part.pillar === 'room')!;
		expect(told.terms[0]!.raw).toBe(pillar('service').terms[0]!.raw);
		expect(surroundingsOf({ ...facts, register }, near.around, near.sorted).counted).toBe(
			surroundingsOf(facts, near.around, near.sorted).counted
		);
	});

	it('says that a chain has too few in the nation, and does not call that a proxy', () => {
		expect(pillar('crop')).toMatchObject({ proxy: false, value: null, weight: 0 });
		const context = { vicinity: near, inheritedShare: 0, branches: [], modelsOf: () => ['a model'] };
		const sector = sectorsNear(near).find(({ chain }) => chain.id === 'crop')!;
		const kinds = limitsOf(context, sector).map(({ kind }) => kind);
		expect(kinds).not.toContain('room-unknown');
		expect(changeOf(facts, sector)?.kind).not.toBe('change-register');
	});
});
