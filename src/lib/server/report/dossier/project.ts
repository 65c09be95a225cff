import { parametersOf } from '#lib/core/finance/parameters.ts';
import type { Text } from '#lib/core/text/text.ts';
import { heading, text, type Block, type Cell, type Column, type Fact, type Row, type Section } from './blocks.ts';
import { basisCell, lineCells, linesOf, type Line, type Lines } from './lines.ts';
import { exact, money, percent, type Telling } from './telling.ts';

/** What the group would do: what it costs to begin, a full year, what must be allowed and what may go wrong. */
export function projectSection(telling: Telling): Section {
	const { dossier, words } = telling;
	const { t, of } = words;
	const { model, values } = dossier;
	const lines = linesOf(telling);
	const isEdited = Object.keys(values).length > 0;
	return {
		title: t('dossier.section.project'),
		blocks: [
			text(of(model.scale), 'strong'),
			text(t(isEdited ? 'dossier.edited.key' : 'dossier.edited.none'), 'muted'),
			...otherEdits(telling),
			heading(t('dossier.investment')),
			investmentTable(telling, lines),
			heading(t('dossier.full')),
			yearTable(telling, lines),
			text(t('dossier.status.key'), 'muted'),
			{
				kind: 'columns',
				shares: [1, 1],
				columns: [points(telling, t('dossier.permits'), model.permits), points(telling, t('dossier.risks'), model.risks)]
			}
		]
	};
}

const points = ({ words }: Telling, title: string, items: readonly Text[]): Block[] =>
	items.length === 0 ? [] : [heading(title), { kind: 'points', mark: 'plain', items: items.map((item) => ({ text: words.of(item) })) }];

const column = (label: string, kind: Column['kind'], share: number | null = null): Column => ({ label, kind, share });

const EMPTY: Cell = { text: '' };

function investmentTable(telling: Telling, { capex }: Lines): Block {
	const { dossier, words } = telling;
	const { t } = words;
	const { model, values, evaluation } = dossier;
	const days = t('dossier.days', { count: Math.round(values['workingCapitalDays'] ?? model.workingCapitalDays) });
	const eligible = capex.filter((_, index) => model.capex[index]!.grantable);
	const sum = (kind: Row['kind'], label: string, mad: number): Row => ({
		kind,
		cells: [{ text: label }, EMPTY, EMPTY, { text: money(words, mad) }, EMPTY, EMPTY]
	});
	return {
		kind: 'table',
		columns: [...lineColumns(telling), column(t('dossier.column.life'), 'text'), column(t('dossier.column.basis'), 'text')],
		rows: [
			...capex.map((line): Row => {
				const life = { text: t('dossier.years', { count: line.lifeYears ?? 0 }) };
				return { kind: 'line', cells: [...lineCells(telling, line), life, basisCell(telling, line)] };
			}),
			sum('sum', t('dossier.investment.total'), evaluation.capex),
			sum('line', t('dossier.investment.eligible'), totalOf(eligible)),
			sum('line', t('dossier.investment.working-capital', { days }), evaluation.workingCapital),
			sum('total', t('dossier.investment.need'), evaluation.capital)
		]
	};
}

const totalOf = (lines: readonly Line[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

const lineColumns = ({ words: { t } }: Telling): Column[] => [
	column(t('dossier.column.item'), 'text', 1),
	column(t('dossier.column.quantity'), 'text'),
	column(t('dossier.column.price'), 'number'),
	column(t('dossier.column.amount'), 'number')
];

function yearTable(telling: Telling, lines: Lines): Block {
	const { dossier, words } = telling;
	const { t } = words;
	const { full } = dossier.evaluation;
	const sum = (kind: Row['kind'], label: string, mad: number): Row => ({
		kind,
		cells: [{ text: label }, EMPTY, EMPTY, { text: money(words, mad) }, EMPTY]
	});
	const group = (name: 'revenue' | 'variable' | 'labour' | 'fixed'): Row[] =>
		lines[name].length === 0
			? []
			: [
					sum('group', t(`dossier.lines.${name}`), full[name]),
					...lines[name].map((line): Row => ({ kind: 'line', cells: [...lineCells(telling, line), basisCell(telling, line)] }))
				];
	return {
		kind: 'table',
		columns: [...lineColumns(telling), column(t('dossier.column.basis'), 'text')],
		rows: [
			...group('revenue'),
			...group('variable'),
			...group('labour'),
			...group('fixed'),
			sum('sum', t('dossier.full.ebitda'), full.ebitda),
			sum('line', t('dossier.full.depreciation'), full.depreciation),
			sum('total', t('dossier.full.surplus'), full.surplus)
		]
	};
}

/** Numbers of the case that stand in no line: members, rates, days, years. */
const SINGLES = {
	members: 'count',
	workingCapitalDays: 'count',
	discountRate: 'share',
	grantShare: 'share',
	ownShare: 'share',
	loanRate: 'share',
	loanYears: 'count',
	graceYears: 'count'
} as const;

const isSingle = (id: string): id is keyof typeof SINGLES => id in SINGLES;

/** What the holder changed beside the lines, with what the model has. */
function otherEdits({ dossier, words }: Telling): Block[] {
	const { t } = words;
	const { model, values, shared } = dossier;
	const say = (id: keyof typeof SINGLES, value: number): string =>
		SINGLES[id] === 'share' ? percent(words, value, 2) : exact(words, value);
	const facts = parametersOf(model, shared).flatMap(({ id, value }): Fact[] => {
		const own = values[id];
		if (own === undefined || !isSingle(id)) return [];
		return [{ label: t(`dossier.parameter.${id}`), value: say(id, own), note: t('dossier.edited', { value: say(id, value) }) }];
	});
	return facts.length === 0 ? [] : [heading(t('dossier.edited.other')), { kind: 'facts', facts }];
}
