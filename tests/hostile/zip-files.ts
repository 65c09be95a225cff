import { fault, type HostileCase } from './case.ts';
import { GOOD, partsOf, sheetXml, workbookOf } from './workbook.ts';
import { zipOf, type ZipPart } from './zip.ts';

const MEGABYTE = 2 ** 20;
const SHEET = 'xl/worksheets/sheet1.xml';
const parts = (...more: ZipPart[]): ZipPart[] => partsOf({ sheets: [{ name: 'A', rows: GOOD }], parts: more });
const good = (): Buffer => zipOf(parts());
const spaces = (megabytes: number): string => ' '.repeat(megabytes * MEGABYTE);

/** Workbooks whose ZIP is broken, or made to harm. */
export const ZIP_FILES: readonly HostileCase[] = [
	{ name: 'a good workbook', content: good, expected: { headers: ['Nom', 'Commune'], rows: [['Tafilalt', 'Er-Rachidia']] } },
	{
		name: 'a part of 60 MB of spaces in 60 kB',
		content: () => zipOf(parts({ name: SHEET, data: sheetXml(GOOD) + spaces(60) })),
		expected: fault('bomb', { text: SHEET, limit: 200 })
	},
	{
		name: 'shared texts of 60 MB of spaces',
		content: () => zipOf([...partsOf({ sheets: [{ name: 'A', rows: GOOD }], strings: `<si><t>${spaces(60)}</t></si>` })]),
		expected: fault('damaged')
	},
	{
		name: 'more to unpack than is allowed, at a modest ratio',
		content: () => zipOf(parts({ name: SHEET, data: sheetXml(GOOD) + spaces(6) })),
		options: { limits: { inflatedBytes: 2 * MEGABYTE } },
		expected: fault('bomb', { limit: 2 * MEGABYTE })
	},
	{
		name: 'a part that says it is smaller than it is',
		content: () => zipOf(parts({ name: SHEET, data: sheetXml(GOOD) + spaces(1), declaredSize: 1000 })),
		expected: fault('bomb', { text: SHEET, limit: 1000 })
	},
	{
		name: 'a part that says it is larger than it is',
		content: () => zipOf(parts({ name: SHEET, data: sheetXml(GOOD), declaredSize: 4e9 })),
		expected: fault('damaged', { text: SHEET })
	},
	{
		name: 'a part with another checksum',
		content: () => zipOf(parts({ name: SHEET, data: sheetXml(GOOD), declaredCrc: 1 })),
		expected: fault('damaged', { text: SHEET })
	},
	{
		name: 'parts that share their bytes',
		content: () => zipOf([...parts(), { name: 'xl/media/a', data: '', overlaps: true }]),
		expected: fault('bomb', { text: 'xl/media/a' })
	},
	{
		name: 'two parts of one name',
		content: () => zipOf([...parts(), { name: SHEET, data: sheetXml(GOOD) }]),
		expected: fault('damaged', { text: SHEET })
	},
	{
		name: 'eleven thousand parts',
		content: () => zipOf([...parts(), ...Array.from({ length: 11_000 }, (_, i) => ({ name: `x/${i}`, data: '', stored: true }))]),
		expected: fault('bomb', { limit: 10_000, found: 11_005 })
	},
	{
		name: 'a name that leads out of the folder',
		content: () => zipOf([...parts(), { name: '../../etc/passwd', data: 'x' }]),
		expected: fault('unsafe-name', { text: '../../etc/passwd' })
	},
	{
		name: 'a name from the root',
		content: () => zipOf([...parts(), { name: '/etc/passwd', data: 'x' }]),
		expected: fault('unsafe-name', { text: '/etc/passwd' })
	},
	{ name: 'a name on a drive', content: () => zipOf([...parts(), { name: 'C:\\windows\\x', data: 'x' }]), expected: fault('unsafe-name') },
	{ name: 'a locked part', content: () => zipOf(parts({ name: SHEET, data: sheetXml(GOOD), flags: 1 })), expected: fault('encrypted') },
	{ name: 'a workbook cut in half', content: () => good().subarray(0, 900), expected: fault('truncated') },
	{ name: 'a workbook cut in its directory', content: () => good().subarray(0, -30), expected: fault('truncated') },
	{ name: 'a workbook cut in its last bytes', content: () => good().subarray(0, -2), expected: fault('truncated') },
	{
		name: 'a workbook with bytes behind its end',
		content: () => Buffer.concat([good(), Buffer.from('more')]),
		expected: fault('damaged')
	},
	{ name: 'a directory of noise', content: () => damaged(good(), 0x02014b50), expected: fault('damaged') },
	{ name: 'packed bytes of noise', content: () => noisy(good()), expected: fault('damaged') },
	{
		name: 'a thousand sheets, the last one with cells',
		content: () => workbookOf({ sheets: [...Array.from({ length: 999 }, (_, i) => ({ name: `S${i}` })), { name: 'A', rows: GOOD }] }),
		expected: { headers: ['Nom', 'Commune'], rows: [['Tafilalt', 'Er-Rachidia']] }
	}
];

/** Overwrites the first place where a signature stands. */
function damaged(zip: Buffer, signature: number): Buffer {
	const mark = Buffer.alloc(4);
	mark.writeUInt32LE(signature);
	const copy = Buffer.from(zip);
	copy.fill(0x55, copy.indexOf(mark), copy.indexOf(mark) + 4);
	return copy;
}

/** Overwrites what is packed in the sheet. */
function noisy(zip: Buffer): Buffer {
	const copy = Buffer.from(zip);
	const start = copy.indexOf(SHEET) + SHEET.length;
	copy.fill(0xff, start, start + 40);
	return copy;
}
