import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenRow } from '#lib/core/scoring/scenarios/synthetic.ts';
import { diagnosticOf } from './assemble.ts';
import { computed } from './datum.ts';
import type { Diagnostic, SectorLine, ZoneLine } from './diagnostic.ts';
import type { IndicatorLine } from './line.ts';
import { findingsOf } from './find.ts';
import type { Finding, Findings } from './findings.ts';
import { codeOf, evidence, EIGHT, indicator, RULES, same, syntheticInput } from './scenarios/synthetic.ts';

type Told = Parameters<typeof findingsOf>[1];
const BASE: Diagnostic = diagnosticOf(syntheticInput());
const NOTHING: Told = {
	...BASE,
	profile: { ...BASE.profile, change: null },
	...{ needs: [], sectors: [], zones: [], multiples: [] },
	potentials: { ...BASE.potentials, evidence: [], labels: [], lines: [] },
	projects: { ...BASE.projects, sectors: [] },
	quality: { ...BASE.quality, hasRegister: true }
};
const find = (told: Partial<Told>, input = syntheticInput()): Findings => findingsOf(input, { ...NOTHING, ...told }, RULES);
const rules = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);
const datum = (value: number) => computed(value, 'synthetic/cell');

/** A line that ranks `rank` of eight. */
const line = (id: string, rank: number, role: IndicatorLine['role'] = 'need'): IndicatorLine => {
	const { name, unit, dimension, direction, decimals } = indicator(id);
	const ends = { of: datum(8), lowest: datum(0), median: datum(5), highest: datum(9) };
	return {
		...{ indicator: id, name, unit, dimension, role, direction, decimals, isCount: false, here: datum(5), beside: null, reading: null },
		standing: { rank: datum(rank), ...ends, isFirstQuarter: rank <= 2, isLastQuarter: rank > 6 },
		isStale: false
	};
};

const sector = (chain: string, more: Partial<SectorLine> = {}): SectorLine => ({
	...{ chain, name: same(chain), branch: 'farming', status: 'scored', score: datum(50), rank: datum(1), ranked: datum(8) },
	...{ low: datum(1), high: datum(2), top: datum(0.2), tied: datum(0), robustness: 'robust', type: null, isPromising: false },
	...{ confidence: 'A', models: [] },
	...more
});

const zone = (id: string): ZoneLine => ({
	...{ id, chain: 'crop', around: { names: [], hasMore: false }, inside: [], members: datum(2), people: datum(2000), areaKm2: null },
	...{ mean: datum(50), low: datum(40), high: datum(60) }
});

describe('strengths', () => {
	it('are labels, documented chains, and figures in the favourable quarter: a need is one where it is least', () => {
		const potentials = {
			...NOTHING.potentials,
			labels: [{ product: same('Rose'), kind: 'AOP' as const, territory: 'A' }],
			evidence: diagnosticOf(syntheticInput('A', { evidence: [evidence('E1', 'A')] })).potentials.evidence,
			lines: [line('souk', 1, 'potential')]
		};
		const { strengths } = find({ potentials, needs: [line('jobless', 8), line('schooling', 1)], sectors: [sector('crop')] });
		expect(rules(strengths)).toEqual(['labels', 'documented', 'indicator-first', 'indicator-first']);
		expect(strengths[1]).toEqual({ rule: 'documented', count: 1, chains: ['crop'] });
		expect(strengths.flatMap((one) => ('line' in one ? [one.line.indicator] : []))).toEqual(['jobless', 'souk']);
	});

	it('name the best figure where none stands out, and say so where there is no figure at all', () => {
		expect(find({ needs: [line('jobless', 4), line('schooling', 5)] }).strengths).toMatchObject([
			{ rule: 'indicator-best', line: { indicator: 'schooling' } }
		]);
		expect(rules(find({}).strengths)).toEqual(['nothing-stands-out']);
	});
});

describe('weaknesses', () => {
	it('are figures in the unfavourable quarter, and first sectors without a model', () => {
		const projects = { ...NOTHING.projects, sectors: [{ chain: 'crop', name: same('crop'), models: [] }] };
		const potentials = { ...NOTHING.potentials, lines: [line('souk', 8, 'potential')] };
		const { weaknesses } = find({ potentials, projects, needs: [line('jobless', 1), line('schooling', 5)] });
		expect(rules(weaknesses)).toEqual(['indicator-last', 'indicator-last', 'model-missing']);
	});

	it('name the weakest figure where none stands out, and say so where there is no figure at all', () => {
		expect(find({ needs: [line('jobless', 4), line('schooling', 5)] }).weaknesses).toMatchObject([
			{ rule: 'indicator-weakest', line: { indicator: 'jobless' } }
		]);
		expect(rules(find({}).weaknesses)).toEqual(['nothing-stands-out']);
	});
});

describe('figures of one subject', () => {
	const rates = [
		'unemployment_rate',
		'unemployment_rate_women',
		'unemployment_rate_men',
		'unemployment_rate_rural',
		'illiteracy_rate_10p',
		'illiteracy_rate_15p_women'
	];

	it('are told once: the most marked speaks for women, men, the countryside and all kinds of poverty', () => {
		const told = (ids: readonly string[]) =>
			find({ needs: ids.map((id) => line(id, 1)) }).weaknesses.map((one) => 'line' in one && one.line.indicator);
		expect(told(rates)).toEqual(['unemployment_rate', 'illiteracy_rate_10p']);
		expect(told(['monetary_poverty_rate', 'poverty_gap_index', 'ene_unemployment_rate_q3', 'unemployment_rate'])).toEqual([
			'monetary_poverty_rate',
			'ene_unemployment_rate_q3'
		]);
	});

	it('are at most four in a list', () => {
		expect(find({ needs: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => line(id, 1)) }).weaknesses).toHaveLength(RULES.listed);
	});
});

describe('opportunities', () => {
	it('are promising sectors, then likely ones, at most four, then the first two zones', () => {
		const sectors = [
			sector('p', { isPromising: true, top: datum(0.9) }),
			...['l1', 'l2', 'l3', 'l4'].map((chain) => sector(chain, { top: datum(0.6) })),
			sector('rest')
		];
		const { opportunities } = find({ sectors, zones: ['z1', 'z2', 'z3'].map(zone) });
		expect(rules(opportunities)).toEqual(['sector-promising', 'sector-likely', 'sector-likely', 'sector-likely', 'zone', 'zone']);
	});

	it('are at most four sectors, however many promise', () => {
		const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((chain) => sector(chain, { isPromising: true, top: datum(0.9) }));
		expect(find({ sectors: many }).opportunities).toHaveLength(RULES.listed);
	});

	it('name the first sector where none is likely, and say so where nothing is scored', () => {
		expect(find({ sectors: [sector('rest'), sector('last')] }).opportunities).toMatchObject([{ rule: 'sector-first', chain: 'rest' }]);
		expect(rules(find({ sectors: [sector('no', { score: null, top: null })] }).opportunities)).toEqual(['nothing-stands-out']);
	});
});

describe('threats', () => {
	it('always say that risks are unknown, and that room is where no register counts', () => {
		expect(rules(find({}).threats)).toEqual(['risk-unknown']);
		expect(rules(find({ quality: { ...NOTHING.quality, hasRegister: false } }).threats)).toEqual(['room-unknown', 'risk-unknown']);
	});

	it('are a falling population and first sectors whose rank is fragile, at most two', () => {
		const sectors = ['a', 'b', 'c'].map((chain) => sector(chain, { robustness: 'fragile' }));
		const told = (change: number) => rules(find({ sectors, profile: { ...NOTHING.profile, change: datum(change) } }).threats);
		expect(told(-1)).toEqual(['population-falls', 'sector-fragile', 'sector-fragile', 'risk-unknown']);
		expect(told(1)).not.toContain('population-falls');
	});

	it('are first sectors that a third of the level has documented too, with how many', () => {
		const { threats } = find({ sectors: [sector('crop'), sector('service')] });
		expect(threats[0]).toMatchObject({
			...{ rule: 'many-documented', chain: 'crop' },
			count: { value: 7, cell: 'scores/province/crop/*#documented' },
			of: { value: 8, cell: 'scores/province/crop/*#territories' }
		});
		expect(rules(threats)).toEqual(['many-documented', 'risk-unknown']);
	});

	it('are, of a region, the need that differs most between its provinces, on the range of all provinces', () => {
		const places = (most: number, least: number) => [
			{ code: 'A', name: same('A'), datum: datum(most) },
			{ code: 'B', name: same('B'), datum: datum(least) },
			{ code: 'C', name: same('C'), datum: null }
		];
		const { name, unit, direction, decimals } = indicator('x');
		const multiple = (id: string, most: number, least: number) => ({
			indicator: id,
			name,
			unit,
			direction,
			decimals,
			places: places(most, least),
			whole: null
		});
		const { threats } = find({ multiples: [multiple('jobless', 40, 20), multiple('vulnerable', 70, 20), multiple('schooling', 50, 20)] });
		expect(threats[0]).toMatchObject({ rule: 'gap-inside', indicator: 'vulnerable', most: { code: 'A' }, least: { code: 'B' } });
	});
});

describe('the four lists', () => {
	it('are never empty, whatever is known', () => {
		const row = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })));
		fc.assert(
			fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (rows) => {
				const table = Object.fromEntries(rows.map(([x, crop], index) => [codeOf(index), evenRow(x, crop)]));
				for (const list of Object.values(diagnosticOf(syntheticInput('A', {}, table)).findings)) expect(list).not.toEqual([]);
			}),
			{ numRuns: 12 }
		);
	});

	it('are not empty for a place of which nothing is known', () => {
		const unknown = { values: {}, evidence: { crop: null, service: null } };
		const { findings } = diagnosticOf(syntheticInput('A', {}, { ...EIGHT, A: unknown }));
		expect(Object.values(findings).map((list) => list.length > 0)).toEqual([true, true, true, true]);
	});
});
