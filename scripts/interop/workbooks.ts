import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseValues } from '#lib/core/finance/case.ts';
import { evaluate } from '#lib/core/finance/evaluate.ts';
import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import { goldenModels } from '#lib/core/finance/scenarios/golden-models.ts';
import { KEY_WORDS } from '#lib/server/report/case-xlsx-key-words.ts';
import { caseXlsx } from '#lib/server/report/case-xlsx.ts';
import { differences } from './calculated.ts';
import type { Checked } from './checked.ts';
import { calculate } from './libreoffice.ts';

const { models, shared } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));

/** Cases beside the models as shipped. */
const CASES: readonly { readonly id: string; readonly values: CaseValues }[] = [
	{ id: 'M01', values: { 'revenue.0.price': 26_000, 'capex.0.quantity': 8, discountRate: 0.1, workingCapitalDays: 30 } },
	{ id: 'M06', values: { 'revenue.0.price': 5.5, grantShare: 0.5 } },
	{ id: 'M13', values: { 'variable.0.cost': 2200, 'fixed.0.cost': 30_000, 'capex.0.cost': 300, discountRate: 0 } },
	// Loses money every year: no rate of return, no break-even.
	{ id: 'M06', values: { 'revenue.0.price': 4.5, 'variable.0.cost': 6 } }
];

interface Sample {
	readonly name: string;
	readonly workbook: Buffer;
	readonly expected: Evaluation;
}

/** The workbook of a case; `standing` are the results written into it, its own unless others are given. */
async function sampleOf(name: string, id: string, values: CaseValues, standing?: Evaluation): Promise<Sample> {
	const model = models.find((golden) => golden.model.id === id)!.model;
	const expected = evaluate(model, values, shared);
	const written = { model, values, shared, language: 'en', words: KEY_WORDS, sources: [], evaluation: standing ?? expected } as const;
	return { name, workbook: await caseXlsx(written), expected };
}

async function samples(): Promise<Sample[]> {
	const shipped = models.map(({ model }) => sampleOf(model.id, model.id, {}));
	const cases = CASES.map(({ id, values }, index) => sampleOf(`${id}-case-${index + 1}`, id, values));
	const mill = models.find(({ model }) => model.id === 'M04')!.model;
	// Results of another case stand in this one: only who calculates finds the right ones.
	const outdated = sampleOf('M04-outdated-results', 'M04', { 'revenue.0.price': 60 }, evaluate(mill, {}, shared));
	return Promise.all([...shipped, ...cases, outdated]);
}

/** Does a spreadsheet calculate what we do? Workbooks of the models and of some cases, calculated by LibreOffice and compared with the engine. */
export async function checkWorkbooks(program: string, folder: string): Promise<Checked[]> {
	const all = await samples();
	const paths = all.map(({ name, workbook }) => {
		const path = join(folder, `${name}.xlsx`);
		writeFileSync(path, workbook);
		return path;
	});
	calculate(program, paths, folder);
	return all.map(({ name, expected }) => ({
		name,
		problems: differences(readFileSync(join(folder, `${name}-${KEY_WORDS.sheets.cashFlow}.csv`), 'utf8'), expected)
	}));
}
