import { describe, expect, it } from 'vitest';
import { checkNeed } from './need.ts';

const typed = { need: 'water', declarer: 'cooperative', urgency: 'season', words: '  مضخة\n للري ' };

describe('a declared need', () => {
	it('is read as it was typed, its words on one line', () => {
		expect(checkNeed(typed)).toEqual({
			ok: true,
			details: { need: 'water', declarer: 'cooperative', urgency: 'season' },
			words: 'مضخة للري'
		});
	});

	it('says of every field what is wrong with it', () => {
		expect(checkNeed({ need: '', declarer: 'king', urgency: '', words: ' ' })).toEqual({
			ok: false,
			issues: { need: 'missing', declarer: 'unknown', urgency: 'missing', words: 'missing' }
		});
	});

	it('takes 280 characters as a reader counts them, and no more', () => {
		expect(checkNeed({ ...typed, words: 'مَ'.repeat(280) }).ok).toBe(true);
		expect(checkNeed({ ...typed, words: 'م'.repeat(281) })).toEqual({ ok: false, issues: { words: 'too-long' } });
	});
});
