import { amountOf, needOf, wholeMad } from './amount.ts';
import type { Instrument } from './instrument.ts';
import type { Findings } from './findings.ts';
import type { FundingPlan, FundingQuestion, Match, PlanLayer } from './match.ts';

/** An instrument with what was found about it. */
export interface Candidate {
	readonly instrument: Instrument;
	readonly findings: Findings;
}

/** Doubts that a plan may live with: the door exists, somebody has to ask whether it is open today. */
const BEARABLE: ReadonlySet<Match['unknowns'][number]> = new Set(['status', 'own-share']);

/**
 * How a project could be paid for, or null when the investment is not known: own money, grants one upon the other, then one loan
 * up to its ceiling, and what is still to find. All whole MAD; the layers add up to the need.
 *
 * It counts on instruments that nothing speaks against, and on none whose door may not exist for this group: eligibility of
 * cooperatives, sector, place or age that no source confirms. Grants never pass the investment, nor eat into a contribution that
 * one of them asks for; of a group the first in the stacking order counts. Own money comes before the loan, as debt costs.
 */
export function planOf(candidates: readonly Candidate[], question: FundingQuestion): FundingPlan | null {
	const needMad = needOf(question);
	if (needMad === null) return null;
	const counted = candidates.filter(isCounted).map(({ instrument }) => instrument);
	const grants = grantLayers(counted, question);
	const granted = sum(grants);
	const own = Math.min(wholeMad(question.ownMoneyMad ?? 0), needMad - granted);
	const loans = loanLayers(counted, question, needMad - granted - own);
	const gapMad = needMad - granted - own - sum(loans);
	const layers = [layer('own', null, own), ...grants, ...loans, layer('gap', null, gapMad)];
	return {
		needMad,
		layers: layers.filter(({ amountMad }) => amountMad > 0),
		bridgeMad: sum(grants.filter(({ isExPost }) => isExPost)),
		gapMad
	};
}

function isCounted({ instrument, findings }: Candidate): boolean {
	return instrument.forCooperatives === 'yes' && findings.refusals.length === 0 && findings.doubts.every((doubt) => BEARABLE.has(doubt));
}

function grantLayers(counted: readonly Instrument[], question: FundingQuestion): PlanLayer[] {
	const layers: PlanLayer[] = [];
	const groups = new Set<string>();
	let contribution = 0;
	for (const instrument of stacked(counted, 'grant')) {
		if (instrument.group !== null && groups.has(instrument.group)) continue;
		const asked = Math.max(contribution, contributionOf(instrument));
		const room = wholeMad((question.investmentMad ?? 0) * (1 - asked)) - sum(layers);
		const amountMad = Math.min(amountOf(instrument, question) ?? 0, room);
		if (amountMad <= 0) continue;
		layers.push(layer('grant', instrument, amountMad));
		contribution = asked;
		if (instrument.group !== null) groups.add(instrument.group);
	}
	return layers;
}

/** One loan: no source says which may be added to which. */
function loanLayers(counted: readonly Instrument[], question: FundingQuestion, rest: number): PlanLayer[] {
	const loan = stacked(counted, 'loan').find((instrument) => (amountOf(instrument, question) ?? 0) > 0);
	if (!loan || rest <= 0) return [];
	return [layer('loan', loan, Math.min(amountOf(loan, question) ?? 0, rest))];
}

const contributionOf = ({ reading, ownShare }: Instrument): number => (reading.ownShareKind === 'contribution' ? (ownShare ?? 0) : 0);

const stacked = (instruments: readonly Instrument[], kind: 'grant' | 'loan'): Instrument[] =>
	instruments.filter((instrument) => instrument.kind === kind).sort(byOrder);

/** Stacking order; equals by id, so that an answer is the same every time. */
export const byOrder = (a: Instrument, b: Instrument): number => a.order - b.order || (a.id < b.id ? -1 : Number(a.id > b.id));

const layer = (kind: PlanLayer['kind'], instrument: Instrument | null, amountMad: number): PlanLayer => ({
	kind,
	instrument: instrument?.id ?? null,
	amountMad,
	isExPost: instrument?.isExPost ?? false
});

const sum = (layers: readonly PlanLayer[]): number => layers.reduce((total, { amountMad }) => total + amountMad, 0);
