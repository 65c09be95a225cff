import type { Instrument } from '../instrument.ts';
import type { FundingQuestion } from '../match.ts';

/** Synthetic instruments and questions for tests. Nothing here is ever shown to a user. */

const text = (word: string): { ar: string; fr: string; en: string } => ({ ar: word, fr: word, en: word });

const OPEN_TO_ALL: Instrument = {
	id: 'S',
	name: text('S'),
	operatorText: text('S'),
	kind: 'grant',
	purpose: text('S'),
	who: text('S'),
	conditions: null,
	contact: null,
	territoryText: text('S'),
	statusText: text('S'),
	forCooperatives: 'yes',
	opening: 'open',
	stages: ['idea', 'creation', 'operation', 'growth'],
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
	maxTurnoverMad: null,
	ceilingMad: null,
	ceilingPer: null,
	rate: null,
	rateHigh: null,
	interest: null,
	ownShare: null,
	isExPost: false,
	group: null,
	order: 1,
	reading: { meantFor: null, soft: [], ageFreeBranches: [], wholeChains: null, ownShareKind: null },
	vintage: '2026',
	confidence: 'high',
	url: null
};

/** A grant without any condition, but for what is given. */
export const syntheticInstrument = (given: Partial<Instrument> = {}): Instrument => ({ ...OPEN_TO_ALL, ...given });

/** Founders who have said nothing, but for what is given. */
export const syntheticQuestion = (given: Partial<FundingQuestion> = {}): FundingQuestion => ({
	legalForm: 'not-yet',
	stage: 'creation',
	ageYears: null,
	members: null,
	womenShare: null,
	youthShare: null,
	branch: null,
	chain: null,
	territories: [],
	setting: null,
	investmentMad: null,
	workingCapitalMad: null,
	turnoverMad: null,
	ownMoneyMad: null,
	...given
});
