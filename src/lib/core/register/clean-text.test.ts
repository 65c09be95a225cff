import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, LONGEST_TEXT } from './clean-text.ts';

const NASTY = fc.constantFrom(
	'a',
	'Z',
	'0',
	'6',
	'9',
	' ',
	'\t',
	'\n',
	'=',
	'+',
	'-',
	'@',
	'＝',
	'.',
	'°',
	"'",
	'"',
	'\u0000',
	'\u200b',
	'\u202e',
	'\u2066',
	'\ufeff',
	'\ud800',
	'\udc00',
	'😀',
	'é',
	'ع',
	'٣',
	'ⵣ'
);

describe('the text of a cell', () => {
	it.each([
		['  Al   Amal ', 'Al Amal', []],
		['\ufeffAl Amal\u200f', 'Al Amal', []],
		['Al\u202eAmal', 'AlAmal', ['bidi-override']],
		['Al\u0000Amal\u0007', 'AlAmal', ['control-characters']],
		['A\ud800B', 'AB', ['control-characters']],
		['Al\nAmal', 'Al Amal', []],
		['=HYPERLINK("http://x")', 'HYPERLINK("http://x")', ['formula']],
		['@SUM(A1)', 'SUM(A1)', ['formula']],
		['+cmd|x', 'cmd|x', ['formula']],
		['＝1+x', '1+x', ['formula']],
		['- Al Amal', 'Al Amal', []],
		['-7.98', '-7.98', []],
		['miel, tél. 06 12 34 56 78', 'miel, tél.', ['personal-data']],
		['+212612345678', null, ['personal-data']],
		['miel (fatima@exemple.ma)', 'miel ( )', ['personal-data']],
		['Al Amal CIN AB123456', 'Al Amal', ['personal-data']]
	])('«%s» becomes «%s»', (raw, text, done) => expect(cleanText(raw)).toEqual({ text, done }));

	it.each(['', '  ', '-', '—', 'N/A', 'néant', 'NULL', '#REF!', '#N/A', 'non précisée dans l’extrait', 'غير محدد'])(
		'«%s» says nothing',
		(raw) => expect(cleanText(raw).text).toBeNull()
	);

	it.each(['Nana', 'Nada', 'Nonette', '2016', '33.5, -4.8', 'RC 12345'])('«%s» stays as it is', (raw) =>
		expect(cleanText(raw)).toEqual({ text: raw, done: [] })
	);

	it('is cut where it is too long, and says so', () => {
		const { text, done } = cleanText('é'.repeat(LONGEST_TEXT + 1));
		expect(text).toHaveLength(LONGEST_TEXT);
		expect(done).toEqual(['too-long']);
	});

	it('is never a formula, hides nothing, and is clean for good', () => {
		fc.assert(
			fc.property(fc.string({ unit: NASTY, maxLength: 40 }), (raw) => {
				const { text } = cleanText(raw);
				if (text === null) return;
				expect(text).not.toMatch(/^[=@＝＠]|[\u202a-\u202e\u2066-\u2069\u0000-\u001f\ufeff]/);
				expect(cleanText(text).text).toBe(text);
			})
		);
	});

	it('costs no more for a hostile cell than for a long one', () => {
		const start = performance.now();
		for (const unit of ['a', '0', '0 ', '=', '(', ' ', '٠']) cleanText(unit.repeat(32_767));
		expect(performance.now() - start).toBeLessThan(2000);
	});
});
