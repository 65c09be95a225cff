import { fault, type HostileCase } from './case.ts';
import { GOOD, rowXml, sheetXml, workbookOf, type WorkbookXml } from './workbook.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const HEADERS = ['Nom', 'Commune'];
const HEAD = rowXml(HEADERS);
const GOOD_ROWS = { headers: HEADERS, rows: [['Tafilalt', 'Er-Rachidia']] };
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`;

/** A workbook with one sheet of these rows. */
const sheet =
	(rows: string, more: Partial<WorkbookXml> = {}) =>
	() =>
		workbookOf({ sheets: [{ name: 'A', rows }], ...more });
/** A workbook with one sheet of this XML. */
const sheetOf = (xml: string) => () => workbookOf({ sheets: [{ name: 'A', xml }] });
const styles = '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>'; // prettier-ignore
const cell = (value: string, style = 0, more = ''): string => `<c s="${style}"${more}><v>${value}</v></c>`;

/** Workbooks whose XML is unusual, broken, or made to harm. */
export const SHEET_FILES: readonly HostileCase[] = [
	{
		name: 'shared, rich and written-in texts, a truth and an error',
		content: sheet(
			`${HEAD}<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c><c t="b"><v>1</v></c></row><row><c t="e"><v>#N/A</v></c><c t="str"><v>x_x000D_y</v></c></row>`,
			{
				strings: '<si><t>تعاونية</t></si><si><r><t>Er-</t></r><rPh sb="0" eb="1"><t>no</t></rPh><r><t>Rachidia</t></r></si>'
			}
		),
		expected: { headers: HEADERS, rows: [['تعاونية', 'Er-Rachidia'], ['a b', 'TRUE'], ['#N/A', 'x\ry']] } // prettier-ignore
	},
	{
		name: 'numbers, days and times by their style',
		content: sheet(
			HEAD +
				`<row>${cell('0.30000000000000004')}${cell('45352', 1)}</row><row>${cell('612345678')}${cell('45352.5', 3)}</row>` +
				`<row>${cell('12', 4)}${cell('0.25', 5)}</row><row>${cell('60', 2)}${cell('59', 2)}</row><row>${cell('1e308', 2)}${cell('-1', 2)}</row><row>${cell('1e999', 2)}${cell('NaN', 2)}</row><row>${cell('5', 99)}${cell('1e21')}</row>`,
			{ styles }
		),
		expected: {
			headers: HEADERS,
			rows: [['0.3', '2024-03-01'], ['612345678', '2024-03-01T12:00:00'], ['12', '06:00:00'], ['60', '1900-02-28'], ['1e+308', '-1'], ['1e999', 'NaN'], ['5', '1e+21']] // prettier-ignore
		}
	},
	{
		name: 'days counted from 1904',
		content: sheet(`${HEAD}<row>${cell('0', 1)}${cell('43890', 1)}</row>`, {
			styles,
			workbook: '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="s0"/></sheets></workbook>'
		}),
		expected: { headers: HEADERS, rows: [['1904-01-01', '2024-03-01']] }
	},
	{
		name: 'formulas, of which the value kept is taken',
		content: sheet(`${HEAD}<row><c t="str"><f>HYPERLINK("http://x.example","a")</f><v>a</v></c><c><f>1+1</f></c></row>`),
		expected: { headers: HEADERS, rows: [['a', '']] }
	},
	{
		name: 'rows and cells passed over',
		content: sheet(
			'<row r="3"><c r="B3" t="str"><v>Nom</v></c><c r="D3" t="str"><v>Commune</v></c></row><row r="900"><c r="D900" t="str"><v>B</v></c></row>'
		),
		expected: { headers: ['', 'Nom', '', 'Commune'], rows: [['', '', '', 'B']] }
	},
	{
		name: 'a value merged over rows, and a title merged over columns',
		content: () =>
			workbookOf({
				sheets: [
					{
						name: 'A',
						rows: `<row r="1"><c r="A1" t="str"><v>Titre</v></c></row>${'<row r="2"><c r="A2" t="str"><v>Province</v></c><c r="B2" t="str"><v>Nom</v></c></row>'}<row r="3"><c r="A3" t="str"><v>Fès</v></c><c r="B3" t="str"><v>a</v></c></row><row r="4"><c r="B4" t="str"><v>b</v></c></row><row r="5"/><row r="6"><c r="B6" t="str"><v>c</v></c></row>`,
						after: '<mergeCells count="3"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/><mergeCell ref="A5:A1048576"/></mergeCells>'
					}
				]
			}),
		expected: { headers: ['Province', 'Nom'], rows: [['Fès', 'a'], ['Fès', 'b'], ['', 'c']] } // prettier-ignore
	},
	{
		name: 'tags with a prefix',
		content: sheetOf(
			`<x:worksheet xmlns:x="m"><x:sheetData>${GOOD.replaceAll('<', '<x:').replaceAll('<x:/', '</x:')}</x:sheetData></x:worksheet>`
		),
		expected: GOOD_ROWS
	},
	{
		name: 'a hidden sheet and an empty one before the table',
		content: () => workbookOf({ sheets: [{ name: 'Secret', rows: GOOD, state: 'hidden' }, { name: 'Empty' }, { name: 'A', rows: GOOD }] }),
		expected: GOOD_ROWS
	},
	{
		name: 'asked for a sheet by name',
		content: () =>
			workbookOf({
				sheets: [
					{ name: 'A', rows: HEAD },
					{ name: 'B', rows: GOOD }
				]
			}),
		options: { sheet: 'B' },
		expected: GOOD_ROWS
	},
	{
		name: 'asked for a sheet it has not',
		content: () => workbookOf({ sheets: [{ name: 'A', rows: GOOD }] }),
		options: { sheet: 'Z' },
		expected: fault('no-such-sheet', { text: 'Z', names: ['A'] })
	},
	{
		name: 'without content types that are right',
		content: sheet(GOOD, { contentTypes: '<Types><Override PartName="/xl/workbook.xml" ContentType="text/plain"/></Types>' }),
		expected: GOOD_ROWS
	},
	{ name: 'without a cell', content: sheet(''), expected: fault('empty') },
	{ name: 'without a sheet', content: () => workbookOf({ sheets: [] }), expected: fault('empty') },
	{
		name: 'a header and nothing under it',
		content: sheet(`${HEAD}<row r="9"><c r="A9" s="1"/></row>`),
		expected: fault('no-rows', { row: 1 })
	},
	{
		name: 'a sheet that is not there',
		content: () => workbookOf({ sheets: [{ name: 'A', target: 'worksheets/none.xml' }] }),
		expected: fault('damaged', { text: 'A' })
	},
	{
		name: 'a sheet on another machine',
		content: () => workbookOf({ sheets: [{ name: 'A', target: 'http://127.0.0.1:9/a.xml', mode: 'External' }] }),
		expected: fault('damaged', { text: 'A' })
	},
	{
		name: 'a sheet that leads back to the workbook',
		content: () => workbookOf({ sheets: [{ name: 'A', target: 'workbook.xml' }] }),
		expected: fault('damaged', { text: 'xl/workbook.xml' })
	},
	{
		name: 'a sheet outside the package',
		content: () => workbookOf({ sheets: [{ name: 'A', target: '../../../etc/passwd' }] }),
		expected: fault('damaged', { text: 'A' })
	},
	{
		name: 'a workbook that is no workbook',
		content: sheet(GOOD, { workbook: '<worksheet/>' }),
		expected: fault('damaged', { text: 'xl/workbook.xml' })
	},
	{
		name: 'a billion laughs',
		content: sheetOf(`${LAUGHS}${sheetXml(rowXml(['&j;', 'b'])).replace(/<\?.*?\?>/, '')}`),
		expected: fault('dtd', { text: SHEET })
	},
	{
		name: 'a billion laughs in the shared texts',
		content: sheet(GOOD, { parts: [{ name: 'xl/sharedStrings.xml', data: `${LAUGHS}<sst><si><t>&j;</t></si></sst>` }] }),
		expected: fault('dtd', { text: 'xl/sharedStrings.xml' })
	},
	{
		name: 'an entity on the disk',
		content: sheet(GOOD, { workbook: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>' }),
		expected: fault('dtd', { text: 'xl/workbook.xml' })
	},
	{
		name: 'a document type without an end',
		content: sheetOf(`<!DOCTYPE x [${'<!-- -->'.repeat(100_000)}`),
		expected: fault('dtd', { text: SHEET })
	},
	{
		name: 'an entity nobody declared',
		content: sheet(`${HEAD}<row><c t="str"><v>&nothing;</v></c></row>`),
		expected: fault('damaged', { text: SHEET })
	},
	{ name: 'XML that is cut', content: sheetOf(sheetXml(GOOD).slice(0, -30)), expected: fault('damaged', { text: SHEET }) },
	{ name: 'XML that is not well-formed', content: sheet(`${GOOD}<row><c></row></c>`), expected: fault('damaged', { text: SHEET }) },
	{
		name: 'XML that is no UTF-8',
		content: () => workbookOf({ sheets: [], parts: [{ name: 'xl/workbook.xml', data: Buffer.from('<workbook a="\xff"/>', 'latin1') }] }),
		expected: fault('damaged', { text: 'xl/workbook.xml' })
	},
	{
		name: 'a hundred thousand tags within each other',
		content: sheetOf(`<worksheet><sheetData>${'<a>'.repeat(100_000)}`),
		expected: fault('damaged', { text: SHEET })
	},
	{
		name: 'a tag with a million attributes',
		content: sheetOf(`<worksheet ${Array.from({ length: 300_000 }, (_, i) => `a${i}=""`).join(' ')}>`),
		expected: fault('damaged', { text: SHEET })
	},
	{
		name: 'row a thousand million',
		content: sheet(`${HEAD}<row r="1000000000"><c><v>1</v></c></row>`),
		expected: fault('bad-address', { text: '1000000000' })
	},
	{
		name: 'a cell at ZZZZZZ1',
		content: sheet('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'),
		expected: fault('bad-address', { text: 'ZZZZZZ1', row: 1 })
	},
	{
		name: 'a cell in another row',
		content: sheet('<row r="1"><c r="A7"><v>1</v></c></row>'),
		expected: fault('bad-address', { text: 'A7', row: 1 })
	},
	{
		name: 'rows that run backwards',
		content: sheet('<row r="9"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'),
		expected: fault('damaged', { text: SHEET, row: 2 })
	},
	{
		name: 'one cell said again and again',
		content: sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
		expected: fault('damaged', { text: SHEET, row: 1 })
	},
	{
		name: 'a shared text it has not',
		content: sheet(`${HEAD}<row><c t="s"><v>7</v></c></row>`, { strings: '<si><t>a</t></si>' }),
		expected: fault('damaged', { text: SHEET, row: 2, column: 0 })
	},
	{
		name: 'a shared text that is no number',
		content: sheet(`${HEAD}<row><c t="s"><v>__proto__</v></c></row>`, { strings: '<si><t>a</t></si>' }),
		expected: fault('damaged', { text: SHEET, row: 2, column: 0 })
	},
	{
		name: 'two headers alike',
		content: sheet(rowXml(['Nom', 'nom']) + GOOD),
		expected: fault('duplicate-header', { row: 1, column: 1, text: 'nom' })
	}
];
