import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { INSTRUMENT_KINDS, SOFT_CONDITIONS, STAGES, type Instrument } from './instrument.ts';
import { matchFunding } from './match-funding.ts';
import type { FundingQuestion, Match } from './match.ts';
import { syntheticInstrument, syntheticQuestion } from './scenarios/synthetic.ts';

const READING = syntheticInstrument().reading;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const money = fc.integer({ min: 0, max: 5_000_000 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });
const branch = fc.constantFrom('farming', 'crafts', 'fishing');
const chain = fc.constantFrom('honey', 'dates', 'carpets');
const place = fc.constantFrom('MA-01', 'MA-02', 'MA-TIZ');

const reading: fc.Arbitrary<Instrument['reading']> = fc.record({
	meantFor: maybe(fc.constantFrom('women', 'youth')),
	soft: fc.subarray([...SOFT_CONDITIONS]),
	ageFreeBranches: fc.uniqueArray(branch, { maxLength: 1 }),
	wholeChains: maybe(fc.uniqueArray(chain, { maxLength: 2 })),
	ownShareKind: maybe(fc.constantFrom('own-funds', 'contribution', 'rest'))
});
const instrument: fc.Arbitrary<Partial<Instrument>> = fc.record({
	kind: fc.constantFrom(...INSTRUMENT_KINDS, 'grant', 'grant', 'loan'),
	forCooperatives: fc.constantFrom('yes', 'yes', 'yes', 'no', 'unconfirmed', 'indirect'),
	opening: fc.constantFrom('open', 'open', 'unconfirmed', 'closed'),
	stages: fc.subarray([...STAGES], { minLength: 1 }),
	maxAgeYears: maybe(fc.integer({ min: 1, max: 8 })),
	minWomenShare: maybe(share),
	minYouthShare: maybe(share),
	minWomenOrYouthShare: maybe(share),
	branches: maybe(fc.uniqueArray(branch, { minLength: 1, maxLength: 2 })),
	chains: maybe(fc.uniqueArray(chain, { minLength: 1, maxLength: 2 })),
	territories: maybe(fc.uniqueArray(place, { minLength: 1, maxLength: 2 })),
	setting: maybe(fc.constantFrom('rural', 'urban')),
	minInvestmentMad: maybe(money),
	maxInvestmentMad: maybe(money),
	maxTurnoverMad: maybe(money),
	ceilingMad: maybe(money),
	ceilingPer: maybe(fc.constantFrom('project', 'project', 'hectare', 'head')),
	rate: maybe(share),
	rateHigh: maybe(share),
	ownShare: maybe(share),
	isExPost: fc.boolean(),
	group: maybe(fc.constantFrom('a', 'b')),
	order: fc.integer({ min: 1, max: 9 }),
	reading
});
/** Instruments that little speaks against, so that plans have something to add up. */
const kind: fc.Arbitrary<Partial<Instrument>> = instrument.map((given) => ({
	...given,
	forCooperatives: 'yes',
	opening: 'open',
	stages: STAGES,
	maxAgeYears: null,
	minWomenShare: null,
	minYouthShare: null,
	minWomenOrYouthShare: null,
	branches: null,
	chains: null,
	territories: null,
	setting: null,
	minInvestmentMad: null,
	maxInvestmentMad: null,
	reading: { ...(given.reading ?? READING), meantFor: null }
}));
const instruments: fc.Arbitrary<Instrument[]> = fc
	.array(fc.oneof(instrument, kind), { minLength: 1, maxLength: 8 })
	.map((list) => list.map((given, index) => syntheticInstrument({ ...given, id: `S${index}` })));

const question: fc.Arbitrary<FundingQuestion> = fc.record({
	legalForm: fc.constantFrom('cooperative', 'not-yet'),
	stage: fc.constantFrom(...STAGES),
	ageYears: maybe(fc.integer({ min: 0, max: 12 })),
	members: maybe(fc.integer({ min: 1, max: 200 })),
	womenShare: maybe(share),
	youthShare: maybe(share),
	branch: maybe(branch),
	chain: maybe(chain),
	territories: fc.uniqueArray(place, { maxLength: 3 }),
	setting: maybe(fc.constantFrom('rural', 'urban')),
	investmentMad: maybe(fc.oneof(money, fc.double({ min: 0, max: 1e6, noNaN: true }))),
	workingCapitalMad: maybe(money),
	turnoverMad: maybe(money),
	ownMoneyMad: maybe(money)
});

const verdicts = (list: readonly Instrument[], asked: FundingQuestion): Map<string, Match['verdict']> =>
	new Map(matchFunding(list, asked).matches.map(({ instrument: { id }, verdict }) => [id, verdict]));

describe('whatever the instruments and the group', () => {
	test('the layers of a plan add up to the need exactly, none is empty, and the gap is what the plan says', () => {
		fc.assert(
			fc.property(instruments, question, (list, asked) => {
				const { plan } = matchFunding(list, asked);
				expect(plan === null).toBe(asked.investmentMad === null);
				if (plan === null) return;
				expect(plan.layers.reduce((total, { amountMad }) => total + amountMad, 0)).toBe(plan.needMad);
				for (const { amountMad } of plan.layers) expect(Number.isInteger(amountMad) && amountMad > 0).toBe(true);
				const gap = plan.layers.filter(({ kind: of }) => of === 'gap').reduce((total, { amountMad }) => total + amountMad, 0);
				expect(gap).toBe(plan.gapMad);
			})
		);
	});

	test('no grant passes its ceiling, its share or the investment, and all grants together do not pass the investment', () => {
		fc.assert(
			fc.property(instruments, question, (list, asked) => {
				const { matches, plan } = matchFunding(list, asked);
				for (const { instrument: one, amountMad } of matches) {
					if (amountMad === null) continue;
					if (one.ceilingMad !== null) expect(amountMad).toBeLessThanOrEqual(one.ceilingMad);
					if (one.kind !== 'grant' || asked.investmentMad === null) continue;
					expect(amountMad).toBeLessThanOrEqual(asked.investmentMad * (one.rate ?? 1) + 1e-6);
				}
				const granted = plan?.layers.filter(({ kind: of }) => of === 'grant').reduce((total, { amountMad }) => total + amountMad, 0);
				expect(granted ?? 0).toBeLessThanOrEqual((asked.investmentMad ?? 0) + 1e-6);
			})
		);
	});

	test('a plan counts on no refused instrument, on no more than each could bring, and on one per group', () => {
		fc.assert(
			fc.property(instruments, question, (list, asked) => {
				const { matches, plan } = matchFunding(list, asked);
				const byId = new Map(matches.map((match) => [match.instrument.id, match]));
				const counted = (plan?.layers ?? [])
					.filter(({ instrument: id }) => id !== null)
					.map((layer) => ({ layer, match: byId.get(layer.instrument!)! }));
				for (const { layer, match } of counted) {
					expect(match.verdict).not.toBe('refused');
					expect(match.unknowns).not.toContain('cooperative-eligibility');
					expect(layer.amountMad).toBeLessThanOrEqual(match.amountMad ?? 0);
				}
				for (const of of ['grant', 'loan']) {
					const groups = counted.filter(({ match }) => match.instrument.kind === of).flatMap(({ match }) => match.instrument.group ?? []);
					expect(new Set(groups).size).toBe(groups.length);
				}
				expect(counted.filter(({ layer }) => layer.kind === 'loan').length).toBeLessThanOrEqual(1);
			})
		);
	});

	test('what must be lent until grants are paid is the sum of those that pay afterwards', () => {
		fc.assert(
			fc.property(instruments, question, (list, asked) => {
				const { plan } = matchFunding(list, asked);
				const exPost = (plan?.layers ?? [])
					.filter(({ kind: of, isExPost }) => of === 'grant' && isExPost)
					.reduce((total, { amountMad }) => total + amountMad, 0);
				expect(plan?.bridgeMad ?? 0).toBe(exPost);
			})
		);
	});

	test('saying what was not said never opens a refused door, and hiding it never closes one', () => {
		const fields = [
			'ageYears',
			'members',
			'womenShare',
			'youthShare',
			'branch',
			'chain',
			'setting',
			'investmentMad',
			'turnoverMad',
			'ownMoneyMad'
		] as const;
		fc.assert(
			fc.property(instruments, question, fc.constantFrom(...fields), (list, asked, field) => {
				const silent = verdicts(list, { ...asked, [field]: null });
				const said = verdicts(list, asked);
				for (const [id, verdict] of silent) if (verdict === 'refused') expect(said.get(id)).toBe('refused');
			})
		);
	});

	test('who has said nothing is refused nothing for it: every refusal of a silent group is the instrument’s own', () => {
		fc.assert(
			fc.property(instruments, (list) => {
				const own = new Set(['not-for-cooperatives', 'closed', 'stage']);
				for (const { refusals } of matchFunding(list, syntheticQuestion()).matches) {
					expect(refusals.filter(({ reason }) => !own.has(reason))).toEqual([]);
				}
			})
		);
	});

	test('the answer does not depend on the order of the table', () => {
		fc.assert(
			fc.property(instruments, question, (list, asked) => {
				expect(matchFunding(list.toReversed(), asked)).toEqual(matchFunding(list, asked));
			})
		);
	});

	test('every instrument is answered once, with a reason exactly when it is refused', () => {
		fc.assert(
			fc.property(instruments, question, (list, asked) => {
				const { matches } = matchFunding(list, asked);
				expect(matches.map(({ instrument: { id } }) => id).toSorted()).toEqual(list.map(({ id }) => id).toSorted());
				for (const { verdict, refusals, unknowns } of matches) {
					expect(verdict === 'refused').toBe(refusals.length > 0);
					if (verdict === 'eligible') expect(unknowns.filter((unknown) => unknown !== 'amount')).toEqual([]);
				}
			})
		);
	});
});

describe('a plan', () => {
	const grant = (id: string, given: Partial<Instrument>): Instrument => syntheticInstrument({ id, ceilingPer: 'project', ...given });
	const planFor = (list: readonly Instrument[], asked: Partial<FundingQuestion>) => matchFunding(list, syntheticQuestion(asked)).plan!;
	const amounts = (plan: ReturnType<typeof planFor>) => plan.layers.map(({ kind: of, instrument: id, amountMad }) => [id ?? of, amountMad]);

	it('puts own money before the loan, as debt costs', () => {
		const loan = grant('L', { kind: 'loan', ceilingMad: 1_000_000 });
		expect(amounts(planFor([loan], { investmentMad: 100_000, ownMoneyMad: 30_000 }))).toEqual([
			['own', 30_000],
			['L', 70_000]
		]);
	});

	it('leaves a contribution to the holder: no second grant pays what INDH asks of the group', () => {
		const indh = grant('I', {
			rate: 0.6,
			ceilingMad: 300_000,
			ownShare: 0.4,
			order: 1,
			reading: { ...READING, ownShareKind: 'contribution' }
		});
		const moazara = grant('M', { ceilingMad: 49_000, order: 2 });
		expect(amounts(planFor([indh, moazara], { investmentMad: 60_000 }))).toEqual([
			['I', 36_000],
			['gap', 24_000]
		]);
		expect(amounts(planFor([indh, moazara], { investmentMad: 572_000 }))).toEqual([
			['I', 300_000],
			['M', 43_200],
			['gap', 228_800]
		]);
	});

	it('takes the first of a group, and the next one when the first brings nothing one can count', () => {
		const first = grant('A', { group: 'g', order: 1, rate: 0.1 });
		const second = grant('B', { group: 'g', order: 2, rate: 0.5 });
		expect(amounts(planFor([second, first], { investmentMad: 100_000 }))[0]).toEqual(['A', 10_000]);
		const silent = grant('A', { group: 'g', order: 1 });
		expect(amounts(planFor([second, silent], { investmentMad: 100_000 }))[0]).toEqual(['B', 50_000]);
	});

	it('says what must be lent until a grant that pays afterwards is paid', () => {
		const fund = grant('F', { rate: 0.1, ceilingMad: 2_000_000, isExPost: true });
		expect(planFor([fund], { investmentMad: 5_150_000 })).toMatchObject({ bridgeMad: 515_000, gapMad: 4_635_000 });
	});

	it('counts on no door that may not exist for this group, but on one that may be shut today', () => {
		const doubtful = grant('D', { rate: 0.5, territories: [], reading: { ...READING, soft: ['territory'] } });
		const unconfirmed = grant('U', { rate: 0.2, opening: 'unconfirmed' });
		const plan = planFor([doubtful, unconfirmed], { investmentMad: 100_000, territories: ['MA-09'] });
		expect(amounts(plan)).toEqual([
			['U', 20_000],
			['gap', 80_000]
		]);
	});

	it('closes without a gap when own money pays for all of it', () => {
		expect(planFor([], { investmentMad: 100_000, ownMoneyMad: 500_000 })).toEqual({
			needMad: 100_000,
			layers: [{ kind: 'own', instrument: null, amountMad: 100_000, isExPost: false }],
			bridgeMad: 0,
			gapMad: 0
		});
	});

	it('is none while nobody said what the project costs', () => {
		expect(matchFunding([], syntheticQuestion({ ownMoneyMad: 1 })).plan).toBeNull();
	});
});
