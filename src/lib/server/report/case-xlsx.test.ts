import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { CaseValues } from '#lib/core/finance/case.ts';
import { evaluate } from '#lib/core/finance/evaluate.ts';
import { parametersOf } from '#lib/core/finance/parameters.ts';
import { goldenModels } from '#lib/core/finance/scenarios/golden-models.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { textCell, type WorkbookCell } from './case-xlsx-cells.ts';
import { flowCell, START } from './case-xlsx-flow-rows.ts';
import { KEY_WORDS } from './case-xlsx-key-words.ts';
import { caseSheets, caseXlsx, type CaseWorkbook } from './case-xlsx.ts';

const { models, shared } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));
const saffron = models[0]!.model;
const SOURCES = [
	{ id: 'le360_safran', publisher: 'Le360', title: '=HYPERLINK("x")', vintage: '2021', url: null },
	{ id: 'elsewhere', publisher: 'Elsewhere', title: 'Of another model', vintage: '2020', url: 'https://example.org' }
];

const workbookOf = (model: EconomicModel, values: CaseValues = {}, language: 'ar' | 'en' = 'en'): CaseWorkbook => ({
	model,
	values,
	shared,
	evaluation: evaluate(model, values, shared),
	language,
	words: KEY_WORDS,
	sources: SOURCES
});
const sheetsOf = (...question: Parameters<typeof workbookOf>) => caseSheets(workbookOf(...question));
const shown = (cell: WorkbookCell | null | undefined): string | number | null => {
	if (!cell) return null;
	if (cell.kind === 'text') return cell.text;
	return cell.kind === 'number' ? cell.value : cell.result;
};
const tableOf = (...question: Parameters<typeof workbookOf>) => sheetsOf(...question).map(({ rows }) => rows.map((row) => row.map(shown)));

/** Files of a zip by name, read from its central directory. */
function unzipped(zip: Buffer): Map<string, string> {
	const files = new Map<string, string>();
	const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		const [size, nameLength, extra, comment, local] = [
			zip.readUInt32LE(at + 20),
			zip.readUInt16LE(at + 28),
			zip.readUInt16LE(at + 30),
			zip.readUInt16LE(at + 32),
			zip.readUInt32LE(at + 42)
		];
		const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
		const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const data = zip.subarray(start, start + size);
		files.set(name, (zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8'));
		at += 46 + nameLength + extra + comment;
	}
	return files;
}

describe('the sheet of the case', () => {
	test.each(models.map(({ model }) => [model.id, model] as const))('has every parameter of %s with value, unit and status', (_, model) => {
		const [table] = tableOf(model);
		const rows = table!.filter((row) => row.length === 8 && row[0] !== 'parameter');
		expect(rows.map((row) => row[2])).toEqual(parametersOf(model, shared).map(({ value }) => value));
		for (const [name, value, , unit, low, high, status] of rows) {
			expect([name, unit, status].every((word) => typeof word === 'string' && word !== '')).toBe(true);
			expect([value, low, high].every((number) => typeof number === 'number')).toBe(true);
		}
	});

	test('says what a figure rests on, and what the holder changed', () => {
		const [table] = tableOf(saffron, { 'revenue.0.price': 25_000 });
		const row = (name: string) => table!.find(([first]) => first === name);
		expect(row('Bulk saffron (50%) · price')).toEqual([
			'Bulk saffron (50%) · price',
			25_000,
			20_000,
			'MAD/kg',
			12_000,
			30_000,
			'holder',
			'le360_safran'
		]);
		expect(row('Bulk saffron (50%) · quantity')?.slice(6)).toEqual(['derived', 'le360_safran']);
		expect(row('members')?.slice(6)).toEqual(['size', '']);
	});

	test('keeps the ceiling of the grant when the investment changes, unless the holder sets a share', () => {
		const grantOf = (values: CaseValues) => sheetsOf(saffron, values)[0]!.rows.find(([first]) => shown(first) === 'grantShare')?.[1];
		expect(grantOf({ 'capex.0.quantity': 8 })).toMatchObject({ kind: 'formula', result: 300_000 / 735_000 });
		expect(grantOf({ grantShare: 0.5 })).toMatchObject({ kind: 'number', value: 0.5 });
	});
});

describe('the cash flow', () => {
	test('is made of live formulas that say our results', () => {
		const { rows } = sheetsOf(saffron)[1]!;
		const { flows, withoutGrant } = evaluate(saffron, {}, shared);
		const flow = rows.find(([first]) => shown(first) === 'flow')!;
		expect(flow.slice(START).every((cell) => cell?.kind === 'formula')).toBe(true);
		expect(flow.slice(START, -1).map(shown)).toEqual(flows);
		expect(shown(flow.at(-1)!)).toBeCloseTo(
			flows.reduce((sum, value) => sum + value, 0),
			6
		);
		const outcome = (name: string) => rows.find(([first]) => shown(first) === name)![1];
		expect(outcome('npv')).toMatchObject({ kind: 'formula', result: withoutGrant.npv });
		expect(outcome('irr')).toMatchObject({ kind: 'formula', result: withoutGrant.irr });
	});

	test('without a rate of return says none', () => {
		const milk = models.find(({ model }) => model.id === 'M06')!.model;
		const { rows } = sheetsOf(milk, { 'revenue.0.price': 4.5, 'variable.0.cost': 6 })[1]!;
		expect(rows.find(([first]) => shown(first) === 'irr')![1]).toMatchObject({ kind: 'formula', result: null });
	});
});

describe('the sources', () => {
	test('are those of the case, their titles harmless as formulas', () => {
		expect(tableOf(saffron)[2]).toEqual([
			['id', 'publisher', 'title', 'vintage', 'url'],
			['le360_safran', 'Le360', '\'=HYPERLINK("x")', '2021', '']
		]);
	});

	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j stays a text', (text) => {
		expect(textCell(text)).toMatchObject({ text: `'${text}` });
	});

	test('a text that only contains such a sign is left as it is', () => {
		expect(textCell('20-30 MAD')).toMatchObject({ text: '20-30 MAD' });
	});
});

describe('the file', () => {
	test('has three sheets, formulas with their results, and is read from right to left in Arabic', async () => {
		const files = unzipped(await caseXlsx(workbookOf(saffron, {}, 'ar')));
		const cashFlow = files.get('xl/worksheets/sheet2.xml')!;
		expect(files.get('xl/workbook.xml')).toMatch(/name="case".*name="cashFlow".*name="sources"/);
		expect(cashFlow).toContain('rightToLeft="1"');
		const { flows } = evaluate(saffron, {}, shared);
		for (const [year, flow] of flows.entries()) {
			const cell = new RegExp(`<c r="${flowCell('flow', START + year)}"[^>]*><f>[^<]+</f><v>${flow}</v></c>`);
			expect(cashFlow).toMatch(cell);
		}
		expect(cashFlow.match(/<f>/g)!.length).toBe(cashFlow.match(/<\/f><v>/g)!.length);
	});

	test('names its sheets as a spreadsheet allows', async () => {
		const sheets = { case: 'Cas : l’étude [2026] de la coopérative', cashFlow: "Flux d'argent", sources: 'Sources' };
		const files = unzipped(await caseXlsx({ ...workbookOf(saffron), words: { ...KEY_WORDS, sheets } }));
		expect(files.get('xl/workbook.xml')).toContain('name="Flux d argent"');
		expect(files.get('xl/worksheets/sheet2.xml')).toContain('Cas   l’étude  2026  de la coop');
	});
});
