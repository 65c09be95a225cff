import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyLabels } from '#lib/core/export/scenarios/key-labels.ts';
import { sheetsOf } from '#lib/core/export/sheets.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { workbook } from '#lib/export/workbook.ts';
import type { Checked } from './checked.ts';
import { calculate } from './libreoffice.ts';
import { releaseTables } from './release-tables.ts';

/** Does a spreadsheet open our workbooks of data with every row, its code whole and its names in three scripts, and with the sources? */
export async function checkDataWorkbooks(program: string, folder: string): Promise<Checked[]> {
	const written = await Promise.all(
		releaseTables().map(async ({ table }, index) => {
			const name = `data_${table.level}`;
			const path = join(folder, `${name}.xlsx`);
			const file = await workbook(sheetsOf(table, keyLabels(LANGUAGES[index % LANGUAGES.length]!)));
			writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
			return { name, path, table };
		})
	);
	calculate(
		program,
		written.map(({ path }) => path),
		folder
	);
	return written.map(({ name, table }) => {
		const lines = (sheet: string) =>
			readFileSync(join(folder, `${name}-${sheet}.csv`), 'utf8')
				.trimEnd()
				.split('\n');
		const [, ...rows] = lines('data');
		const wrong = table.codes.flatMap((code, row) => {
			const { ar, fr } = table.names[row]!;
			const line = rows[row] ?? '';
			return line.replaceAll('"', '').startsWith(code) && line.includes(ar) && line.includes(fr)
				? []
				: [`row ${row + 1}: ${line.slice(0, 80)}`];
		});
		const sources = lines('sources').filter((line) => /^"?(indicator|score)_/.test(line)).length;
		return {
			name: `workbook of ${table.level}: ${rows.length} rows`,
			problems: [
				...(rows.length === table.codes.length ? [] : [`${rows.length} rows instead of ${table.codes.length}`]),
				...(sources === table.columns.length ? [] : [`${sources} sources instead of ${table.columns.length}`]),
				...wrong.slice(0, 5)
			]
		};
	});
}
