import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { openTable } from './open-table.ts';
import type { TableRow } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'furas-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Buffer): string {
	const path = join(folder, `${Math.random()}`);
	writeFileSync(path, content);
	return path;
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
	const list: T[] = [];
	for await (const row of rows) list.push(row);
	return list;
}

const REGISTER = 'Titre\n\nNom;Commune;Année\nAtlas;Ifrane;2019\n\n"Rif\nNord";Chefchaouen\n';

describe('a text file', () => {
	test('says how it is written, and gives its rows with the numbers a spreadsheet shows', async () => {
		const table = await openTable(file(REGISTER));
		expect(table).toMatchObject({ kind: 'csv', encoding: 'utf-8', delimiter: ';', sheet: null, sheets: [], headerRow: 3 });
		expect(table.headers).toEqual(['Nom', 'Commune', 'Année']);
		expect(await all(table.lines())).toEqual([
			{ number: 4, cells: ['Atlas', 'Ifrane', '2019'], formulas: [] },
			{ number: 6, cells: ['Rif\nNord', 'Chefchaouen', ''], formulas: [] }
		] satisfies TableRow[]);
	});

	test('is read as often as it is asked for, wholly or in part', async () => {
		const table = await openTable(file(REGISTER));
		for await (const row of table.rows()) {
			expect(row[0]).toBe('Atlas');
			break;
		}
		expect(await all(table.rows())).toEqual(await all(table.rows()));
		expect(await all(table.rows())).toHaveLength(2);
	});

	test('may be longer than a piece that is read at once', async () => {
		const rows = Array.from({ length: 20_000 }, (_, i) => `تعاونية ${i};"جماعة\n${i}"`);
		const table = await openTable(file(`الاسم;الجماعة\n${rows.join('\n')}`));
		const read = await all(table.rows());
		expect(read).toHaveLength(20_000);
		expect(read.at(-1)).toEqual(['تعاونية 19999', 'جماعة\n19999']);
	});

	test('is refused by the limits that the caller gives', async () => {
		const table = await openTable(file(REGISTER), { limits: { rows: 1 } });
		await expect(all(table.rows())).rejects.toMatchObject({ fault: { kind: 'too-many-rows', limit: 1 } });
	});
});

describe('a workbook that another library wrote', () => {
	const day = new Date(Date.UTC(2024, 2, 1));
	const rows = [
		['Nom', 'Membres', 'Créée', 'Femmes'],
		['تعاونية', 12, day, true],
		['Atlas', 0.1 + 0.2, null, false]
	];

	test('gives texts, numbers, days and truths as text', async () => {
		const path = join(folder, 'book.xlsx');
		await writeXlsxFile(rows, { dateFormat: 'dd/mm/yyyy' }).toFile(path);
		const table = await openTable(path);
		expect(table).toMatchObject({ kind: 'xlsx', encoding: null, delimiter: null, sheet: 'Sheet1', sheets: ['Sheet1'] });
		expect(table.headers).toEqual(rows[0]);
		expect(await all(table.rows())).toEqual([
			['تعاونية', '12', '2024-03-01', 'TRUE'],
			['Atlas', '0.3', '', 'FALSE']
		]);
	});
});

test('a file that is not there is no problem of the file', async () => {
	await expect(openTable(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
});
