import { describe, expect, it } from 'vitest';
import type { RankedSector } from '#lib/core/recommendation/sectors.ts';
import type { Zone } from '#lib/core/zones/zones.ts';
import { figuresOf } from './figures.ts';
import type { DiagnosticInput, SheetSummary } from './input.ts';
import { multiplesOf, projectsOf, zoneLines } from './projects.ts';
import { column, contextOf, figure, indicator, project, region, same, syntheticInput } from './scenarios/synthetic.ts';

const provinces = syntheticInput().scorer.table.territories;
const regional = (codes: readonly string[], more: Partial<DiagnosticInput> = {}): DiagnosticInput =>
	syntheticInput('A', {
		territory: region(provinces[0]!),
		parents: [],
		children: provinces.filter(({ code }) => codes.includes(code)),
		...more
	});

/** The chains of a province in this order. */
const ranked = (territory: string, chains: readonly string[]): RankedSector[] =>
	chains.map((chain, index) => ({ chain, territory, position: index + 1, top: 0.5, score: 50 }));
const told = (input: DiagnosticInput) => projectsOf(input, contextOf([], []));
const sheet = (id: string, chains: readonly string[], more: Partial<SheetSummary> = {}): SheetSummary => ({
	...{ id, name: same(id), grade: 'B', chains, investmentMad: 1_000_000, members: 12 },
	...more
});

describe('the first sectors', () => {
	it('of a province are those of its holders, with every sheet that serves them', () => {
		const input = syntheticInput('A', {
			recommended: (code) => ranked(code, ['service', 'crop']),
			sheets: [sheet('M1', ['crop']), sheet('M2', ['crop', 'other'])]
		});
		const { sectors } = told(input);
		expect(sectors.map(({ chain, models }) => [chain, models.map(({ id }) => id)])).toEqual([
			['service', []],
			['crop', ['M1', 'M2']]
		]);
	});

	it('of a region are those that most of its provinces have first, then by position, then by code', () => {
		const first: Readonly<Record<string, readonly string[]>> = { A: ['crop', 'service'], B: ['service', 'crop'], C: ['service'] };
		const { sectors } = told(regional(['A', 'B', 'C'], { recommended: (code) => ranked(code, first[code] ?? []) }));
		expect(sectors.map(({ chain }) => chain)).toEqual(['service', 'crop']);
		const tied = told(regional(['A', 'B'], { recommended: (code) => ranked(code, first[code] ?? []) }));
		expect(tied.sectors.map(({ chain }) => chain)).toEqual(['crop', 'service']);
	});

	it('carry the investment of a sheet as shipped, and no number of members where the model gives none', () => {
		const input = syntheticInput('A', {
			recommended: (code) => ranked(code, ['crop']),
			sheets: [sheet('M1', ['crop'], { members: null })]
		});
		expect(told(input).sectors[0]!.models[0]).toMatchObject({
			investment: { value: 1_000_000, cell: 'models/M1#investment' },
			members: null
		});
	});
});

describe('existing projects', () => {
	it('keep every amount with its cell and period; what no source says stays null', () => {
		const input = syntheticInput('A', { existing: [project('P1', 'A', { amountMad: 3_977_080, areaM2: 350 })] });
		const [line] = told(input).existing;
		expect(line!.amountMad).toMatchObject({ value: 3_977_080, year: '2025', status: 'published', cell: 'projects/P1#amountMad' });
		expect([line!.areaM2!.value, line!.indhAmountMad, line!.projectsCount]).toEqual([350, null, null]);
	});

	it('have programme totals beside them as lines of their own', () => {
		const indh = indicator('indh_projects', { role: 'context', isCount: true });
		const { programmes } = projectsOf(syntheticInput(), contextOf([indh, indicator('jobless')], [figure('indh_projects', 'A', 1080)]));
		expect(programmes.map(({ here, standing }) => [here.value, standing])).toEqual([[1080, null]]);
	});
});

describe('the zones of a territory', () => {
	const zone = (id: string, members: readonly string[], people: number, more: Partial<Zone> = {}): Zone => ({
		...{ id, chain: 'crop', members, around: { names: [same(members[0]!)], hasMore: false }, people, areaKm2: 50 },
		...{ score: { mean: 55, low: 50, high: 60 }, promising: 1, priority: 0, leading: null },
		...more
	});
	const zones = [zone('small', ['A', 'B'], 2000), zone('large', ['A', 'C'], 9000), zone('elsewhere', ['D'], 500)];
	const { standings } = syntheticInput();

	it('are those with a member inside: of a province those it belongs to, the one with most people first', () => {
		const lines = zoneLines(syntheticInput('A', { standings: { ...standings, zones } }));
		expect(lines.map(({ id, inside }) => [id, inside.map(({ code }) => code)])).toEqual([
			['large', ['A']],
			['small', ['A']]
		]);
	});

	it('of a region are those of its provinces, the one with most members inside first', () => {
		const lines = zoneLines(regional(['A', 'B', 'D'], { standings: { ...standings, zones } }));
		expect(lines.map(({ id, inside }) => [id, inside.map(({ code }) => code)])).toEqual([
			['small', ['A', 'B']],
			['large', ['A']],
			['elsewhere', ['D']]
		]);
	});

	it('have an area only where every member has a polygon, and cells for every figure', () => {
		const [line] = zoneLines(syntheticInput('A', { standings: { ...standings, zones: [zone('z', ['A'], 1, { areaKm2: null })] } }));
		expect([line!.areaKm2, line!.mean.cell, line!.members.value]).toEqual([null, 'zones/z#mean', 1]);
	});

	it('are none where no zone reaches', () => {
		expect(zoneLines(syntheticInput('H', { standings: { ...standings, zones } }))).toEqual([]);
	});
});

describe('provinces side by side', () => {
	const jobless = indicator('jobless');
	const below = figuresOf('province', ['A', 'B', 'C'], [jobless], column('jobless', [null, 10, 30]));
	const figures = figuresOf('region', ['R'], [jobless, indicator('other')], [figure('jobless', 'R', 20)]);

	it('stand by value, highest first and unknown last, beside the figure of the region', () => {
		const [multiple, ...others] = multiplesOf(regional(['A', 'B', 'C'], { below, figures }));
		expect(others).toEqual([]);
		expect(multiple!.places.map(({ code, datum }) => [code, datum?.value ?? null])).toEqual([
			['C', 30],
			['B', 10],
			['A', null]
		]);
		expect(multiple!.whole!.value).toBe(20);
	});

	it('are none for a province', () => {
		expect(multiplesOf(syntheticInput('A', { below }))).toEqual([]);
	});
});
