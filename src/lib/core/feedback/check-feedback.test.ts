import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFeedback, FEEDBACK_ISSUES, LONGEST_WORDS, type FeedbackRules } from './check-feedback.ts';
import { FEEDBACK_TYPES } from './feedback.ts';

const RULES: FeedbackRules = { isNumber: true, needsChain: true, thisYear: 2026 };
const DISPUTE = { type: 'dispute', words: 'في الإقليم أكثر من ذلك' };
const CORRECTION = { ...DISPUTE, type: 'correction', value: '21,4', unit: '%', year: '2025', title: 'RGPH', where: 'hcp.ma' };
const EVIDENCE = { ...DISPUTE, type: 'evidence', title: 'Bulletin officiel 7000', where: 'p. 12', chain: 'honey' };

const issuesOf = (typed: Record<string, string>, rules = RULES) => {
	const answer = checkFeedback(typed, rules);
	return answer.ok ? {} : answer.issues;
};

describe('what somebody writes about a value', () => {
	it('needs words alone when it disputes', () => {
		expect(checkFeedback(DISPUTE, RULES)).toEqual({
			ok: true,
			value: { ...DISPUTE, value: null, unit: null, year: null, source: null }
		});
	});

	it('says value, unit, year and source when it corrects a figure, in any digits', () => {
		const answer = checkFeedback({ ...CORRECTION, value: '٢١٫٤', year: '٢٠٢٥' }, RULES);
		expect(answer).toMatchObject({ ok: true, value: { value: 21.4, unit: '%', year: '2025', source: { title: 'RGPH', where: 'hcp.ma' } } });
		expect(issuesOf({ ...DISPUTE, type: 'correction' })).toEqual({
			value: 'value-missing',
			title: 'title-missing',
			where: 'where-missing'
		});
	});

	it('corrects in words what is no figure', () => {
		expect(issuesOf({ ...CORRECTION, value: '', unit: '', year: '' }, { ...RULES, isNumber: false })).toEqual({});
	});

	it('names source and chain when it adds evidence', () => {
		expect(issuesOf(EVIDENCE)).toEqual({});
		expect(issuesOf({ ...EVIDENCE, chain: '', where: '' })).toEqual({ chain: 'chain-missing', where: 'where-missing' });
		expect(issuesOf({ ...EVIDENCE, chain: '' }, { ...RULES, needsChain: false })).toEqual({});
	});

	it.each([
		[{ ...DISPUTE, type: '' }, { type: 'type-missing' }],
		[{ ...DISPUTE, words: ' \u202e ' }, { words: 'words-missing' }],
		[{ ...DISPUTE, words: 'ن'.repeat(LONGEST_WORDS + 1) }, { words: 'words-long' }],
		[{ ...CORRECTION, value: 'a lot' }, { value: 'value-bad' }],
		[{ ...CORRECTION, unit: '' }, { unit: 'unit-missing' }],
		[{ ...CORRECTION, year: '' }, { year: 'year-missing' }],
		[{ ...CORRECTION, year: '2031' }, { year: 'year-bad' }]
	])('is told what is wrong: %j', (typed, expected) => {
		expect(issuesOf(typed)).toEqual(expected);
	});

	it('counts the letters of a text, not their bytes, up to a thousand', () => {
		expect(issuesOf({ ...DISPUTE, words: '🐝'.repeat(LONGEST_WORDS) })).toEqual({});
	});

	it('never throws and names only issues that have words', () => {
		const field = fc.constantFrom('type', 'words', 'value', 'unit', 'year', 'title', 'where', 'chain');
		const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...FEEDBACK_TYPES, '2024', '1.5', '-'));
		fc.assert(
			fc.property(fc.dictionary(field, text), fc.boolean(), (typed, isNumber) => {
				for (const issue of Object.values(issuesOf(typed, { ...RULES, isNumber }))) expect(FEEDBACK_ISSUES).toContain(issue);
			})
		);
	});
});
