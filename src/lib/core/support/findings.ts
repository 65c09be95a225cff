import { STAGES, type Instrument, type SoftCondition, type Stage } from './instrument.ts';
import type { FundingQuestion, Match, Refusal } from './match.ts';

type Unknown = Match['unknowns'][number];

/** What speaks against an instrument, what the holder has not said, and what no source says. */
export interface Findings {
	readonly refusals: Match['refusals'];
	/** Answers that are missing: they count against nobody. */
	readonly unanswered: readonly Unknown[];
	/** Facts that nobody confirms. */
	readonly doubts: readonly Unknown[];
}

type Finding =
	| { readonly kind: 'refusal'; readonly reason: Refusal; readonly wanted: number | null; readonly given: number | null }
	| { readonly kind: 'unanswered' | 'doubt'; readonly about: Unknown };

/** Null: the condition is met, or there is none. */
type Condition = (instrument: Instrument, question: FundingQuestion) => Finding | null;

const refusal = (reason: Refusal, wanted: number | null = null, given: number | null = null): Finding => ({
	kind: 'refusal',
	reason,
	wanted,
	given
});
const unanswered = (about: Unknown): Finding => ({ kind: 'unanswered', about });
const doubt = (about: Unknown): Finding => ({ kind: 'doubt', about });

/** A condition that is not met: a refusal, or a doubt where the sources give examples only. */
const notMet = (instrument: Instrument, reason: SoftCondition, wanted: number | null = null, given: number | null = null): Finding =>
	instrument.reading.soft.includes(reason) ? doubt(reason) : refusal(reason, wanted, given);

const form: Condition = ({ forCooperatives }) => {
	if (forCooperatives === 'yes') return null;
	return forCooperatives === 'unconfirmed' ? doubt('cooperative-eligibility') : refusal('not-for-cooperatives');
};

const opening: Condition = ({ opening: state }) => {
	if (state === 'open') return null;
	return state === 'closed' ? refusal('closed') : doubt('status');
};

/** Stages before a cooperative stands. */
const FOUNDING: ReadonlySet<Stage> = new Set(STAGES.slice(0, 2));

/** Founders pass where founders are welcome: whether they still think or already register is not held against them. */
const stage: Condition = ({ stages }, question) => {
	const isForFounders = stages.some((one) => FOUNDING.has(one));
	const isOpen = question.legalForm === 'not-yet' ? isForFounders : stages.includes(question.stage);
	return isOpen ? null : refusal('stage');
};

const age: Condition = ({ maxAgeYears, reading }, { legalForm, ageYears, branch }) => {
	if (maxAgeYears === null || legalForm === 'not-yet') return null;
	if (ageYears === null) return unanswered('too-old');
	if (ageYears <= maxAgeYears) return null;
	if (reading.ageFreeBranches.length > 0 && branch === null) return unanswered('too-old');
	return branch !== null && reading.ageFreeBranches.includes(branch) ? doubt('too-old') : refusal('too-old', maxAgeYears, ageYears);
};

const atLeast = (reason: Refusal, wanted: number | null, given: number | null): Finding | null => {
	if (wanted === null) return null;
	if (given === null) return unanswered(reason);
	return given >= wanted ? null : refusal(reason, wanted, given);
};

const women: Condition = ({ minWomenShare }, { womenShare }) => atLeast('women-share', minWomenShare, womenShare);
const youth: Condition = ({ minYouthShare }, { youthShare }) => atLeast('youth-share', minYouthShare, youthShare);

/** Young women count once: of both shares together only the bounds are known, the larger one and the sum. */
const womenOrYouth: Condition = (instrument, { womenShare, youthShare }) => {
	const wanted = instrument.minWomenOrYouthShare;
	if (wanted === null || Math.max(womenShare ?? 0, youthShare ?? 0) >= wanted) return null;
	if (womenShare === null || youthShare === null) return unanswered('women-or-youth-share');
	const most = Math.min(1, womenShare + youthShare);
	return most >= wanted ? unanswered('women-or-youth-share') : notMet(instrument, 'women-or-youth-share', wanted, most);
};

/** A group of which less than this are women is no women's group in plain words; above, up to all of them, it has to ask. */
const HALF = 0.5;

const audience: Condition = ({ reading: { meantFor } }, { womenShare, youthShare }) => {
	if (meantFor === null) return null;
	const reason = meantFor === 'women' ? 'women-share' : 'youth-share';
	const share = meantFor === 'women' ? womenShare : youthShare;
	if (share === null) return unanswered(reason);
	if (share < HALF) return refusal(reason, null, share);
	return share < 1 ? doubt(reason) : null;
};

/** Whether a list names a value; a list that no source spells out names none. */
const namedIn = (list: readonly string[] | null, value: string | null): 'yes' | 'no' | 'unsaid' => {
	if (list === null || list.length === 0) return 'no';
	if (value === null) return 'unsaid';
	return list.includes(value) ? 'yes' : 'no';
};

const sector: Condition = (instrument, { branch, chain }) => {
	if (instrument.branches === null && instrument.chains === null) return null;
	const named = [namedIn(instrument.branches, branch), namedIn(instrument.chains, chain)];
	if (named.includes('yes')) return null;
	return named.includes('unsaid') ? unanswered('sector') : notMet(instrument, 'sector');
};

const territory: Condition = (instrument, { territories }) => {
	if (instrument.territories === null) return null;
	if (territories.length === 0) return unanswered('territory');
	return territories.some((code) => instrument.territories?.includes(code)) ? null : notMet(instrument, 'territory');
};

const setting: Condition = ({ setting: wanted }, { setting: given }) => {
	if (wanted === null) return null;
	if (given === null) return unanswered('setting');
	return wanted === given ? null : refusal('setting');
};

const smallest: Condition = ({ minInvestmentMad }, { investmentMad }) => atLeast('investment-too-small', minInvestmentMad, investmentMad);

const largest: Condition = ({ maxInvestmentMad }, { investmentMad }) => {
	if (maxInvestmentMad === null) return null;
	if (investmentMad === null) return unanswered('investment-too-large');
	return investmentMad <= maxInvestmentMad ? null : refusal('investment-too-large', maxInvestmentMad, investmentMad);
};

const turnover: Condition = (instrument, { turnoverMad }) => {
	const most = instrument.maxTurnoverMad;
	if (most === null) return null;
	if (turnoverMad === null) return unanswered('turnover');
	return turnoverMad <= most ? null : notMet(instrument, 'turnover', most, turnoverMad);
};

/** Only own funds must lie ready. Whether a contribution may be lent or given in kind is asked, what is merely the rest may come from anywhere. */
const ownShare: Condition = (instrument, { investmentMad, ownMoneyMad }) => {
	const { ownShareKind } = instrument.reading;
	if (ownShareKind === null || ownShareKind === 'rest') return null;
	const wanted = ownMadOf(instrument, investmentMad);
	if (wanted === null || ownMoneyMad === null) return unanswered('own-share');
	if (ownMoneyMad >= wanted) return null;
	return ownShareKind === 'own-funds' ? refusal('own-share', wanted, ownMoneyMad) : doubt('own-share');
};

const CONDITIONS: readonly Condition[] = [
	form,
	opening,
	stage,
	age,
	women,
	youth,
	womenOrYouth,
	audience,
	sector,
	territory,
	setting,
	smallest,
	largest,
	turnover,
	ownShare
];

/**
 * Own money an instrument asks for at an investment, whole MAD: 0 where it asks for none, null where it does not say, where it
 * merely leaves a rest to pay, or when the investment is not known.
 */
export function ownMadOf({ ownShare: share, reading }: Instrument, investmentMad: number | null): number | null {
	if (share === 0) return 0;
	if (share === null || reading.ownShareKind === 'rest' || investmentMad === null) return null;
	return Math.round(share * investmentMad);
}

/** Every condition of an instrument looked at, in a fixed order; nothing is left out after the first refusal. */
export function findingsFor(instrument: Instrument, question: FundingQuestion): Findings {
	const findings = CONDITIONS.map((condition) => condition(instrument, question)).filter((finding) => finding !== null);
	const about = (kind: 'unanswered' | 'doubt'): Unknown[] => [
		...new Set(findings.flatMap((finding) => (finding.kind === kind ? [finding.about] : [])))
	];
	return {
		refusals: findings.flatMap((finding) =>
			finding.kind === 'refusal' ? [{ reason: finding.reason, wanted: finding.wanted, given: finding.given }] : []
		),
		unanswered: about('unanswered'),
		doubts: about('doubt')
	};
}
