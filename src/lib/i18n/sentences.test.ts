import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { PILLARS } from '#lib/core/scoring/method.ts';
import { STATUSES, type Explanation, type SentenceItem } from '#lib/core/scoring/outcome.ts';
import { GATES } from '#lib/core/scoring/table.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { sentences, type SentenceNames } from './sentences.ts';
import { wordsOf } from './words.ts';

const names: SentenceNames = {
	place: 'El Hajeb',
	chain: 'Honey and beekeeping',
	indicator: (id) => (id === 'unemployment_rate' ? { name: 'Unemployment rate', unit: '%', decimals: 1 } : null)
};

const scored: Explanation = {
	territory: 'MA-HAJ',
	chain: 'honey',
	status: 'scored',
	gate: null,
	missingPillars: [],
	score: 55.8,
	rank: 4,
	ranked: 21,
	reference: 50.1,
	pillars: [],
	confidence: null,
	why: [],
	held: []
};

const item = (change: Partial<SentenceItem>): SentenceItem => ({
	pillar: 'need',
	id: 'unemployment_rate',
	raw: 24.36,
	year: 2024,
	contribution: 3.2,
	...change
});

const anyItem = fc.record({
	pillar: fc.constantFrom(...PILLARS),
	id: fc.constantFrom('unemployment_rate', 'evidence', 'market_people', 'market', 'cooperator_share', 'unheard_of'),
	raw: fc.option(fc.double({ min: 0, max: 1e7, noNaN: true })),
	year: fc.option(fc.integer({ min: 2004, max: 2026 })),
	contribution: fc.double({ min: -40, max: 40, noNaN: true })
});

const anyExplanation: fc.Arbitrary<Explanation> = fc.record({
	territory: fc.constant('MA-HAJ'),
	chain: fc.constant('honey'),
	status: fc.constantFrom(...STATUSES),
	gate: fc.option(fc.constantFrom(...GATES)),
	missingPillars: fc.subarray([...PILLARS]),
	score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
	rank: fc.option(fc.integer({ min: 1, max: 75 })),
	ranked: fc.nat(75),
	reference: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
	pillars: fc.constant([]),
	confidence: fc.constant(null),
	why: fc.array(anyItem, { maxLength: 4 }),
	held: fc.array(anyItem, { maxLength: 4 })
});

describe('the two sentences', () => {
	test('are never empty and never show what a program says', async () => {
		for (const language of LANGUAGES) {
			const words = await wordsOf(language);
			fc.assert(
				fc.property(anyExplanation, (explanation) => {
					for (const sentence of Object.values(sentences(words, explanation, names))) {
						expect(sentence.trim().length).toBeGreaterThan(20);
						expect(sentence).not.toMatch(/undefined|NaN|null|[{}]|\[object/);
					}
				}),
				{ numRuns: 300 }
			);
		}
	});

	test('give the raw value, its unit and its year', async () => {
		const { why } = sentences(await wordsOf('fr'), { ...scored, why: [item({})] }, names);
		expect(why).toBe(
			'El Hajeb\u202f: la filière «\u202fHoney and beekeeping\u202f» se distingue par un besoin plus marqué (Unemployment rate\u202f: 24,4\u202f%, 2024).'
		);
	});

	test('say evidence and market in their own words', async () => {
		const words = await wordsOf('en');
		const items = [
			item({ pillar: 'potential', id: 'evidence', raw: 0.85, year: null }),
			item({ pillar: 'potential', id: 'market_people', raw: 41_230 })
		];
		expect(sentences(words, { ...scored, why: items }, names).why).toBe(
			'In El Hajeb, “Honey and beekeeping” stands out for a stronger potential (Strength of documented potential: 85 of 100; ' +
				'Nearby market: 41,230 people weighted by distance, 2024).'
		);
		const held = [item({ pillar: 'potential', id: 'evidence', raw: 0, contribution: -4 })];
		expect(sentences(words, { ...scored, held }, names).strengthen).toContain('no documented evidence of its own');
	});

	test('mark the proxy of Room', async () => {
		const held = [item({ pillar: 'room', id: 'unemployment_rate', contribution: -2 })];
		expect(sentences(await wordsOf('ar'), { ...scored, held }, names).strengthen).toContain('مؤشر غير مباشر');
	});

	test('tell the cooperatives of a register as what they are: counted, no proxy', async () => {
		const held = [item({ pillar: 'room', id: 'register', raw: 12, year: 2026, contribution: -2 })];
		const told = sentences(await wordsOf('en'), { ...scored, held }, names).strengthen;
		expect(told).toContain('Cooperatives of the chain in the register: 12, 2026');
		expect(told).not.toContain('proxy');
	});

	test('have words for a place that equals the median profile', async () => {
		const both = sentences(await wordsOf('en'), { ...scored, why: [item({ contribution: 0 })] }, names);
		expect(both.why).toBe('In El Hajeb, the score of “Honey and beekeeping” equals that of the median profile (55.8 of 100).');
		expect(both.strengthen).toContain('No available indicator');
	});

	test('tell not documented, ineligible and insufficient apart', async () => {
		const words = await wordsOf('en');
		const why = (change: Partial<Explanation>): string => sentences(words, { ...scored, score: null, ...change }, names).why;
		expect(why({ status: 'not-documented' })).toContain('gap in documentation');
		expect(why({ status: 'ineligible', gate: 'no-coast' })).toContain('no coast');
		expect(why({ status: 'insufficient', missingPillars: ['need', 'potential'] })).toContain('Need and Potential');
		expect(why({ status: 'insufficient' })).toContain('not enough');
	});
});
