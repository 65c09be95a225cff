import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinkler, nameSimilarity } from './similarity.ts';

describe('the likeness of two texts', () => {
	it.each([
		['martha', 'marhta', 0.9611],
		['dwayne', 'duane', 0.84],
		['dixon', 'dicksonx', 0.8133],
		['abc', 'xyz', 0]
	])('of «%s» and «%s» is the published one', (a, b, score) => expect(jaroWinkler(a, b)).toBeCloseTo(score, 4));

	it('is between 0 and 1, the same both ways, and 1 for equal ones', () => {
		const word = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'c', ' ', 'ا') });
		fc.assert(
			fc.property(word, word, (a, b) => {
				const likeness = nameSimilarity(a, b);
				expect(likeness).toBeGreaterThanOrEqual(0);
				expect(likeness).toBeLessThanOrEqual(1);
				expect(nameSimilarity(b, a)).toBe(likeness);
				expect(nameSimilarity(a, a)).toBe(1);
			})
		);
	});

	it('forgives words that changed places', () => expect(nameSimilarity('oulad ali', 'ali oulad')).toBe(1));
});
