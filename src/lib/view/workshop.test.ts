import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGGREGATORS, type PillarWeights, type Preset } from '#lib/core/scoring/method.ts';
import type { Known } from './address.ts';
import { STEPS } from './judgements.ts';
import {
	cleanName,
	formatWorkshop,
	FRESH_WORKSHOP,
	LONGEST_NAME,
	parseWorkshop,
	RANKED_LEVELS,
	settledWorkshop,
	slid,
	viewOf,
	WAYS,
	workshopAddress,
	type Workshop
} from './workshop.ts';

const CHAINS = ['food-processing', 'honey', 'apples-cherries'];
const RELEASE = '2026.11-0123abcd';
const known: Known = {
	isChain: (id) => CHAINS.includes(id),
	isIndicator: () => false,
	isProduct: () => false,
	isTerritory: () => false,
	isRelease: (id) => id === RELEASE
};
const presets: Readonly<Record<Preset, PillarWeights>> = {
	balanced: { need: 0.25, potential: 0.25, room: 0.25, access: 0.25 },
	planner: { need: 0.4, potential: 0.25, room: 0.2, access: 0.15 },
	holder: { need: 0.1, potential: 0.4, room: 0.3, access: 0.2 }
};
const parse = (query: string) => parseWorkshop(new URLSearchParams(query), known, presets);

const weight = fc.oneof(
	fc.nat(100),
	fc.nat(1000).map((x) => x / 10)
);
const anyWorkshop: fc.Arbitrary<Workshop> = fc
	.record({
		name: fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constant('مائدة أزيلال 2026 & co = 50 %')).map(cleanName),
		by: fc.constantFrom(...WAYS),
		judgements: fc.array(fc.constantFrom(...STEPS), { minLength: 6, maxLength: 6 }),
		weights: fc
			.record({ need: weight, potential: weight, room: weight, access: weight })
			.filter((weights) => Object.values(weights).some((value) => value > 0)),
		chain: fc.constantFrom(...CHAINS),
		level: fc.constantFrom(...RANKED_LEVELS),
		aggregator: fc.constantFrom(...AGGREGATORS),
		release: fc.option(fc.constant(RELEASE))
	})
	.map(settledWorkshop);

describe('the address of a workshop', () => {
	test('reads back with its name, its judgements and its weights exactly', () => {
		fc.assert(
			fc.property(anyWorkshop, (workshop) => {
				expect(parse(formatWorkshop(workshop))).toEqual({ workshop, issues: [], askedCommunes: false, staleRelease: null });
			})
		);
	});

	test('stays within 2,000 characters, whatever the name', () => {
		const long = fc.string({ unit: 'binary', minLength: 100, maxLength: 200 }).map(cleanName);
		fc.assert(
			fc.property(anyWorkshop, long, (workshop, name) => {
				expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
				expect(workshopAddress('https://furas.example.org/ar/weights', { ...workshop, name }).length).toBeLessThan(2000);
			})
		);
	});

	test('is short and readable: nothing said is nothing written', () => {
		expect(workshopAddress('/ar/weights', FRESH_WORKSHOP)).toBe('/ar/weights');
		const table = settledWorkshop({ ...FRESH_WORKSHOP, chain: 'honey', judgements: [1, 1, 1, 0, 0, 0] });
		expect(formatWorkshop(table)).toBe('chain=honey&weights=50,16.7,16.7,16.6&pairs=1,1,1,0,0,0');
	});

	test('takes any text without failing', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.string(), fc.string())), fc.webQueryParameters(), (pairs, query) => {
				expect(parseWorkshop(new URLSearchParams(pairs), known, presets).workshop).toBeDefined();
				expect(parse(query).workshop).toBeDefined();
			})
		);
	});

	test('lists what it ignored and shows the default', () => {
		expect(parse('chain=gold&weights=0,0,0,0&pairs=5,0,0,0,0,0&by=lot')).toMatchObject({
			workshop: FRESH_WORKSHOP,
			issues: ['chain', 'weights', 'pairs', 'by']
		});
		expect(parse('pairs=1,1').issues).toEqual(['pairs']);
	});
});

describe('a workshop', () => {
	test('opened from the map starts on the sliders with the weights of the map', () => {
		expect(parse('chain=honey&preset=planner').workshop).toMatchObject({
			by: 'sliders',
			weights: { need: 40, potential: 25, room: 20, access: 15 }
		});
		expect(parse('weights=80,5,5,10').workshop).toMatchObject({ by: 'sliders', weights: { need: 80, potential: 5, room: 5, access: 10 } });
	});

	test('says that communes are not ranked against each other, and shows provinces', () => {
		expect(parse('level=commune')).toMatchObject({ askedCommunes: true, workshop: { level: 'province' } });
	});

	test('keeps the weights in force while its judgements contradict each other', () => {
		const { workshop } = parse('weights=50,16.7,16.7,16.6&pairs=1,2,-4,1,1,0');
		expect(workshop).toMatchObject({ by: 'pairs', weights: { need: 50, potential: 16.7, room: 16.7, access: 16.6 } });
	});

	test('takes a plain form: the answers while pairs decide, the sliders while they do', () => {
		const answers = 'need-potential=1&need-room=1&need-access=1&potential-room=0&potential-access=0&room-access=0';
		const sliders = 'need=70&potential=10&room=10&access=10&weights=25,25,25,25';
		expect(parse(`by=pairs&${answers}&${sliders}`).workshop).toMatchObject({ judgements: [1, 1, 1, 0, 0, 0], weights: { need: 50 } });
		expect(parse(`by=sliders&${answers}&${sliders}`).workshop).toMatchObject({
			judgements: [1, 1, 1, 0, 0, 0],
			weights: { need: 70, potential: 10, room: 10, access: 10 }
		});
	});

	test('shows the same on the map', () => {
		const table = settledWorkshop({ ...FRESH_WORKSHOP, chain: 'honey', judgements: [1, 1, 1, 0, 0, 0] });
		expect(viewOf(table)).toMatchObject({
			chain: 'honey',
			weights: { kind: 'own', weights: { need: 50, potential: 16.7, room: 16.7, access: 16.6 } }
		});
	});

	test('never lets the last slider go to 0', () => {
		const alone = { ...FRESH_WORKSHOP, weights: { need: 9, potential: 0, room: 0, access: 0 } };
		expect(slid(alone, 'need', 0)).toBeNull();
		expect(slid(alone, 'room', 3)).toMatchObject({ by: 'sliders', weights: { need: 9, room: 3 } });
	});

	test('has a name on one line', () => {
		expect(cleanName('  مائدة\n\tأزيلال ')).toBe('مائدة أزيلال');
		expect(cleanName('\ud800')).toBe('\ufffd');
	});
});
