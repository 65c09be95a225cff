import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECOMMENDATION_RULES as RULES } from '#lib/core/project/scenarios/shipped-rules.ts';
import { syntheticModel } from '../scenarios/synthetic-projects.ts';
import { diverse, likeness, type Listed } from './diversity.ts';

const honey = syntheticModel('M02', { chains: ['honey'], skills: ['bees', 'selling'] });
const hives = syntheticModel('M02a', { variantOf: 'M02', chains: ['honey'], skills: ['bees'] });
const saffron = syntheticModel('M01', { chains: ['saffron'], skills: ['selling', 'books'] });
const weaving = syntheticModel('M11', { branch: 'crafts', chains: ['weaving'], skills: ['loom'] });
const ids = (projects: readonly Listed[]): string[] => projects.map(({ model }) => model.id);

/** Projects of some families, chains, branches and fits. */
const projects: fc.Arbitrary<Listed[]> = fc.uniqueArray(
	fc
		.record({
			family: fc.integer({ min: 1, max: 6 }),
			variant: fc.constantFrom('', 'a', 'b'),
			chain: fc.constantFrom('x', 'y', 'z'),
			fit: fc.integer({ min: 5, max: 100 })
		})
		.map(({ family, variant, chain, fit }) => ({
			fit,
			model: syntheticModel(`M${family}${variant}`, { variantOf: variant === '' ? null : `M${family}`, chains: [chain], branch: chain })
		})),
	{ selector: ({ model }) => model.id, minLength: 1, maxLength: 10 }
);

describe('likeness', () => {
	it('is 1 inside a family, else .5 for a chain, .3 for a branch, .2 × the shared skills', () => {
		expect(likeness(honey, hives, RULES.likeness)).toBe(1);
		expect(likeness(honey, saffron, RULES.likeness)).toBeCloseTo(0.3 + 0.2 / 3, 12);
		expect(likeness(honey, weaving, RULES.likeness)).toBe(0);
		expect(likeness(saffron, { ...weaving, chains: ['saffron'] }, RULES.likeness)).toBe(0.5);
	});

	it('is the same both ways and never leaves 0–1', () => {
		fc.assert(
			fc.property(projects, (list) => {
				for (const a of list) {
					for (const b of list) {
						expect(likeness(a.model, b.model, RULES.likeness)).toBe(likeness(b.model, a.model, RULES.likeness));
						expect(likeness(a.model, b.model, RULES.likeness)).toBeLessThanOrEqual(1);
					}
				}
			})
		);
	});
});

describe('a list of projects', () => {
	it('keeps a variant behind other families that fit nearly as well', () => {
		const list = [
			{ model: honey, fit: 70 },
			{ model: hives, fit: 68 },
			{ model: saffron, fit: 60 },
			{ model: weaving, fit: 45 }
		];
		expect(ids(diverse(list, RULES))).toEqual(['M02', 'M11', 'M01', 'M02a']);
	});

	it('has the best fit first whatever diversity weighs (P32)', () => {
		fc.assert(
			fc.property(projects, fc.double({ min: 0, max: 1, noNaN: true }), (list, weight) => {
				const best = Math.max(...list.map(({ fit }) => fit));
				expect(diverse(list, { ...RULES, diversity: { fit: 1 - weight, likeness: weight } })[0]!.fit).toBe(best);
			})
		);
	});

	it('does not depend on the order it is given in, loses nothing and doubles nothing (P32)', () => {
		fc.assert(
			fc.property(
				projects.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
				([list, shuffled]) => {
					expect(ids(diverse(shuffled, RULES))).toEqual(ids(diverse(list, RULES)));
					expect(ids(diverse(list, RULES)).toSorted()).toEqual(ids(list).toSorted());
				}
			)
		);
	});

	it('without diversity goes by fit alone', () => {
		fc.assert(
			fc.property(projects, (list) => {
				const fits = diverse(list, { ...RULES, diversity: { fit: 1, likeness: 0 } }).map(({ fit }) => fit);
				expect(fits).toEqual(fits.toSorted((a, b) => b - a));
			})
		);
	});
});
