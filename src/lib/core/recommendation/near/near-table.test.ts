import { distance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '#lib/core/geo/geography.ts';
import { SYNTHETIC_CHAINS } from '#lib/core/scoring/scenarios/synthetic.ts';
import { peopleWithinReach } from '#lib/core/statistics/access.ts';
import { communePosition, syntheticCountry } from '../scenarios/synthetic-country.ts';
import { aroundOf, communesFrom } from './around.ts';
import { marketPeople, nearTable } from './near-table.ts';
import { vicinityOf } from './vicinity.ts';

const facts = syntheticCountry();
const { table } = facts.communes;
const point = fc.tuple(fc.double({ min: -6.2, max: -5.1, noNaN: true }), fc.double({ min: 32.8, max: 33.9, noNaN: true }));
const radius = fc.double({ min: 12, max: 100, noNaN: true });
const km = (a: Position, b: Position): number => distance([...a], [...b], { units: 'kilometers' });

/** The communes around as the formula reads, without any index. */
const around = (from: Position, radiusKm: number) =>
	table.territories
		.map(({ label, populationMunicipal, parent }, i) => ({ i, parent, people: populationMunicipal!, km: km(from, label!) }))
		.filter((commune) => commune.km <= radiusKm)
		.map((commune) => ({ ...commune, f: 0.5 ** (commune.km / 15) }));
const rowAt = (from: Position, radiusKm: number) =>
	nearTable(facts, aroundOf(facts, from, communesFrom(facts, from), radiusKm), marketPeople(facts, from), {});

describe('the row of a point', () => {
	it('has rates x̂ = Σ pop·f·x / Σ pop·f over the communes that know them', () => {
		fc.assert(
			fc.property(point, radius, (from, radiusKm) => {
				const { values } = rowAt(from, radiusKm).table;
				for (const indicator of ['jobless', 'road', 'presence']) {
					const known = around(from, radiusKm).filter(({ i }) => !Number.isNaN(table.values[indicator]![i]!));
					const weights = known.reduce((sum, { people, f }) => sum + people * f, 0);
					const mean = known.reduce((sum, { people, f, i }) => sum + people * f * table.values[indicator]![i]!, 0) / weights;
					if (known.length > 0) expect(values[indicator]![0]).toBeCloseTo(mean, 9);
					else expect(values[indicator]![0]).toBeNaN();
				}
			})
		);
	});

	it('counts the people of its market at the point itself, with the reach of the method, whatever the radius', () => {
		const settlements = table.territories.map(({ label, populationMunicipal }) => ({ position: label, people: populationMunicipal! }));
		fc.assert(
			fc.property(point, radius, (from, radiusKm) => {
				const people = peopleWithinReach(from, settlements, facts.communes.method.market)!;
				expect(rowAt(from, radiusKm).table.values['market_people']![0]).toBeCloseTo(people, 6);
			})
		);
	});

	it('has the best evidence around: of every province its strength × 0.5^(d/15) from its nearest commune that may have the chain', () => {
		fc.assert(
			fc.property(point, radius, (from, radiusKm) => {
				const open = around(from, radiusKm).filter(({ i }) => table.gates['crop']![i] === 0 && !Number.isNaN(table.evidence['crop']![i]!));
				const provinces = Map.groupBy(open, ({ parent }) => parent);
				const strengths = [...provinces.values()].map((communes) => {
					const nearest = communes.reduce((best, commune) => (commune.km < best.km ? commune : best));
					return table.evidence['crop']![nearest.i]! * nearest.f;
				});
				const { evidence } = rowAt(from, radiusKm).table;
				if (strengths.length === 0) expect(evidence['crop']![0]).toBeNaN();
				else expect(evidence['crop']![0]).toBeCloseTo(Math.max(...strengths), 12);
			})
		);
	});

	it('opens a gate as soon as one commune around may have the chain, and else says why the nearest may not', () => {
		const east = communePosition(39); // the eastern edge of the last province, where the crop is closed
		expect(rowAt(east, 5).table.gates['crop']![0]).toBe(1);
		expect(rowAt(east, 60).table.gates['crop']![0]).toBe(0);
	});

	it('in the middle of a commune with nobody else near is scored as that commune, by the same scorer', () => {
		table.territories.forEach(({ label }, i) => {
			const { scorer } = vicinityOf(facts, { position: label!, radiusKm: 1 });
			for (const { id } of SYNTHETIC_CHAINS) {
				const own = facts.communes.scores(id, facts.weights, 'geometric');
				const near = scorer.scores(id, facts.weights, 'geometric');
				expect(near.status[0]).toBe(own.status[i]);
				if (!Number.isNaN(own.score[i]!)) expect(near.score[0]).toBeCloseTo(own.score[i]!, 9);
			}
		});
	});
});
