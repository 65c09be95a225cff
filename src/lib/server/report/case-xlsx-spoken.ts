import type { MessageKey } from '#lib/i18n/messages.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { CaseWords } from './case-xlsx-words.ts';

type Said<Key extends string> = Readonly<Record<Key, string>>;

/** Each message of a table said in the language of the words. */
function said<Key extends string>({ t }: Words, keys: Readonly<Record<Key, MessageKey>>): Said<Key> {
	const words: Record<Key, string> = { ...keys };
	for (const key in keys) words[key] = t(keys[key]);
	return words;
}

const ROWS = {
	capacity: 'workbook.row.capacity',
	revenue: 'calculator.revenue',
	variable: 'calculator.variable',
	labour: 'calculator.labour',
	fixed: 'calculator.fixed',
	ebitda: 'calculator.ebitda',
	investment: 'workbook.row.investment',
	replacement: 'workbook.row.replacement',
	workingCapital: 'workbook.row.workingCapital',
	workingCapitalChange: 'workbook.row.workingCapitalChange',
	residual: 'workbook.row.residual',
	flow: 'workbook.row.flow',
	cumulative: 'workbook.row.cumulative',
	discounted: 'workbook.row.discounted',
	grant: 'workbook.row.grant',
	flowWithGrant: 'workbook.row.flowWithGrant',
	cumulativeWithGrant: 'workbook.row.cumulativeWithGrant'
} as const satisfies Record<keyof CaseWords['rows'], MessageKey>;

const OUTCOMES = {
	discountRate: 'calculator.what.discountRate',
	npv: 'calculator.npv',
	irr: 'calculator.irr',
	npvWithGrant: 'workbook.outcome.npvWithGrant',
	irrWithGrant: 'workbook.outcome.irrWithGrant',
	depreciation: 'calculator.depreciation',
	surplus: 'calculator.surplus',
	breakEven: 'calculator.break-even'
} as const satisfies Record<keyof CaseWords['outcomes'], MessageKey>;

const PARAMETERS = {
	members: 'calculator.what.members',
	workingCapitalDays: 'calculator.what.workingCapitalDays',
	discountRate: 'calculator.what.discountRate',
	grantShare: 'calculator.what.grantShare',
	ownShare: 'calculator.what.ownShare',
	loanRate: 'calculator.what.loanRate',
	loanYears: 'calculator.what.loanYears',
	graceYears: 'calculator.what.graceYears'
} as const satisfies Record<keyof CaseWords['parameters'], MessageKey>;

const UNITS = {
	members: 'workbook.unit.members',
	workingCapitalDays: 'workbook.unit.days',
	discountRate: 'workbook.unit.rate',
	grantShare: 'workbook.unit.share',
	ownShare: 'workbook.unit.share',
	loanRate: 'workbook.unit.rate',
	loanYears: 'workbook.unit.years',
	graceYears: 'workbook.unit.years'
} as const satisfies Record<keyof CaseWords['units'], MessageKey>;

const STATUSES = {
	sourced: 'figure.sourced',
	derived: 'figure.derived',
	adapted: 'figure.adapted',
	recalled: 'figure.recalled',
	assumed: 'figure.assumed'
} as const satisfies Record<keyof CaseWords['statuses'], MessageKey>;

/** Every word of the workbook of a case, in the language of `words`; those of the calculator where both say the same. */
export function caseWordsOf(words: Words): CaseWords {
	const { t } = words;
	return {
		sheets: { case: t('workbook.sheet.case'), cashFlow: t('workbook.sheet.flow'), sources: t('workbook.sheet.sources') },
		notice: t('workbook.notice'),
		sections: said(words, {
			capex: 'calculator.group.capex',
			revenue: 'calculator.group.revenue',
			variable: 'calculator.group.variable',
			labour: 'calculator.group.labour',
			fixed: 'calculator.group.fixed',
			terms: 'workbook.section.terms'
		}),
		columns: said(words, {
			parameter: 'workbook.column.parameter',
			value: 'workbook.column.value',
			shipped: 'workbook.column.shipped',
			unit: 'workbook.column.unit',
			low: 'workbook.column.low',
			high: 'workbook.column.high',
			status: 'workbook.column.status',
			sources: 'workbook.column.sources'
		}),
		parts: said(words, { quantity: 'calculator.what.quantity', cost: 'calculator.what.cost', price: 'calculator.what.price' }),
		parameters: said(words, PARAMETERS),
		units: said(words, UNITS),
		statuses: said(words, STATUSES),
		origins: said(words, { holder: 'workbook.origin.holder', size: 'workbook.origin.size', reference: 'workbook.origin.reference' }),
		fullYear: t('calculator.full'),
		total: t('workbook.total'),
		rows: said(words, ROWS),
		outcomes: said(words, OUTCOMES),
		sourceColumns: said(words, {
			id: 'workbook.source.id',
			publisher: 'workbook.source.publisher',
			title: 'workbook.source.title',
			vintage: 'workbook.source.vintage',
			url: 'workbook.source.url'
		})
	};
}
