import { fault, type HostileCase } from './case.ts';

const HEADERS = ['Nom', 'Commune'];
const bytes = (...parts: (string | number[])[]): Buffer =>
	Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
/** تعاونية in Windows-1256. */
const COOPERATIVE = [0xca, 0xda, 0xc7, 0xe6, 0xe4, 0xed, 0xc9];
const utf16 = (text: string, order: 'le' | 'be'): Buffer =>
	order === 'le' ? Buffer.from(text, 'utf16le') : Buffer.from(text, 'utf16le').swap16();
const ARABIC = 'الاسم;الجماعة\nتعاونية الأمل;تازة\n';
const ARABIC_TABLE = { headers: ['الاسم', 'الجماعة'], rows: [['تعاونية الأمل', 'تازة']] };

/** Text files: how they are written, and how they are broken. */
export const TEXT_FILES: readonly HostileCase[] = [
	{ name: 'UTF-8', content: () => ARABIC, expected: { ...ARABIC_TABLE, encoding: 'utf-8' } },
	{ name: 'UTF-8 with its mark', content: () => `\ufeff${ARABIC}`, expected: { ...ARABIC_TABLE, encoding: 'utf-8' } },
	{ name: 'UTF-16 with its mark', content: () => utf16(`\ufeff${ARABIC}`, 'le'), expected: { ...ARABIC_TABLE, encoding: 'utf-16le' } },
	{ name: 'big-endian UTF-16 without a mark', content: () => utf16(ARABIC, 'be'), expected: { ...ARABIC_TABLE, encoding: 'utf-16be' } },
	{ name: 'little-endian UTF-16 without a mark', content: () => utf16(ARABIC, 'le'), expected: { ...ARABIC_TABLE, encoding: 'utf-16le' } },
	{
		name: 'Windows-1256 with French letters',
		content: () => bytes('Nom;Activit\xe9\n', COOPERATIVE, ';\xe9levage \xe0 F\xe8s\n'),
		expected: { headers: ['Nom', 'Activité'], rows: [['تعاونية', 'élevage à Fès']], encoding: 'windows-1256' }
	},
	{
		name: 'Windows-1252 with French capitals',
		content: () => bytes('Nom;Activit\xe9\nAL AMAL;\xc9LEVAGE\n'),
		expected: { headers: ['Nom', 'Activité'], rows: [['AL AMAL', 'ÉLEVAGE']], encoding: 'windows-1252' }
	},
	{ name: 'tabs', content: () => 'Nom\tCommune\nA, b\tC;d\n', expected: { headers: HEADERS, rows: [['A, b', 'C;d']] } },
	{ name: 'bars', content: () => 'Nom|Commune\nA|B', expected: { headers: HEADERS, rows: [['A', 'B']] } },
	{ name: 'semicolons around decimal commas', content: () => 'Nom;x;y\nA;33,5;-7,5\nB;33,6;-7,6\n', expected: { headers: ['Nom', 'x', 'y'], rows: [['A', '33,5', '-7,5'], ['B', '33,6', '-7,6']] } }, // prettier-ignore
	{
		name: 'quoted line ends and quotes',
		content: () => 'Nom,Commune\r\n"A ""b""\r\nc","D, e"\r\n',
		expected: { headers: HEADERS, rows: [['A "b"\r\nc', 'D, e']] }
	},
	{ name: 'line ends of CR alone', content: () => 'Nom;Commune\rA;B\rC;D\r', expected: { headers: HEADERS, rows: [['A', 'B'], ['C', 'D']] } }, // prettier-ignore
	{ name: 'line ends of every kind', content: () => 'Nom;Commune\r\nA;B\nC;D\rE;F', expected: { headers: HEADERS, rows: [['A', 'B'], ['C', 'D'], ['E', 'F']] } }, // prettier-ignore
	{
		name: 'titles above the header',
		content: () => 'Liste des coopératives;;\n\nNom;Commune;Année\nA;B;2019\n',
		expected: { headers: ['Nom', 'Commune', 'Année'], rows: [['A', 'B', '2019']] }
	},
	{ name: 'rows longer and shorter than the header', content: () => 'Nom;Commune\nA\nB;C;D;;\n;;\nE;F\n', expected: { headers: HEADERS, rows: [['A', ''], ['B', 'C', 'D'], ['E', 'F']] } }, // prettier-ignore
	{
		name: 'formulas, kept as the text they are',
		content: () => "Nom;Commune\n=cmd|' /C calc'!A0;@SUM(1)\n",
		expected: { headers: HEADERS, rows: [["=cmd|' /C calc'!A0", '@SUM(1)']] }
	},
	{
		name: 'letters that turn the line around, kept for the check of rows',
		content: () => 'Nom;Commune\nA\u202eB;C\n',
		expected: { headers: HEADERS, rows: [['A\u202eB', 'C']] }
	},
	{ name: 'a header and nothing under it', content: () => 'Nom;Commune\n\n;\n', expected: fault('no-rows', { row: 1 }) },
	{ name: 'rows without a header', content: () => '1;2019;33,5\n2;2020;34\n', expected: fault('no-header', { row: 1, text: '1' }) },
	{
		name: 'two headers alike',
		content: () => 'Nom;Commune;  NOM \nA;B;C\n',
		expected: fault('duplicate-header', { row: 1, column: 2, text: 'NOM' })
	},
	{
		name: 'two headers alike but for letters that turn the line around',
		content: () => 'Nom;B;nom\u200f\nA;B;C\n',
		expected: fault('duplicate-header', { row: 1, column: 2, text: 'nom' })
	},
	{
		name: 'a quote that nobody closes, cut',
		content: () => 'Nom;Commune\nA;B\nC;"D\nE;F\n',
		expected: fault('unbalanced-quote', { row: 3 })
	},
	{
		name: 'a quote that swallows megabytes',
		content: () => `Nom;Commune\nA;"B\n${'C;D\n'.repeat(500_000)}`,
		expected: fault('unbalanced-quote', { row: 2 })
	},
	{ name: 'a quote inside a cell', content: () => 'Nom;Commune\nA;B "c" d\n', expected: fault('stray-quote', { row: 2 }) },
	{ name: 'a quote that closes too early', content: () => 'Nom;Commune\n"A" b;C\n', expected: fault('stray-quote', { row: 2 }) },
	{ name: 'NULs in UTF-8', content: () => 'Nom;Commune\nA\0\0B;C\n', expected: fault('bad-encoding') },
	{ name: 'NULs after the mark of UTF-8', content: () => '\ufeffNom;Commune\nA\0B;C\n', expected: fault('bad-encoding') },
	{
		name: 'a NUL in UTF-16',
		content: () => utf16(`\ufeffNom;Commune\n${'A;B\n'.repeat(9)}C;\0D\n`, 'le'),
		expected: fault('bad-encoding', { row: 11 })
	},
	{
		name: 'bytes that are no UTF-8',
		content: () => Buffer.concat([Buffer.from(ARABIC), Buffer.from([0xc3, 0x28, 0x0a])]),
		expected: fault('bad-encoding', { row: 3 })
	},
	{ name: 'UTF-8 cut within a letter', content: () => Buffer.from(ARABIC).subarray(0, -2), expected: fault('truncated') },
	{ name: 'UTF-16 cut within a letter', content: () => utf16(`\ufeff${ARABIC}`, 'le').subarray(0, -1), expected: fault('truncated') },
	{
		name: 'half a letter of UTF-16',
		content: () => utf16('\ufeffNom;Commune\nA\ud83d;B\n', 'le'),
		expected: fault('bad-encoding', { row: 2 })
	},
	{ name: 'UTF-8 under the mark of UTF-16', content: () => bytes([0xff, 0xfe], 'Nom;Commune\nA;B\n'), expected: fault('bad-encoding') },
	{
		name: 'big-endian UTF-16 under the mark of the other',
		content: () => bytes([0xff, 0xfe], [...utf16(ARABIC, 'be')]),
		expected: fault('bad-encoding')
	},
	{
		name: 'Windows-1256 under the mark of UTF-8',
		content: () => bytes([0xef, 0xbb, 0xbf], 'Nom;Commune\n', COOPERATIVE, ';B\n'),
		expected: fault('bad-encoding', { row: 2 })
	},
	{
		name: 'random bytes',
		content: () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + 7 * i + 129) % 256)),
		expected: fault('bad-encoding')
	},
	{
		name: 'names of properties that objects have',
		content: () => '__proto__;constructor\ntoString;valueOf\n',
		expected: { headers: ['__proto__', 'constructor'], rows: [['toString', 'valueOf']] }
	}
];
