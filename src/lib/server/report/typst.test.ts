import { describe, expect, test } from 'vitest';
import { ARABIC_FONT, printable, typeset } from './typst.ts';

const TEMPLATE = `
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, date: none)
#set text(font: "${ARABIC_FONT}", lang: "ar", fallback: false)
#d.title
`;

describe('a printed text', () => {
	test('is composed, and leaves out vowel marks and what turns its direction', () => {
		expect(printable('فُرَص مقدَّر')).toBe('فرص مقدر');
		expect(printable('e\u0301t\u0101 \u202eabc\u0000\tx')).toBe('étā abcx');
		expect(printable('أرقام \u2068F01\u2069 \u200e-12')).toBe('أرقام \u2068F01\u2069 \u200e-12');
	});
});

describe('a document', () => {
	test('keeps code in its data as the text it is', async () => {
		const title = '#panic("no") ] } $ #sys.inputs';
		const pdf = Buffer.from(await typeset(TEMPLATE, { title })).toString('latin1');
		expect(pdf).toContain(`/Title (${title})`);
	});

	test('is the same each time, whatever was written in between', async () => {
		const [first] = [await typeset(TEMPLATE, { title: 'أ' }), await typeset(TEMPLATE, { title: 'ب' })];
		expect(await typeset(TEMPLATE, { title: 'أ' })).toEqual(first);
	});

	test('that cannot be set says why in a sentence', async () => {
		await expect(typeset('#d.title', { title: 'أ' })).rejects.toThrow('The document could not be typeset: unknown variable: d.');
	});
});
