import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeTable, type EncodedTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import { STATUSES } from '#lib/core/scoring/outcome.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import { workedScore } from '#lib/core/scoring/worked.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import scenario from './scenarios/real-places.json' with { type: 'json' };

let snapshot: Snapshot;
const scorers = {} as Record<Level, Scorer>;

beforeAll(() => {
	const root = process.env.FURAS_DATA ?? 'data/built';
	const read = <T>(path: string): T => JSON.parse(readFileSync(`${root}/${path}`, 'utf8')) as T;
	const { id } = read<{ id: string }>('current.json');
	snapshot = read<Snapshot>(`${id}/snapshot.json`);
	const tables = { ...snapshot.levels, commune: read<EncodedTable>(`${id}/communes.json`) };
	for (const level of ['region', 'province', 'commune'] as const)
		scorers[level] = createScorer(snapshot.method, decodeTable(tables[level]), snapshot.chains);
});

const balanced = (): Snapshot['method']['presets']['balanced'] => snapshot.method.presets.balanced;
const levelOf = (code: string): Level => (/^\d/.test(code) ? 'commune' : /^MA-\d/.test(code) ? 'region' : 'province');
const explained = (territory: string, chain: string) => scorers[levelOf(territory)].explain(chain, territory, balanced(), 'geometric');

describe('the shipped scores', () => {
	test.each(scenario.sanity.scores)('$chain in $territory lands near $score', ({ chain, territory, score }) => {
		expect(Math.abs(explained(territory, chain).score! - score)).toBeLessThan(scenario.sanity.tolerance);
	});

	test('give every province at least six scored chains', () => {
		const { table, scores } = scorers.province;
		const counts = new Map(table.territories.map(({ code }) => [code, 0]));
		for (const { id } of snapshot.chains) {
			for (const index of scores(id, balanced(), 'geometric').order)
				counts.set(table.territories[index]!.code, counts.get(table.territories[index]!.code)! + 1);
		}
		expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(scenario.fewestScoredChains);
	});

	test.each(scenario.only)('of $chain exist only where it is documented', ({ chain, scored }) => {
		const { table, scores } = scorers.province;
		expect([...scores(chain, balanced(), 'geometric').order].map((index) => table.territories[index]!.code)).toEqual(scored);
	});

	test.each(scenario.statuses)('$chain in $territory is $status', ({ chain, territory, status, gate }) => {
		expect(explained(territory, chain)).toMatchObject({ status, gate, score: status === 'scored' ? expect.any(Number) : null });
	});

	test.each(scenario.missingTerms)('$territory misses what it cannot have, and still scores', ({ chain, territory, missing }) => {
		const { score, pillars } = explained(territory, chain);
		const absent = pillars.flatMap(({ terms }) => terms).filter(({ raw }) => raw === null);
		expect(score).not.toBeNull();
		expect(absent.map(({ id }) => id)).toEqual(missing.filter((id) => id !== 'evidence-none'));
	});

	test.each(['region', 'province'] as const)(
		'are worked out step by step at %s level: figures, scales, shares and means give the score again',
		(level) => {
			const scorer = scorers[level];
			for (const { id } of snapshot.chains) {
				for (const aggregator of ['geometric', 'arithmetic', 'harmonic'] as const) {
					const { score } = scorer.scores(id, balanced(), aggregator);
					scorer.table.territories.forEach(({ code }, i) => {
						const worked = workedScore(scorer, id, code, balanced(), aggregator);
						if (Number.isNaN(score[i])) return expect(worked).toBeNull();
						expect(worked!.score).toBeCloseTo(score[i]!, 9);
						for (const { terms, value } of worked!.pillars)
							expect(terms.reduce((sum, { position, share }) => sum + position * share, 0)).toBeCloseTo(value, 9);
					});
				}
			}
		}
	);

	test.each(['region', 'province', 'commune'] as const)(
		'add up at %s level: every contribution sums to score − reference, every territory has exactly one status',
		(level) => {
			const scorer = scorers[level];
			const sample = scorer.table.territories.filter((_, i) => level !== 'commune' || i % 40 === 0);
			for (const { id } of snapshot.chains) {
				const { status } = scorer.scores(id, balanced(), 'geometric');
				expect(status.every((code) => code < STATUSES.length)).toBe(true);
				for (const { code } of sample) {
					const { score, reference, pillars } = scorer.explain(id, code, balanced(), 'geometric');
					if (score === null) continue;
					const sum = pillars.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
					expect(Math.abs(sum - (score - reference!))).toBeLessThan(1e-9);
				}
			}
		}
	);

	test('never read NaN as a number: a territory is scored exactly when its score is known', () => {
		for (const scorer of Object.values(scorers)) {
			for (const { id } of snapshot.chains) {
				const { score, status, rank } = scorer.scores(id, balanced(), 'geometric');
				score.forEach((value, i) => {
					expect(Number.isNaN(value)).toBe(STATUSES[status[i]!] !== 'scored');
					expect(rank[i] === 0).toBe(Number.isNaN(value));
				});
			}
		}
	});
});

describe('levels', () => {
	test('P17 counts of a region add up exactly from its provinces, and of a province from its communes', () => {
		const sums = (level: Level, parent: string): number =>
			scorers[level].table.territories
				.filter((territory) => territory.parent === parent)
				.reduce((sum, { populationLegal }) => sum + populationLegal, 0);
		for (const { code, populationLegal } of scorers.region.table.territories) expect(sums('province', code)).toBe(populationLegal);
		for (const { code, populationLegal } of scorers.province.table.territories) expect(sums('commune', code)).toBe(populationLegal);
	});

	test('P17 a rate that no source publishes for regions is unknown there, never the mean of its provinces', () => {
		expect(scorers.region.table.values.monetary_vulnerability_rate!.every(Number.isNaN)).toBe(true);
		expect(scorers.region.dropped).toContain('monetary_vulnerability_rate');
	});

	test('every name of a territory exists in three languages, and no two provinces share one', () => {
		const { territories } = scorers.province.table;
		for (const language of ['ar', 'fr', 'en'] as const) expect(new Set(territories.map(({ name }) => name[language])).size).toBe(75);
		expect(territories.find(({ code }) => code === 'MA-FIG')!.name).toMatchObject({ ar: 'فجيج', fr: 'Figuig' });
	});

	test('Sidi Yahia El Gharb is a commune of Sidi Slimane', () => {
		expect(scorers.commune.table.territories.find(({ code }) => code === '04.491.01.09')!.parent).toBe('MA-SIL');
	});

	test('a tiny province such as Aousserd is scored with ratios on its municipal population', () => {
		const aousserd = scorers.province.table.territories.find(({ code }) => code === 'MA-AOU')!;
		expect(aousserd.populationMunicipal).toBe(8559);
		expect(aousserd.populationLegal).toBe(24498);
		expect(explained('MA-AOU', 'fishing').score ?? explained('MA-AOU', 'digital-services').score).toBeGreaterThan(0);
	});
});
