import { describe, expect, it } from 'vitest';
import type { Instrument, Reading } from './instrument.ts';
import { findingsFor, ownMadOf } from './findings.ts';
import type { FundingQuestion } from './match.ts';
import { syntheticInstrument, syntheticQuestion } from './scenarios/synthetic.ts';

const READING = syntheticInstrument().reading;
const found = (instrument: Partial<Instrument>, question: Partial<FundingQuestion>, reading: Partial<Reading> = {}) =>
	findingsFor(syntheticInstrument({ ...instrument, reading: { ...READING, ...reading } }), syntheticQuestion(question));
const cooperative = (given: Partial<FundingQuestion> = {}): Partial<FundingQuestion> => ({
	legalForm: 'cooperative',
	stage: 'operation',
	...given
});

const NOTHING = { refusals: [], unanswered: [], doubts: [] };

describe('an instrument without conditions', () => {
	it('has nothing against founders who have said nothing', () => {
		expect(found({}, {})).toEqual(NOTHING);
	});

	it('is doubtful while no source says that it is open, and out of reach once it is closed', () => {
		expect(found({ opening: 'unconfirmed' }, {}).doubts).toEqual(['status']);
		expect(found({ opening: 'closed' }, {}).refusals).toEqual([{ reason: 'closed', wanted: null, given: null }]);
	});

	it('is doubtful while no source names cooperatives, and refused when it goes through others', () => {
		expect(found({ forCooperatives: 'unconfirmed' }, {}).doubts).toEqual(['cooperative-eligibility']);
		for (const forCooperatives of ['no', 'indirect'] as const) {
			expect(found({ forCooperatives }, {}).refusals.map(({ reason }) => reason)).toEqual(['not-for-cooperatives']);
		}
	});
});

describe('the stage', () => {
	it('of founders fits whatever takes an idea or a creation', () => {
		for (const stage of ['idea', 'creation'] as const) {
			expect(found({ stages: ['creation'] }, { stage }).refusals).toEqual([]);
			expect(found({ stages: ['operation', 'growth'] }, { stage }).refusals.map(({ reason }) => reason)).toEqual(['stage']);
		}
	});

	it('of a cooperative must be named', () => {
		expect(found({ stages: ['growth'] }, cooperative({ stage: 'growth' })).refusals).toEqual([]);
		expect(found({ stages: ['idea'] }, cooperative()).refusals.map(({ reason }) => reason)).toEqual(['stage']);
	});
});

describe('the age', () => {
	it('refuses with the years wanted and given', () => {
		expect(found({ maxAgeYears: 4 }, cooperative({ ageYears: 6 })).refusals).toEqual([{ reason: 'too-old', wanted: 4, given: 6 }]);
		expect(found({ maxAgeYears: 4 }, cooperative({ ageYears: 4 }))).toEqual(NOTHING);
	});

	it('is nobody’s obstacle before there is a cooperative, or while it is not said', () => {
		expect(found({ maxAgeYears: 4 }, {})).toEqual(NOTHING);
		expect(found({ maxAgeYears: 4 }, cooperative())).toEqual({ ...NOTHING, unanswered: ['too-old'] });
	});

	it('is asked about where farms are exempt', () => {
		const reading = { ageFreeBranches: ['farming'] };
		const old = { ageYears: 9 };
		expect(found({ maxAgeYears: 5 }, cooperative({ ...old, branch: 'farming' }), reading).doubts).toEqual(['too-old']);
		expect(found({ maxAgeYears: 5 }, cooperative(old), reading).unanswered).toEqual(['too-old']);
		expect(found({ maxAgeYears: 5 }, cooperative({ ...old, branch: 'crafts' }), reading).refusals).toHaveLength(1);
	});
});

describe('who the members are', () => {
	it('counts young women once: 20 % women and 15 % young may or may not be 30 % of both', () => {
		const instrument = { minWomenOrYouthShare: 0.3 };
		expect(found(instrument, { womenShare: 0.2, youthShare: 0.15 }).unanswered).toEqual(['women-or-youth-share']);
		expect(found(instrument, { womenShare: 0.1, youthShare: 0.1 }).refusals).toEqual([
			{ reason: 'women-or-youth-share', wanted: 0.3, given: 0.2 }
		]);
		expect(found(instrument, { womenShare: 0.3 })).toEqual(NOTHING);
		expect(found(instrument, { womenShare: 0.1 }).unanswered).toEqual(['women-or-youth-share']);
	});

	it('is judged by plain words where no share is printed: all women pass, half of them ask, fewer are refused', () => {
		const reading = { meantFor: 'women' } as const;
		expect(found({}, { womenShare: 1 }, reading)).toEqual(NOTHING);
		expect(found({}, { womenShare: 0.5 }, reading).doubts).toEqual(['women-share']);
		expect(found({}, { womenShare: 0.2 }, reading).refusals).toEqual([{ reason: 'women-share', wanted: null, given: 0.2 }]);
		expect(found({}, {}, reading).unanswered).toEqual(['women-share']);
	});

	it('is held to a share that is printed', () => {
		expect(found({ minWomenShare: 0.4 }, { womenShare: 0.3 }).refusals).toEqual([{ reason: 'women-share', wanted: 0.4, given: 0.3 }]);
		expect(found({ minYouthShare: 0.4 }, { youthShare: 0.4 })).toEqual(NOTHING);
	});
});

describe('sector and place', () => {
	it('fit by the branch or by the chain', () => {
		const instrument = { branches: ['farming'], chains: ['honey'] };
		expect(found(instrument, { branch: 'farming' })).toEqual(NOTHING);
		expect(found(instrument, { branch: 'crafts', chain: 'honey' })).toEqual(NOTHING);
		expect(found(instrument, { branch: 'crafts', chain: 'carpets' }).refusals.map(({ reason }) => reason)).toEqual(['sector']);
	});

	it('stay open while one of the two is not said', () => {
		expect(found({ branches: ['farming'], chains: ['honey'] }, { branch: 'crafts' }).unanswered).toEqual(['sector']);
		expect(found({ territories: ['MA-09'] }, {}).unanswered).toEqual(['territory']);
	});

	it('fit at any level from the commune up to the region', () => {
		expect(found({ territories: ['MA-09'] }, { territories: ['09.581.01.03', 'MA-TIZ', 'MA-09'] })).toEqual(NOTHING);
	});

	it('are asked about where the sources give examples, or a list that nobody prints', () => {
		const soft = ['sector', 'territory'] as const;
		expect(found({ branches: ['farming'] }, { branch: 'crafts' }, { soft }).doubts).toEqual(['sector']);
		expect(found({ branches: [], territories: [] }, { branch: 'crafts', territories: ['MA-09'] }, { soft }).doubts).toEqual([
			'sector',
			'territory'
		]);
	});

	it('refuse a town where only rural communes are served', () => {
		expect(found({ setting: 'rural' }, { setting: 'urban' }).refusals.map(({ reason }) => reason)).toEqual(['setting']);
		expect(found({ setting: 'rural' }, {}).unanswered).toEqual(['setting']);
	});
});

describe('the money', () => {
	it('of the investment must lie in the range, and the answer says both numbers', () => {
		const instrument = { minInvestmentMad: 1_000_000, maxInvestmentMad: 50_000_000 };
		expect(found(instrument, { investmentMad: 572_000 }).refusals).toEqual([
			{ reason: 'investment-too-small', wanted: 1_000_000, given: 572_000 }
		]);
		expect(found(instrument, { investmentMad: 60_000_000 }).refusals).toEqual([
			{ reason: 'investment-too-large', wanted: 50_000_000, given: 60_000_000 }
		]);
		expect(found(instrument, {}).unanswered).toEqual(['investment-too-small', 'investment-too-large']);
	});

	it('of a turnover above the threshold refuses, or is asked about where raw produce is exempt', () => {
		const instrument = { maxTurnoverMad: 10_000_000 };
		expect(found(instrument, { turnoverMad: 12_000_000 }).refusals.map(({ reason }) => reason)).toEqual(['turnover']);
		expect(found(instrument, { turnoverMad: 12_000_000 }, { soft: ['turnover'] }).doubts).toEqual(['turnover']);
		expect(found(instrument, {}).unanswered).toEqual(['turnover']);
	});

	it('of one’s own refuses only where the source says own funds; a contribution is asked about, a mere rest is not', () => {
		const case572 = { investmentMad: 572_000, ownMoneyMad: 60_000 };
		const instrument = { ownShare: 0.4 };
		expect(found(instrument, case572, { ownShareKind: 'own-funds' }).refusals).toEqual([
			{ reason: 'own-share', wanted: 228_800, given: 60_000 }
		]);
		expect(found(instrument, case572, { ownShareKind: 'contribution' })).toEqual({ ...NOTHING, doubts: ['own-share'] });
		expect(found(instrument, case572, { ownShareKind: 'rest' })).toEqual(NOTHING);
		expect(found(instrument, { investmentMad: 572_000 }, { ownShareKind: 'contribution' }).unanswered).toEqual(['own-share']);
	});

	it('asked for is 0 where nothing is asked, and unknown where only a rest is left to pay', () => {
		const own = (share: number | null, ownShareKind: Reading['ownShareKind'], investmentMad: number | null = 100_000) =>
			ownMadOf(syntheticInstrument({ ownShare: share, reading: { ...READING, ownShareKind } }), investmentMad);
		expect([own(0, 'rest'), own(0.7, 'rest'), own(null, null), own(0.4, 'contribution'), own(0.4, 'contribution', null)]).toEqual([
			0,
			null,
			null,
			40_000,
			null
		]);
	});
});

it('nothing is left out after the first refusal: a holder reads all that stands in the way', () => {
	const all = found({ opening: 'closed', setting: 'rural', branches: ['farming'] }, { setting: 'urban', branch: 'crafts' });
	expect(all.refusals.map(({ reason }) => reason)).toEqual(['closed', 'sector', 'setting']);
});
