import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { Figure } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Alert, Evaluation, LoanCase } from './evaluation.ts';
import { signChanges } from './returns/irr.ts';

/** What the alerts of a case look at. */
export interface AlertFacts {
	readonly model: EconomicModel;
	readonly shared: SharedFigures;
	readonly evaluation: Omit<Evaluation, 'alerts'>;
	/** Of the work line that pays least, MAD a day; null when no work is counted in days. */
	readonly lowestPerDay: number | null;
	readonly stale: readonly Figure[];
}

type Rule = (facts: AlertFacts) => Alert | null;

/** A pay equal to the legal minimum up to the centime is not below it. */
const CENTIME = 0.01;

const payBelowMinimum: Rule = ({ lowestPerDay, shared }) => {
	const smag = shared.smag.value;
	if (lowestPerDay === null || lowestPerDay > smag - CENTIME) return null;
	return { kind: 'pay-below-smag', level: 'danger', numbers: { payPerDay: lowestPerDay, smag } };
};

/**
 * The lowest cover of a year that repays; null without a loan. Not the average, in which good years hide one that cannot
 * pay, and not the grace, when only interest is due on an activity that has just begun.
 */
export function lowestCover({ dscr, graceYears }: Pick<LoanCase, 'dscr' | 'graceYears'>): { cover: number; year: number } | null {
	let lowest: { cover: number; year: number } | null = null;
	for (const [index, cover] of dscr.entries()) {
		if (index < graceYears || cover === null) continue;
		if (lowest === null || cover < lowest.cover) lowest = { cover, year: index + 1 };
	}
	return lowest;
}

/** What is due grows with the loan, so the share of it that the cover lacks is what a grant or own funds must bring. */
const debtNotCovered: Rule = ({ shared: { rules }, evaluation: { loan } }) => {
	const least = rules.leastDebtCover;
	const lowest = lowestCover(loan);
	if (lowest === null || lowest.cover >= least) return null;
	const missing = loan.loan * (1 - Math.max(0, lowest.cover) / least);
	return { kind: 'debt-not-covered', level: 'caution', numbers: { ...lowest, least, missing } };
};

const taxSwitch: Rule = ({ shared: { rules }, evaluation: { full } }) =>
	full.revenue < rules.taxTurnoverMad
		? null
		: { kind: 'tax-switch', level: 'caution', numbers: { turnover: full.revenue, limit: rules.taxTurnoverMad } };

const stalePrice: Rule = ({ shared: { rules }, stale }) => {
	const years = stale.flatMap(({ year }) => year ?? []);
	if (years.length === 0) return null;
	return { kind: 'stale-price', level: 'caution', numbers: { count: years.length, oldest: Math.min(...years), months: rules.priceMonths } };
};

const criticalAssumed: Rule = ({ model: { critical } }) => {
	const assumed = critical.filter(({ status }) => status === 'assumed').length;
	return assumed === 0 ? null : { kind: 'critical-assumed', level: 'caution', numbers: { assumed, total: critical.length } };
};

/** Public infrastructure is not asked to pay itself back: what counts is whether it runs, and whether it can renew itself. */
const publicInfrastructure: Rule = ({ model, evaluation: { full, withoutGrant } }) =>
	model.isPublicInfrastructure
		? {
				kind: 'public-infrastructure',
				level: 'caution',
				numbers: { operatingBalance: full.ebitda, afterRenewal: full.surplus, npv: withoutGrant.npv }
			}
		: null;

const operatingLoss: Rule = ({ evaluation: { full } }) =>
	full.ebitda < 0 ? { kind: 'operating-loss', level: 'danger', numbers: { ebitda: full.ebitda } } : null;

const irrAmbiguous: Rule = ({ evaluation: { withoutGrant, flows } }) =>
	withoutGrant.isIrrAmbiguous && withoutGrant.irr !== null
		? { kind: 'irr-ambiguous', level: 'caution', numbers: { changes: signChanges(flows) } }
		: null;

const abovePlausible: Rule = ({ shared: { rules }, evaluation: { withoutGrant } }) => {
	const { low, high } = rules.plausibleIrr;
	if (withoutGrant.irr === null || withoutGrant.irr <= high) return null;
	return { kind: 'above-plausible-band', level: 'caution', numbers: { irr: withoutGrant.irr, low, high } };
};

const BY_WEIGHT: readonly Rule[] = [
	payBelowMinimum,
	operatingLoss,
	debtNotCovered,
	publicInfrastructure,
	criticalAssumed,
	abovePlausible,
	irrAmbiguous,
	taxSwitch,
	stalePrice
];

/** Rules that a case breaks, the gravest first, each with the numbers its sentence needs; amounts in MAD, shares 0–1. */
export const alertsOf = (facts: AlertFacts): Alert[] => BY_WEIGHT.flatMap((rule) => rule(facts) ?? []);
