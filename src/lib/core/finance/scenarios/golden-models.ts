import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { Figure, FigureStatus } from '#lib/core/project/figure.ts';
import type { EconomicModel, EvidenceGrade, VariableLine } from '#lib/core/project/model.ts';
import { FINANCE_RULES } from '#lib/core/project/scenarios/shipped-rules.ts';
import type { Text } from '#lib/core/text/text.ts';

/** For tests, the bench and the spreadsheet check: the compiled models with the results printed beside them. */

interface SourceFigure {
	readonly v: number;
	readonly unit: string;
	readonly status: FigureStatus;
	readonly src: readonly string[];
	readonly lo: number | null;
	readonly hi: number | null;
	readonly year: number | string | null;
	readonly note: string;
}

interface PrintedReturns {
	readonly npv: number;
	readonly irr: number | null;
}

/** One year as printed. */
interface PrintedRow {
	readonly year: number;
	readonly revenue: number;
	readonly variable: number;
	readonly labour: number;
	readonly fixed: number;
	readonly ebitda: number;
	readonly replacement: number;
	readonly working_capital: number;
}

/** What an independent implementation of the formulas printed for a model. */
export interface PrintedResults {
	readonly base: PrintedReturns & {
		readonly capex: number;
		readonly wc: number;
		readonly revenue: number;
		readonly variable: number;
		readonly labour: number;
		readonly fixed: number;
		readonly ebitda: number;
		readonly depreciation: number;
		readonly surplus: number;
		readonly payback: number | null;
		readonly discounted_payback: number | null;
		readonly bcr: number;
		readonly break_even_revenue: number;
		readonly break_even_pct: number;
		readonly member_labour: number;
		readonly member_purchases: number;
		readonly member_income_per_member: number;
		readonly cashflow: readonly number[];
		readonly rows: readonly PrintedRow[];
		readonly residual: number;
	};
	readonly with_grant: PrintedReturns & { readonly share: number; readonly payback: number | null };
	readonly finance_case: {
		readonly own_share: number;
		readonly grant: number;
		readonly loan: number;
		readonly rate: number;
		readonly term_years: number;
		readonly grace_years: number;
		readonly annuity: number;
		readonly dscr: readonly (number | null)[];
		readonly dscr_min: number | null;
		readonly dscr_avg: number | null;
	};
	readonly sensitivity: Readonly<Record<string, PrintedReturns>>;
	readonly switching: {
		readonly price_multiplier_npv0: number | null;
		readonly volume_multiplier_npv0: number | null;
		readonly grant_share_npv0: number | null;
	};
	readonly evidence: {
		readonly critical: Readonly<Record<string, FigureStatus>>;
		readonly critical_anchored: number;
		readonly value_share_sourced: number;
		readonly grade: EvidenceGrade;
	};
}

interface SourceModel {
	readonly id: string;
	readonly slug: string;
	readonly fr: string;
	readonly ar: string;
	readonly en: string;
	readonly sector: string;
	readonly members: number;
	readonly scale: string;
	readonly ramp: readonly number[];
	readonly wc_days: number;
	readonly capex: readonly {
		readonly item: string;
		readonly qty: number;
		readonly unit: string;
		readonly life: number;
		readonly grantable: boolean;
		readonly cost: SourceFigure;
	}[];
	readonly revenue: readonly { readonly item: string; readonly qty: SourceFigure; readonly price: SourceFigure }[];
	readonly variable: readonly {
		readonly item: string;
		readonly qty: number;
		readonly unit: string;
		readonly member: VariableLine['member'];
		readonly cost: SourceFigure;
	}[];
	readonly labour: readonly {
		readonly role: string;
		readonly member: boolean;
		readonly days: number | null;
		readonly cost: SourceFigure;
	}[];
	readonly fixed: readonly { readonly item: string; readonly cost: SourceFigure }[];
	readonly grant_case: { readonly share: number; readonly basis: string; readonly src: readonly string[]; readonly cap?: number };
	/** What is paid by the piece: for what, MAD, and a remark. */
	readonly decent?: readonly [string, number | null, string];
	readonly sources: readonly string[];
	readonly results: PrintedResults;
}

interface SourceFile {
	readonly meta: {
		readonly discount_rate: { readonly value: number; readonly status: FigureStatus; readonly source: string };
		readonly global_params: Readonly<Record<'SMAG' | 'SMIG_month' | 'employer_charges' | 'loan_rate_TPME', SourceFigure>>;
	};
	readonly models: readonly SourceModel[];
}

/** A model with its printed results. */
export interface GoldenModel {
	readonly model: EconomicModel;
	readonly printed: PrintedResults;
}

export interface GoldenModels {
	readonly models: readonly GoldenModel[];
	readonly shared: SharedFigures;
}

/** The models that live on public money only (design of the project bank): stores of dates and apples, mussels. */
const PUBLIC_INFRASTRUCTURE = ['M07', 'M14', 'M15'];
/** Kernels that one person cracks in a day (L'Économiste 2004, in the remark of the model): one kilogramme. */
const KILOGRAMMES_CRACKED_A_DAY = 1;

const text = (value: string): Text => ({ ar: value, fr: value, en: value });

const figure = ({ v, unit, status, src, lo, hi, year, note }: SourceFigure): Figure => ({
	value: v,
	low: lo,
	high: hi,
	unit: text(unit),
	year: typeof year === 'number' ? year : null,
	status,
	sources: src,
	note: note === '' ? null : text(note)
});

function linesOf({ capex, revenue, variable, labour, fixed, decent }: SourceModel) {
	const isPiecework = (pay: number) => decent !== undefined && decent[1] === pay;
	return {
		capex: capex.map(({ item, qty, unit, life, grantable, cost }) => ({
			item: text(item),
			quantity: qty,
			quantityUnit: text(unit),
			lifeYears: life,
			grantable,
			cost: figure(cost)
		})),
		revenue: revenue.map(({ item, qty, price }) => ({ item: text(item), quantity: figure(qty), price: figure(price) })),
		variable: variable.map(({ item, qty, unit, member, cost }) => ({
			item: text(item),
			quantity: qty,
			quantityUnit: text(unit),
			member,
			daysPerUnit: member === 'labour' && isPiecework(cost.v) ? 1 / KILOGRAMMES_CRACKED_A_DAY : null,
			cost: figure(cost)
		})),
		labour: labour.map(({ role, member, days, cost }) => ({ item: text(role), member, days, cost: figure(cost) })),
		fixed: fixed.map(({ item, cost }) => ({ item: text(item), cost: figure(cost) }))
	};
}

function modelOf(source: SourceModel): EconomicModel {
	const { id, slug, ar, fr, en, sector, members, scale, ramp, wc_days, grant_case, sources, results } = source;
	const { evidence } = results;
	return {
		id,
		slug,
		name: { ar, fr, en },
		variantOf: null,
		branch: sector,
		chains: [],
		members,
		scale: text(scale),
		ramp,
		workingCapitalDays: wc_days,
		...linesOf(source),
		grant: { share: grant_case.share, ceilingMad: grant_case.cap ?? null, basis: text(grant_case.basis), sources: grant_case.src },
		critical: Object.entries(evidence.critical).map(([name, status]) => ({ name: text(name), status })),
		criticalAnchored: evidence.critical_anchored,
		valueAnchored: evidence.value_share_sourced,
		grade: evidence.grade,
		isPublicInfrastructure: PUBLIC_INFRASTRUCTURE.includes(id),
		permits: [],
		risks: [],
		places: [],
		triggers: [],
		skills: [],
		remark: null,
		sources
	};
}

/**
 * The 19 models and the shared figures from the text of `data/bank/models/2026/economic_models.json`, with the source's
 * words in all three languages and what the engine does not read left empty.
 */
export function goldenModels(json: string): GoldenModels {
	const { meta, models } = JSON.parse(json) as SourceFile;
	const { value, status, source } = meta.discount_rate;
	const { SMAG, SMIG_month, employer_charges, loan_rate_TPME } = meta.global_params;
	return {
		models: models.map((model) => ({ model: modelOf(model), printed: model.results })),
		shared: {
			smag: figure(SMAG),
			smigMonth: figure(SMIG_month),
			employerCharges: figure(employer_charges),
			loanRate: figure(loan_rate_TPME),
			discountRate: figure({ v: value, unit: 'ratio', status, src: [source], lo: null, hi: null, year: null, note: '' }),
			rules: FINANCE_RULES
		}
	};
}
