import type { Row } from '../rows.ts';

/** How `funding.csv` says who may apply, and what that is to a cooperative. */
const ELIGIBILITY: readonly (readonly [string, string])[] = [
	['yes', 'yes'],
	['no', 'no'],
	['unconfirmed', 'unconfirmed'],
	['partly', 'unconfirmed'],
	['indirect', 'indirect'],
	['via association', 'indirect']
];

const UNITS: Readonly<Record<string, string>> = { 'per project': 'project', 'per ha': 'hectare', 'per head': 'head' };

/**
 * Throws when a rule says something else than the row of `funding.csv` it reads: who may apply, closed or not, ex post or not,
 * ceiling, rate, interest and own share must be the printed ones.
 */
export function checkRule(row: Row, rule: Row): void {
	const eligibility = ELIGIBILITY.find(([words]) => row.text('coop_eligible').startsWith(words))?.[1];
	expectSame(rule, 'for_cooperatives', rule.text('for_cooperatives'), eligibility);
	const isOver = /^(closed|ended|phase \d+ ended)/.test(row.text('status_2025_26'));
	expectSame(rule, 'opening (closed or not)', rule.text('opening') === 'closed', isOver);
	expectSame(rule, 'ex_post', rule.text('ex_post'), row.text('instrument').includes('ex post') ? 'yes' : 'no');
	expectSame(rule, 'ceiling_mad', rule.optionalNumber('ceiling_mad'), row.optionalNumber('ceiling_mad'));
	const unit = row.optional('ceiling_unit');
	expectSame(rule, 'ceiling_per', rule.optional('ceiling_per'), unit === null ? null : UNITS[unit]);
	const rates = [rule.optionalNumber('rate'), rule.optionalNumber('rate_high')].filter((rate) => rate !== null);
	expectSame(rule, 'rate and rate_high', percents(rates), percentsIn(row, 'support_rate_pct'));
	expectSame(rule, 'interest', percents(known(rule, 'interest')), percentsIn(row, 'interest_rate_pct'));
	expectSame(rule, 'own_share', percents(known(rule, 'own_share')), percentsIn(row, 'own_share_pct').slice(0, 1));
	expectSame(rule, 'own_share_kind (given with own_share)', rule.optional('own_share_kind') !== null, rule.optional('own_share') !== null);
}

const known = (rule: Row, column: string): number[] => [rule.optionalNumber(column)].filter((share) => share !== null);

/** Shares as the table prints them: 0.0175 as 1.75. */
const percents = (shares: readonly number[]): number[] => shares.map((share) => Number((share * 100).toFixed(4)));

/** The numbers of a cell such as «30-50», «30 / 50» or «1.75». */
const percentsIn = (row: Row, column: string): number[] => row.optional(column)?.match(/\d+(\.\d+)?/g)?.map(Number) ?? [];

function expectSame(rule: Row, column: string, found: unknown, printed: unknown): void {
	if (JSON.stringify(found) === JSON.stringify(printed)) return;
	rule.fail(`«${column}» is ${JSON.stringify(found)}, funding.csv prints ${JSON.stringify(printed)}.`);
}
