import { gzipSync } from 'node:zlib';
import { fault, type HostileCase } from './case.ts';
import { GOOD, partsOf, workbookOf } from './workbook.ts';
import { zipOf } from './zip.ts';

const compound = (stream: string): Buffer =>
	Buffer.concat([
		Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
		Buffer.alloc(3000),
		Buffer.from(stream, 'utf16le'),
		Buffer.alloc(500)
	]);

const zip = (...names: string[]): Buffer => zipOf(names.map((name) => ({ name, data: '<x/>' })));

/** Files that are something else than a table. */
export const OTHER_FILES: readonly HostileCase[] = [
	{ name: 'empty', content: () => '', expected: fault('empty') },
	{ name: 'a byte order mark and nothing else', content: () => '\ufeff', expected: fault('empty') },
	{ name: 'the mark of UTF-16 and nothing else', content: () => Buffer.from([0xff, 0xfe]), expected: fault('empty') },
	{ name: 'blank lines only', content: () => '\n \r\n\t\n', expected: fault('empty') },
	{ name: 'delimiters only', content: () => ';;;\n;;;\n', expected: fault('empty') },
	{ name: 'one byte', content: () => 'x', expected: fault('not-a-table') },
	{ name: 'a letter to the office', content: () => 'Monsieur le Directeur\nJe vous prie\n', expected: fault('not-a-table') },
	{ name: 'a PDF', content: () => '%PDF-1.7\n1 0 obj', expected: fault('pdf') },
	{ name: 'a PNG', content: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), expected: fault('image') },
	{ name: 'a JPEG', content: () => Buffer.from('ffd8ffe000104a464946', 'hex'), expected: fault('image') },
	{ name: 'a WebP', content: () => 'RIFF\x10\0\0\0WEBPVP8 ', expected: fault('image') },
	{ name: 'RTF', content: () => '{\\rtf1\\ansi a;b}', expected: fault('other-document') },
	{ name: 'gzip', content: () => gzipSync('a;b\n1;2'), expected: fault('archive') },
	{
		name: 'HTML named as a workbook',
		content: () => '<html xmlns:x="urn:schemas"><table><tr><td>a</td></tr></table></html>',
		expected: fault('html-named-xls')
	},
	{
		name: 'HTML in UTF-16 with a table',
		content: () => Buffer.from('\ufeff<table><tr><td>a;b</td></tr></table>\n', 'utf16le'),
		expected: fault('html-named-xls')
	},
	{
		name: 'XML of a spreadsheet of 2003',
		content: () => '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
		expected: fault('xml')
	},
	{ name: 'a JSON object', content: () => '{"name": "a", "b": 1}', expected: fault('json') },
	{ name: 'a JSON list', content: () => '[{"name": "a,b"}]', expected: fault('json') },
	{ name: 'a workbook with a password', content: () => compound('EncryptedPackage'), expected: fault('encrypted') },
	{ name: 'a workbook of the old format', content: () => compound('Workbook'), expected: fault('old-xls') },
	{
		name: 'an ODS workbook',
		content: () => zipOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }]),
		expected: fault('ods')
	},
	{
		name: 'an ODT document',
		content: () => zipOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true }]),
		expected: fault('other-document')
	},
	{ name: 'a binary workbook', content: () => zip('xl/workbook.bin'), expected: fault('xlsb') },
	{ name: 'a ZIP of anything', content: () => zip('photo.jpg', 'notes.txt'), expected: fault('archive') },
	{
		name: 'a ZIP of ZIPs',
		content: () => zipOf([{ name: 'a.xlsx', data: workbookOf({ sheets: [{ name: 'A', rows: GOOD }] }) }]),
		expected: fault('archive')
	},
	{ name: 'a ZIP without a part', content: () => zipOf([]), expected: fault('empty') },
	{
		name: 'a Word document',
		content: () =>
			zipOf([
				{
					name: '_rels/.rels',
					data: '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
				},
				{ name: 'word/document.xml', data: '<x/>' }
			]),
		expected: fault('other-document')
	},
	{
		name: 'a workbook with macros',
		content: () => zipOf([...partsOf({ sheets: [{ name: 'A', rows: GOOD }] }), { name: 'xl/vbaProject.bin', data: 'x' }]),
		expected: fault('macro')
	},
	{
		name: 'a workbook that says it has macros',
		content: () =>
			workbookOf({
				sheets: [{ name: 'A', rows: GOOD }],
				contentTypes: '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
			}),
		expected: fault('macro')
	}
];
