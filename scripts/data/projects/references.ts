import type { SharedFigures, Term } from '#lib/core/project/bank.ts';
import type { Figure, ModelSource } from '#lib/core/project/figure.ts';
import { byKey, rowsOf, textsOf } from '../rows.ts';
import { FOLDERS } from '../sources.ts';
import { MODELS_FILE, type RawModels } from './economic-models.ts';
import { figureOf, type FigureContext } from './figures.ts';

/** The publications that figures rest on, in the order of the file. */
export function sourcesOf({ sources }: RawModels): ModelSource[] {
	return Object.entries(sources).map(([id, { publisher, title, vintage, url }]) => ({ id, publisher, title, vintage, url: url.trim() || null }));
}

/** The figures all models share: legal minima, charges, loan and discount rate. */
export function sharedFigures({ meta }: RawModels, context: FigureContext): Omit<SharedFigures, 'rules'> {
	const shared = (name: string): Figure => {
		const raw = meta.global_params[name];
		if (!raw) throw new Error(`${MODELS_FILE}: global_params has no ${name}.`);
		return figureOf(raw, context, `${MODELS_FILE} ${name}`);
	};
	const { value, status, source } = meta.discount_rate;
	const discount = { v: value, unit: 'ratio', status, src: [source], lo: null, hi: null, year: null, note: '' };
	return {
		smag: shared('SMAG'),
		smigMonth: shared('SMIG_month'),
		employerCharges: shared('employer_charges'),
		loanRate: shared('loan_rate_TPME'),
		discountRate: figureOf(discount, context, `${MODELS_FILE} discount_rate`)
	};
}

/** The words of the calculator, as the table orders them. Throws when one has no definition. */
export function readGlossary(root: string): Term[] {
	const texts = byKey(rowsOf(root, `${FOLDERS.projectRules}/term_texts.csv`), 'key');
	return rowsOf(root, `${FOLDERS.models}/economic_glossary.csv`).map((row) => {
		const key = row.text('key');
		const text = texts.get(key) ?? row.fail(`«key» ${key} has no definition in term_texts.csv.`);
		return {
			key,
			name: textsOf(row),
			definition: textsOf(text),
			unit: text.optional('unit_ar') === null ? null : textsOf(text, 'unit'),
			formula: row.text('formula') === '-' ? null : row.text('formula')
		};
	});
}
