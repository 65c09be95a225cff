import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDEA_LENGTHS, lettersOf } from './idea.ts';
import { holdsContact, readIdea, type TypedIdea } from './read-idea.ts';

const TYPED: TypedIdea = {
	title: 'تعاونية لتثمين التين المجفف',
	pitch: 'نجفف التين ونلفّه ونبيعه في أسواق المدينة بدل أن يضيع نصفه كل صيف.',
	need: 'market',
	resource: 'التين',
	holder: 'group',
	members: '٧',
	stage: 'tried',
	ownMeans: '12 000'
};

describe('an idea as it was typed', () => {
	it('is read with Arabic digits, grouped thousands and tidied spaces', () => {
		expect(readIdea({ ...TYPED, title: '  تعاونية   التين ' })).toMatchObject({
			ok: true,
			value: { members: 7, ownMeansMad: 12_000, texts: { title: 'تعاونية التين' } }
		});
	});

	it('may leave out what is optional, which is then unknown and never 0', () => {
		const { resource: _, members: __, ownMeans: ___, ...required } = TYPED;
		expect(readIdea(required)).toMatchObject({ ok: true, value: { members: null, ownMeansMad: null, texts: { resource: '' } } });
	});

	it.each([
		['title', '', 'missing'],
		['title', 'ت'.repeat(81), 'long'],
		['pitch', 'ت'.repeat(281), 'long'],
		['pitch', 'اتصلوا بي 06 12 34 56 78', 'contact'],
		['need', 'gold', 'unknown'],
		['holder', '', 'missing'],
		['stage', 'done', 'unknown'],
		['members', 'seven', 'number'],
		['members', '0', 'range'],
		['ownMeans', '-5', 'range']
	] as const)('with %s = «%s» says that it is %s', (field, text, fault) => {
		expect(readIdea({ ...TYPED, [field]: text })).toEqual({ ok: false, issues: { [field]: fault } });
	});

	it('never fails, whatever was typed', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom('title', 'pitch', 'need', 'members', 'ownMeans'), fc.string({ unit: 'grapheme' })),
				(typed) => {
					const read = readIdea(typed as TypedIdea);
					return read.ok || Object.keys(read.issues).length > 0;
				}
			)
		);
	});
});

describe('the length of a text', () => {
	it('counts a letter with its vowel signs once, and an emoji once', () => {
		expect(lettersOf('مُحَمَّد')).toBe(4);
		expect(lettersOf('é🫒')).toBe(2);
	});

	it('lets a full pitch with vowel signs pass', () => {
		expect(readIdea({ ...TYPED, pitch: 'تُ'.repeat(IDEA_LENGTHS.pitch) }).ok).toBe(true);
	});
});

describe('a text that will be public', () => {
	it.each(['0612345678', '06-12-34-56-78', '+212 6 12 34 56 78', '٠٦١٢٣٤٥٦٧٨', '(05) 22.33.44.55', 'a@b.ma', '+33 6 12 34 56 78'])(
		'holds a contact in «%s»',
		(text) => expect(holdsContact(`راسلونا ${text}`)).toBe(true)
	);

	it.each(['100 000 000 درهم', '2024 2025', '1.250.000', '30 % في 2026', '0.5 هكتار'])('holds none in «%s»', (text) =>
		expect(holdsContact(text)).toBe(false)
	);
});
