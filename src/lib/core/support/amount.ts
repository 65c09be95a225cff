import type { Instrument, InstrumentKind } from './instrument.ts';
import type { FundingQuestion } from './match.ts';

/** Kinds that bring money one can count. */
const MONEY: ReadonlySet<InstrumentKind> = new Set(['grant', 'loan', 'prize']);

/** Half a millionth of a dirham, so that .3 × 1,000,000 is 300,000 and not 299,999. */
const CRUMB = 5e-7;

/** Whole dirhams, rounded down. */
export const wholeMad = (amount: number): number => Math.floor(amount + CRUMB);

/** True for an instrument that brings money: a grant, a loan, a prize. */
export const bringsMoney = ({ kind }: Instrument): boolean => MONEY.has(kind);

/** Investment and working capital, whole MAD rounded up; null without an investment. Working capital not said adds nothing. */
export function needOf({ investmentMad, workingCapitalMad }: FundingQuestion): number | null {
	return investmentMad === null ? null : Math.ceil(Math.max(0, investmentMad + (workingCapitalMad ?? 0) - CRUMB));
}

/**
 * Most an instrument could bring, whole MAD: of a grant min(rate × investment, ceiling), of a loan min(need, ceiling), of a prize
 * its amount. Null when it cannot be computed: a ceiling per hectare or head, «up to» without a lower end, machines or trees that
 * are a part of the investment, an investment nobody said, help that is no money.
 */
export function amountOf(instrument: Instrument, question: FundingQuestion): number | null {
	if (!bringsMoney(instrument)) return null;
	if (instrument.ceilingPer !== null && instrument.ceilingPer !== 'project') return null;
	if (instrument.kind === 'prize') return instrument.ceilingMad;
	return instrument.kind === 'loan' ? loanOf(instrument, question) : grantOf(instrument, question);
}

function loanOf({ ceilingMad }: Instrument, question: FundingQuestion): number | null {
	const need = needOf(question);
	return ceilingMad === null || need === null ? null : wholeMad(Math.min(ceilingMad, need));
}

function grantOf(instrument: Instrument, { investmentMad, chain }: FundingQuestion): number | null {
	const { rate, rateHigh, ceilingMad, reading } = instrument;
	const isWhole = reading.wholeChains === null || (chain !== null && reading.wholeChains.includes(chain));
	if (!isWhole || investmentMad === null) return null;
	const isOpen = rate === null && (rateHigh !== null || ceilingMad === null);
	return isOpen ? null : wholeMad(Math.min((rate ?? 1) * investmentMad, ceilingMad ?? Infinity));
}
