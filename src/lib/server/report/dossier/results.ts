import type { Returns } from '#lib/core/finance/evaluation.ts';
import { alertText } from '#lib/i18n/alerts.ts';
import { heading, text, type Block, type Row, type Section, type YearLine } from './blocks.ts';
import { chartOf, cumulated, tornadoOf } from './charts.ts';
import { amount, exact, money, percent, type Telling } from './telling.ts';

/** From here on a table of ten years is written in thousands. */
const THOUSANDS_FROM = 1_000_000;

/** What the case comes to: ten years, returns, the loan, what moves them, and what to watch. */
export function resultsSection(telling: Telling): Section {
	const { dossier, words, refs } = telling;
	const { t } = words;
	const { alerts } = dossier.evaluation;
	const watched: Block[] =
		alerts.length === 0
			? []
			: [
					heading(t('dossier.alerts')),
					{ kind: 'alerts', alerts: alerts.map((alert) => ({ level: alert.level, text: alertText(words, alert) })) }
				];
	return {
		title: t('dossier.section.results'),
		blocks: [
			yearsBlock(telling),
			text(loanText(telling), 'muted', refs(dossier.shared.loanRate.sources)),
			{ kind: 'columns', shares: [1.6, 1], columns: [watched, [heading(t('dossier.group.pay')), memberFacts(telling)]] },
			{
				kind: 'columns',
				shares: [1.1, 1],
				columns: [
					[
						heading(t('dossier.returns')),
						returnsTable(telling),
						text(t('dossier.returns.note'), 'muted', refs(dossier.shared.discountRate.sources))
					],
					[heading(t('dossier.tornado')), { kind: 'tornado', tornado: tornadoOf(telling) }]
				]
			}
		]
	};
}

/** What a member gets, and how a day of their work compares with the legal minimum. */
function memberFacts({ dossier, words, refs }: Telling): Block {
	const { t } = words;
	const { grossPerMember, payPerDay } = dossier.evaluation;
	return {
		kind: 'facts',
		facts: [
			{ label: t('dossier.fact.member'), value: amount(words, grossPerMember), note: t('dossier.fact.member.note') },
			{
				label: t('sheet.pay'),
				value: payPerDay === null ? '–' : amount(words, payPerDay),
				note: payPerDay === null ? t('sheet.pay.none') : t('sheet.pay.smag', { smag: exact(words, dossier.shared.smag.value) }),
				refs: refs(dossier.shared.smag.sources)
			}
		]
	};
}

function yearsBlock(telling: Telling): Block {
	const { dossier, words } = telling;
	const { t, n } = words;
	const { years, flows, flowsWithGrant, loan } = dossier.evaluation;
	const most = Math.max(...flows.map(Math.abs), ...years.map(({ revenue }) => revenue));
	const scale = most >= THOUSANDS_FROM ? 1000 : 1;
	const line = (label: string, values: readonly string[], isStrong = false): YearLine => ({ label, values, isStrong });
	/** The year before the first has nothing of an ordinary one. */
	const ofYears = (label: string, value: (index: number) => number | null, decimals = 0, factor = 1 / scale): YearLine =>
		line(label, ['', ...years.map((_, index) => blankFor(value(index), (known) => n(known * factor, decimals)))]);
	const all = (values: readonly number[]): string[] => values.map((value) => n(value / scale));
	const withLoan =
		loan.loan === 0
			? []
			: [
					ofYears(t('dossier.loan.payment'), (index) => loan.schedule[index]?.payment ?? null),
					ofYears(t('dossier.loan.cover'), (index) => loan.dscr[index] ?? null, 2, 1)
				];
	const withGrant = dossier.evaluation.withGrant.amount === 0 ? [] : [line(t('dossier.chart.flow.grant'), all(flowsWithGrant))];
	return {
		kind: 'years',
		labels: flows.map((_, year) => n(year)),
		chart: chartOf(telling, flows, scale),
		rows: [
			line(t('dossier.capacity'), ['', ...years.map(({ capacity }) => percent(words, capacity))]),
			ofYears(t('dossier.lines.revenue'), (index) => years[index]!.revenue),
			ofYears(t('dossier.chart.charges'), (index) => years[index]!.variable + years[index]!.labour + years[index]!.fixed),
			ofYears(t('dossier.chart.ebitda'), (index) => years[index]!.ebitda),
			line(t('dossier.chart.flow'), all(flows), true),
			line(t('dossier.chart.cumulative'), all(cumulated(flows))),
			...withGrant,
			...withLoan
		]
	};
}

const blankFor = (value: number | null, say: (known: number) => string): string => (value === null ? '' : say(value));

function loanText({ dossier, words }: Telling): string {
	const { t } = words;
	const { loan, own, grant, rate, years, graceYears } = dossier.evaluation.loan;
	return t('dossier.loan.detail', {
		loan: money(words, loan),
		own: money(words, own),
		grant: money(words, grant),
		rate: percent(words, rate, 2),
		years: t('dossier.years', { count: years }),
		grace: t('dossier.years', { count: graceYears })
	});
}

function returnsTable(telling: Telling): Block {
	const { dossier, words } = telling;
	const { t } = words;
	const { withoutGrant, withGrant, discountRate, years } = dossier.evaluation;
	const both = (label: string, say: (returns: Returns) => string): Row => ({
		kind: 'line',
		cells: [{ text: label }, { text: say(withoutGrant) }, { text: withGrant.amount === 0 ? '–' : say(withGrant) }]
	});
	const one = (label: string, value: number | null): Row => ({
		kind: 'line',
		cells: [{ text: label }, { text: value === null ? t('dossier.returns.switch.none') : percent(words, value, 1) }, { text: '' }]
	});
	const never = t('dossier.returns.payback.never', { years: t('dossier.years', { count: years.length }) });
	return {
		kind: 'table',
		columns: [
			{ label: '', kind: 'text', share: 1 },
			{ label: t('dossier.returns.without'), kind: 'text', share: 0.5 },
			{
				label: withGrant.amount === 0 ? '' : t('dossier.returns.with', { value: money(words, withGrant.amount) }),
				kind: 'text',
				share: 0.58
			}
		],
		rows: [
			both(t('dossier.returns.npv', { rate: percent(words, discountRate) }), ({ npv }) => money(words, npv)),
			both(t('dossier.returns.irr'), ({ irr }) => (irr === null ? t('dossier.returns.irr.none') : percent(words, irr, 1))),
			both(t('dossier.returns.payback'), ({ payback }) =>
				payback === null ? never : t('dossier.returns.payback.years', { value: words.n(payback, 1) })
			),
			one(t('dossier.returns.switch.price'), dossier.switching.price),
			one(t('dossier.returns.switch.volume'), dossier.switching.volume)
		]
	};
}
