import { fault, type HostileCase } from './case.ts';
import { GOOD, rowXml, workbookOf } from './workbook.ts';

const CELL = 32_767;
const many = (count: number, piece: (i: number) => string): string => Array.from({ length: count }, (_, i) => piece(i)).join('');

/** A register as large as the country's. Every name says that it does not exist. */
const REGISTER = ['N°', 'Nom', 'Commune', ...Array.from({ length: 12 }, (_, i) => `Champ ${i + 1}`)];
const registerRow = (i: number): string[] => [
	String(i),
	`SYNTHETIC ${i}`,
	`Commune ${i % 1503}`,
	...REGISTER.slice(3).map((_, c) => `${c} ${i % 97}`)
];

/** Files that are too much. */
export const LARGE_FILES: readonly HostileCase[] = [
	{
		name: 'larger than allowed',
		content: () => 'Nom;Commune\nA;B\n',
		options: { limits: { fileBytes: 10 } },
		expected: fault('too-large', { limit: 10, found: 16 })
	},
	{
		name: '65,000 rows of 15 columns as CSV',
		content: () => `${REGISTER.join(';')}\n${many(65_000, (i) => `${registerRow(i).join(';')}\n`)}`,
		expected: { headers: REGISTER, count: 65_000 }
	},
	{
		name: '65,000 rows of 15 columns as a workbook',
		content: () => workbookOf({ sheets: [{ name: 'A', rows: rowXml(REGISTER) + many(65_000, (i) => `<row>${registerRow(i).map((_, c) => (c === 1 ? `<c t="s"><v>${i}</v></c>` : `<c><v>${i + c}</v></c>`)).join('')}</row>`) }], strings: many(65_000, (i) => `<si><t>SYNTHETIC ${i}</t></si>`) }), // prettier-ignore
		expected: { headers: REGISTER, count: 65_000 }
	},
	{
		name: '300,000 rows of text',
		content: () => `Nom;Commune\n${'A;B\n'.repeat(300_000)}`,
		expected: fault('too-many-rows', { limit: 200_000 })
	},
	{
		name: '300,000 rows of a workbook',
		content: () =>
			workbookOf({ sheets: [{ name: 'A', rows: GOOD + many(300_000, (i) => `<row><c><v>${(i * 7919) % 100_003}</v></c></row>`) }] }),
		expected: fault('too-many-rows', { limit: 200_000 })
	},
	{
		name: 'a hundred thousand columns of text',
		content: () => `${many(100_000, (i) => `c${i};`)}\n1;2\n`,
		expected: fault('too-many-columns', { limit: 256, found: 100_001, row: 1 })
	},
	{
		name: 'a hundred thousand columns in one row',
		content: () => `Nom;Commune\nA;B\n${'x;'.repeat(100_000)}\n`,
		expected: fault('too-many-columns', { limit: 256, found: 100_001, row: 3 })
	},
	{
		name: 'a hundred thousand columns of a workbook',
		content: () => workbookOf({ sheets: [{ name: 'A', rows: `<row>${'<c><v>1</v></c>'.repeat(100_000)}</row>` }] }),
		expected: fault('too-many-columns', { limit: 256, found: 257, row: 1 })
	},
	{ name: 'a hundred thousand empty cells with a style', content: () => workbookOf({ sheets: [{ name: 'A', rows: `${GOOD}<row>${'<c s="1"/>'.repeat(100_000)}</row>` }] }), expected: { headers: ['Nom', 'Commune'], rows: [['Tafilalt', 'Er-Rachidia']] } }, // prettier-ignore
	{ name: 'one line of 50 MB', content: () => Buffer.alloc(50 * 2 ** 20, 'x'), expected: fault('cell-too-long', { limit: CELL }) },
	{
		name: 'one line of 50 MB of commas',
		content: () => Buffer.alloc(50 * 2 ** 20, ','),
		expected: fault('row-too-long', { limit: 2 ** 20, row: 1 })
	},
	{
		name: 'eight million blank lines',
		content: () => Buffer.concat([Buffer.from('Nom;Commune\nA;B'), Buffer.alloc(2 ** 23, '\n')]),
		expected: { headers: ['Nom', 'Commune'], rows: [['A', 'B']] }
	},
	{
		name: 'a cell of 40,000 letters',
		content: () => `Nom;Commune\nA;${'x'.repeat(40_000)}\n`,
		expected: fault('cell-too-long', { limit: CELL, found: 40_000, row: 2, column: 1 })
	},
	{
		name: 'a cell of as many letters as are allowed',
		content: () => `Nom;Commune\nA;${'x'.repeat(CELL)}\n`,
		expected: { headers: ['Nom', 'Commune'], count: 1 }
	},
	{
		name: 'a cell of a workbook of 40,000 letters',
		content: () => workbookOf({ sheets: [{ name: 'A', rows: GOOD + rowXml(['x'.repeat(40_000)]) }] }),
		expected: fault('cell-too-long', { limit: CELL, found: 40_000, row: 3, column: 0 })
	},
	{
		name: 'a shared text of 40,000 letters',
		content: () => workbookOf({ sheets: [{ name: 'A', rows: GOOD }], strings: `<si><t>${'x'.repeat(40_000)}</t></si>` }),
		expected: fault('cell-too-long', { limit: CELL, found: 40_000 })
	},
	{
		name: 'shared texts of 18 million letters',
		content: () =>
			workbookOf({
				sheets: [{ name: 'A', rows: GOOD }],
				strings: many(600, (i) => `<si><t>${`ab${i}`.repeat(30_000 / `ab${i}`.length)}</t></si>`)
			}),
		expected: fault('too-much-text', { limit: 16_000_000 })
	},
	{
		name: 'three hundred thousand empty shared texts',
		content: () => workbookOf({ sheets: [{ name: 'A', rows: GOOD }], strings: '<si/>'.repeat(300_000) }),
		options: { limits: { sharedStrings: 200_000 } },
		expected: fault('too-much-text', { limit: 200_000 })
	},
	{
		name: 'merged a hundred thousand times',
		content: () =>
			workbookOf({
				sheets: [
					{ name: 'A', rows: GOOD, after: `<mergeCells>${many(100_000, (i) => `<mergeCell ref="A${i + 3}:A${i + 4}"/>`)}</mergeCells>` }
				]
			}),
		expected: fault('too-many-merges', { limit: 20_000 })
	},
	{
		name: 'slower than allowed',
		content: () => `Nom;Commune\n${'A;B\n'.repeat(50_000)}`,
		options: { limits: { milliseconds: 0 } },
		expected: fault('too-slow', { limit: 0 })
	}
];
