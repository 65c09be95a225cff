import { describe, expect, it } from 'vitest';
import { PILLARS } from '#lib/core/scoring/method.ts';
import { SYNTHETIC_CHAINS, SYNTHETIC_METHOD, evenRow, syntheticTable } from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { chainShares } from '#lib/core/scoring/weights.ts';
import { createSimulation } from '#lib/core/uncertainty/simulation.ts';
import { isPromising, typeOf } from '#lib/core/zones/verdict.ts';
import { countedTable } from './counted-table.ts';
import { presenceAt } from './presence.ts';
import scenario from './scenarios/register.json' with { type: 'json' };

interface Place {
	readonly id: string;
	readonly people: number;
	readonly strength?: number | null;
	readonly count: number;
	readonly expected: number | null;
	readonly ratio?: number | null;
	readonly interval?: readonly number[] | null;
	readonly room: string | null;
}

const { balanced } = SYNTHETIC_METHOD.presets;

/** The places of a scenario as a table in the order of their codes; every other figure of a place stands in the middle. */
function tableOf(places: readonly Place[], chain: string, level: LevelTable['level'] = 'province'): LevelTable {
	const table = syntheticTable(Object.fromEntries(places.map(({ id, strength = 0.7 }) => [id, evenRow(50, strength)])));
	const of = new Map(places.map((place) => [place.id, place]));
	const territories = table.territories.map((territory) => ({ ...territory, populationMunicipal: of.get(territory.code)!.people }));
	const counts = { [chain]: territories.map(({ code }) => of.get(code)!.count) };
	return countedTable({ ...table, level, territories }, SYNTHETIC_CHAINS, counts, 2026);
}
const scorerOf = (table: LevelTable): Scorer => createScorer(SYNTHETIC_METHOD, table, SYNTHETIC_CHAINS, 2026);
const explained = (scorer: Scorer, chain: string, id: string) => scorer.explain(chain, id, balanced, 'geometric');

describe.each([
	{ name: 'a local market', chain: 'service', ...scenario.localMarket },
	{ name: 'a resource chain', chain: 'crop', ...scenario.resource },
	{ name: 'a chain with too few', chain: 'service', ...scenario.tooFew }
])('presence of $name', ({ chain, places }) => {
	const table = tableOf(places as readonly Place[], chain);
	const scorer = scorerOf(table);

	it.each(places as readonly Place[])(
		'in $id is what the scenario computes by hand',
		({ id, count, expected, ratio = null, interval = null, room }) => {
			const index = table.territories.findIndex(({ code }) => code === id);
			const presence = presenceAt(table.register![chain]!, index);
			expect(presence.count).toBe(count);
			if (expected === null) expect(presence).toMatchObject({ expected: null, ratio: null, interval: null });
			else {
				expect(presence.expected).toBeCloseTo(expected, 9);
				expect(presence.ratio).toBeCloseTo(ratio!, 9);
				expect([presence.interval!.lo, presence.interval!.hi].map((end) => Math.round(1e4 * end) / 1e4)).toEqual(interval);
			}
			const free = scorer.prepared(chain).room.column[index]!;
			if (room === null) expect(free).toBeNaN();
			else expect(free < 0.5 ? 'below one half: crowded' : 'above one half: there is room').toBe(room);
		}
	);
});

describe('a chain that a register counts', () => {
	const table = tableOf(scenario.localMarket.places as readonly Place[], 'service');
	const scorer = scorerOf(table);
	const { register: _, ...plain } = table;
	const proxy = scorerOf(plain);

	it('is weighed as the scenario says, and as before where it is not counted', () => {
		const shares = (chain: string, of: Scorer) => chainShares(balanced, of.prepared(chain), SYNTHETIC_METHOD.localMarketNeedShift);
		const crop = scorerOf(tableOf(scenario.resource.places as readonly Place[], 'crop'));
		for (const pillar of PILLARS) {
			expect(shares('crop', crop)[pillar]).toBeCloseTo(scenario.weights.resource[pillar], 4);
			expect(shares('service', scorer)[pillar]).toBeCloseTo(scenario.weights.localMarket[pillar], 9);
			expect(shares('crop', proxy)[pillar]).toBeCloseTo(scenario.weights.proxy[pillar], 9);
		}
	});

	it('has no proxy anywhere: no mark, no clamp, no cap of confidence', () => {
		const [before, after] = [explained(proxy, 'service', 'Town'), explained(scorer, 'service', 'Town')];
		const room = after.pillars.find(({ pillar }) => pillar === 'room')!;
		expect([before.confidence!.cap, after.confidence!.cap]).toEqual(['proxy', null]);
		expect(after.confidence!.value).toBeGreaterThan(before.confidence!.value);
		expect(room).toMatchObject({ proxy: false, presence: { count: 45, base: 'people', incomparable: null } });
		expect(room.terms).toMatchObject([{ id: 'register', raw: 45, year: 2026, inherited: false, proxy: false }]);
		const lowest = Math.min(
			...scorerOf(
				tableOf([{ ...scenario.localMarket.places[0]!, count: 600 }, ...scenario.localMarket.places.slice(1)] as Place[], 'service')
			).prepared('service').room.column
		);
		expect(lowest).toBeLessThan(SYNTHETIC_METHOD.room.lowest);
	});

	it('keeps the proxy for the chains nobody counted', () => {
		expect(explained(scorer, 'crop', 'Town')).toMatchObject({ confidence: { cap: 'proxy' } });
		expect(explained(scorer, 'crop', 'Town').pillars.find(({ pillar }) => pillar === 'room')).not.toHaveProperty('presence');
	});

	it('has explanations that add up to the score', () => {
		for (const { code } of table.territories) {
			const { score, reference, pillars } = explained(scorer, 'service', code);
			expect(pillars.reduce((sum, { contribution }) => sum + (contribution ?? 0), reference!)).toBeCloseTo(score!, 9);
		}
	});

	it('may be called crowded, and is promising only where there is room', () => {
		const [plain0, town, valley] = ['Plain', 'Town', 'Valley'].map((id) => table.territories.findIndex(({ code }) => code === id)) as [
			number,
			number,
			number
		];
		const high = scorerOf({
			...table,
			evidence: { ...table.evidence, service: Float64Array.of(1, 1, 1) },
			values: {
				...table.values,
				youth: Float64Array.of(95, 95, 95),
				selfEmployed: Float64Array.of(95, 95, 95),
				market_people: Float64Array.of(1e6, 1e6, 1e6)
			}
		});
		expect([plain0, town, valley].map((place) => typeOf(high, 'service', place))).toEqual([
			'develop-priority',
			'consolidate',
			'develop-priority'
		]);
		const question = { chain: 'service', weights: balanced, aggregator: 'geometric' } as const;
		expect([plain0, town, valley].map((place) => isPromising(high, question, place, 1))).toEqual([true, false, true]);
	});

	it('has in every commune its own count, not the share of the province', () => {
		const communes = {
			...tableOf(scenario.localMarket.places as readonly Place[], 'service', 'commune'),
			inherited: new Set(['presence'])
		};
		const counted = explained(scorerOf(communes), 'service', 'Valley').pillars.find(({ pillar }) => pillar === 'room')!;
		expect(counted.terms[0]).toMatchObject({ raw: 5, inherited: false });
		const inherited = explained(scorerOf(communes), 'crop', 'Valley').pillars.find(({ pillar }) => pillar === 'room')!;
		expect(inherited.terms[0]).toMatchObject({ id: 'presence', inherited: true });
	});
});

describe('a chain with fewer than 30 in the nation', () => {
	const table = tableOf(scenario.tooFew.places as readonly Place[], 'service');
	const scorer = scorerOf(table);

	it('has a score without room, whose weight went to the others, and says so', () => {
		const { score, pillars, missingPillars } = explained(scorer, 'service', 'Town');
		expect(score).toBeGreaterThan(0);
		expect(missingPillars).toEqual(['room']);
		expect(pillars.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
		expect(pillars.find(({ pillar }) => pillar === 'room')).toMatchObject({
			weight: 0,
			value: null,
			presence: { count: 20, incomparable: 'too-few' }
		});
	});

	it('stays without room in every draw: a half more in every place makes no number of nothing', () => {
		const ranges = {
			weightFactor: [1, 1],
			aggregators: ['geometric'],
			goalpostQuantile: [0.05, 0.05],
			riskStrength: [0.3, 0.3],
			counts: true
		} as const;
		const simulation = createSimulation(scorer, {
			chain: 'service',
			weights: balanced,
			aggregator: 'geometric',
			seed: 3,
			draws: 50,
			ranges
		});
		const drawn = new Set<string>();
		simulation.run(50, (scores) => drawn.add(scores.join(' ')));
		expect(drawn.size).toBe(1);
	});
});

it('a table of counts refuses a chain nobody knows, a missing place and a count below 0', () => {
	const table = syntheticTable({ A: evenRow(50), B: evenRow(60) });
	const count = (counts: Record<string, number[]>) => () => countedTable(table, SYNTHETIC_CHAINS, counts, 2026);
	expect(count({ mining: [1, 2] })).toThrow('unknown chain mining');
	expect(count({ service: [1] })).toThrow('counted in 1 places of 2');
	expect(count({ service: [1, -2] })).toThrow('below 0');
});

it('nothing is expected where a gate is closed or the people are unknown', () => {
	const table = syntheticTable({ A: { ...evenRow(50), closed: { service: true } }, B: evenRow(60), C: evenRow(60) });
	const territories = table.territories.map((territory, i) => (i === 2 ? { ...territory, populationMunicipal: null } : territory));
	const { register } = countedTable({ ...table, territories }, SYNTHETIC_CHAINS, { service: [9, 40, 3] }, 2026);
	expect([...register!['service']!.bases]).toEqual([NaN, 1000, NaN]);
	expect(presenceAt(register!['service']!, 0).incomparable).toBe('no-base');
});
