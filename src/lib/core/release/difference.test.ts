import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedTable } from '#lib/core/saturation/counted-table.ts';
import { SYNTHETIC_CHAINS, SYNTHETIC_METHOD, evenRow, syntheticTable } from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import { createRandom } from '#lib/core/statistics/random.ts';
import { chainDifference, levelDifference } from './difference.ts';

const lens = { weights: SYNTHETIC_METHOD.presets.balanced, aggregator: 'geometric' } as const;
const CODES = Array.from({ length: 12 }, (_, i) => `T${10 + i}`);
const table = syntheticTable(Object.fromEntries(CODES.map((code, i) => [code, evenRow(40 + 4 * i, i === 0 ? null : 0.7)])));
const scorerOf = (counts: Parameters<typeof countedTable>[2] | null): Scorer =>
	createScorer(SYNTHETIC_METHOD, counts ? countedTable(table, SYNTHETIC_CHAINS, counts, 2026) : table, SYNTHETIC_CHAINS);
const proxy = { scorer: scorerOf(null) };
const { poisson } = seeded(5);
const service = CODES.map((_, i) => poisson(i < 6 ? 2 : 14));
const counted = { scorer: scorerOf({ service }) };

/** A seeded register: counts around a mean. */
function seeded(seed: number) {
	const random = createRandom(seed);
	return { poisson: (mean: number): number => Math.round(random.gamma(mean + 0.5)) };
}

describe('the difference a register makes', () => {
	test('is none between a release and itself', () => {
		const { chains, movers } = levelDifference(proxy, proxy, lens);
		expect(movers).toEqual([]);
		for (const { up, down, statusChanged, typeChanged, largestMove } of chains)
			expect([up, down, statusChanged, typeChanged, largestMove]).toEqual([0, 0, 0, 0, 0]);
	});

	test('moves room from the proxy to the counts for the chains it counts, and for no other', () => {
		const [crop, own] = ['crop', 'service'].map((chain) => chainDifference(proxy, counted, { ...lens, chain }));
		expect(crop!.summary).toMatchObject({ roomSource: { before: 'proxy', after: 'proxy' }, up: 0, down: 0 });
		expect(crop!.places.every(({ presence }) => presence === null)).toBe(true);
		expect(own!.summary.roomSource).toEqual({ before: 'proxy', after: 'register' });
		expect(own!.places.map(({ presence }) => presence!.count)).toEqual(service);
	});

	test('tells how much was counted beside what was expected, with its exact interval', () => {
		const { places } = chainDifference(proxy, counted, { ...lens, chain: 'service' });
		const total = service.reduce((sum, count) => sum + count, 0);
		for (const { presence } of places) {
			expect(presence!.expected).toBeCloseTo(total / CODES.length, 12);
			expect(presence!.interval!.lo).toBeLessThanOrEqual(presence!.ratio!);
			expect(presence!.interval!.hi).toBeGreaterThan(presence!.ratio!);
		}
	});

	test('names those that moved most first, and counts who moved up and down', () => {
		const { chains, movers } = levelDifference(proxy, counted, lens, 3);
		const { up, down, largestMove } = chains.find(({ chain }) => chain === 'service')!;
		expect(up + down).toBeGreaterThan(0);
		expect(movers).toHaveLength(Math.min(3, up + down));
		const [first] = movers;
		expect(Math.abs(first!.rank.before! - first!.rank.after!)).toBe(largestMove);
	});

	test('is the same seen from the other side, with before and after changed', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(40), { minLength: 12, maxLength: 12 }), (counts) => {
				const other = { scorer: scorerOf({ service: counts, crop: counts }) };
				for (const chain of ['crop', 'service']) {
					const there = chainDifference(proxy, other, { ...lens, chain }).summary;
					const back = chainDifference(other, proxy, { ...lens, chain }).summary;
					expect([back.up, back.down, back.largestMove]).toEqual([there.down, there.up, there.largestMove]);
					expect(back.ranked).toEqual({ before: there.ranked.after, after: there.ranked.before });
				}
			}),
			{ numRuns: 30 }
		);
	});

	test('tells who comes into a zone and who leaves one', () => {
		const zone = (id: string, members: string[]) => ({ id, chain: 'service', members }) as never;
		const { summary, places } = chainDifference(
			{ ...proxy, zones: [zone('a', ['T10', 'T11'])] },
			{ ...counted, zones: [zone('b', ['T11', 'T12', 'T13'])] },
			{ ...lens, chain: 'service' }
		);
		expect(summary).toMatchObject({ zoneGained: 2, zoneLost: 1 });
		expect(places[1]!.zone).toEqual({ before: 'a', after: 'b' });
	});
});
