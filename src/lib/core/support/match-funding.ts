import { amountOf, bringsMoney } from './amount.ts';
import type { Instrument } from './instrument.ts';
import { findingsFor, ownMadOf } from './findings.ts';
import type { FundingAnswer, FundingQuestion, Match } from './match.ts';
import { byOrder, planOf, type Candidate } from './plan.ts';

const VERDICTS: readonly Match['verdict'][] = ['eligible', 'check', 'refused'];

/**
 * Every instrument judged for a group and its project: eligible ones first, then those to check, then the refused, each in
 * stacking order; and the plan they allow (null without an investment). What the group has not said refuses nothing: it is listed
 * among the unknowns. An amount that cannot be computed is listed too and changes no verdict.
 */
export function matchFunding(instruments: readonly Instrument[], question: FundingQuestion): FundingAnswer {
	const candidates = instruments.map((instrument) => ({ instrument, findings: findingsFor(instrument, question) }));
	const matches = candidates.map((one) => matchOf(one, question));
	return {
		matches: matches.sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || byOrder(a.instrument, b.instrument)),
		plan: planOf(candidates, question)
	};
}

function matchOf({ instrument, findings }: Candidate, question: FundingQuestion): Match {
	const { refusals, unanswered, doubts } = findings;
	const amountMad = amountOf(instrument, question);
	const isAmountUnknown = bringsMoney(instrument) && amountMad === null;
	const unknowns = [...new Set([...unanswered, ...doubts])];
	return {
		instrument,
		verdict: verdictOf(refusals.length, unknowns.length),
		refusals,
		unknowns: isAmountUnknown ? [...unknowns, 'amount'] : unknowns,
		amountMad,
		ownMad: ownMadOf(instrument, question.investmentMad)
	};
}

function verdictOf(refusals: number, unknowns: number): Match['verdict'] {
	if (refusals > 0) return 'refused';
	return unknowns > 0 ? 'check' : 'eligible';
}
