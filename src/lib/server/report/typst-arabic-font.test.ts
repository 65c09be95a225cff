import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { afterAll, describe, expect, test } from 'vitest';
import { splitLigatures } from './typst-arabic-font.ts';

const { resolve } = createRequire(import.meta.url);
const ARABIC = readFileSync(resolve('@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf'));
const LATIN = readFileSync(resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'));

const folder = mkdtempSync(join(tmpdir(), 'furas-font-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Letters that the font draws as one, at the beginning, in the middle and at the end of words, some under vowel marks. */
const WORDS = 'لا إله إلا الله في بني تربية الأعضاء والملاءمة لآخر الإنتاج خارج كبير سيارة صندوق على إلى المغربي أكبر شروط ثقة';

/** The words as a page, set in a font. */
function page(font: Buffer, words = WORDS): Buffer {
	const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: [font] }] });
	const code = '#set text(font: "IBM Plex Sans Arabic", lang: "ar", size: 14pt, kerning: false)\n#sys.inputs.words';
	return compiler.pdf({ mainFileContent: code, inputs: { words } });
}

function poppler(program: string, pdf: Buffer, ...options: string[]): Buffer {
	const file = join(folder, 'page.pdf');
	writeFileSync(file, pdf);
	const { status, stdout, stderr } = spawnSync(program, [...options, file, ...(program === 'pdftotext' ? ['-'] : [])]);
	if (status !== 0) throw new Error(`${program}: ${String(stderr)}`);
	return stdout;
}

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

describe('a font whose ligatures are split', () => {
	test('has an empty shape more for every letter that ends one', () => {
		const glyphs = (font: Buffer): number => {
			const at = font.indexOf('maxp', 0, 'latin1');
			return font.readUInt16BE(font.readUInt32BE(at + 8) + 4);
		};
		expect(glyphs(splitLigatures(ARABIC)) - glyphs(ARABIC)).toBe(17);
	});

	test('comes back as it was when it requires none', () => {
		expect(splitLigatures(LATIN)).toBe(LATIN);
	});

	test('is refused in a sentence when it is no font with layout', () => {
		expect(() => splitLigatures(Buffer.alloc(12))).toThrow('The font has no table "GSUB".');
	});
});

describe.skipIf(!hasPoppler && !process.env.CI)('a page set in it', () => {
	test('looks the same, to the pixel', () => {
		const picture = (font: Buffer): Buffer => poppler('pdftoppm', page(font), '-r', '150', '-png');
		expect(picture(splitLigatures(ARABIC)).equals(picture(ARABIC))).toBe(true);
	});

	test('is read in the order of its letters, which the font as published is not', () => {
		const read = (font: Buffer): string[] =>
			poppler('pdftotext', page(font))
				.toString()
				.match(/[\u0620-\u064a]+/g)!;
		const words = WORDS.split(' ').sort();
		expect(read(splitLigatures(ARABIC)).sort()).toEqual(words);
		expect(read(ARABIC)).not.toContain('في');
	});
});
