import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALIKE, duplicatesOf, similarityOf, type Comparable } from './duplicates.ts';

const idea = (id: string, title: string, pitch: string, change: Partial<Comparable> = {}): Comparable => ({
	id,
	title,
	pitch,
	province: 'MA-HAJ',
	chain: 'honey',
	createdAt: `2026-11-0${id.length}T08:00:00Z`,
	...change
});

const FIGS = idea('a', 'تثمين التين المجفف', 'نجفف التين ونلفه ونبيعه في أسواق المدينة');
const SAME = idea('b', 'تثمينُ التين المُجفّف', 'سنجفف التين ثم نبيعه ملفوفا في أسواق المدن');
const OTHER = idea('c', 'ورشة خياطة للنساء', 'تخيط العضوات لباس المدارس ويبعنه للجمعيات');

const words = fc
	.array(fc.constantFrom('تعاونية', 'التين', 'miel', 'زيت', 'olive', 'نساء', 'séchage'), { maxLength: 8 })
	.map((all) => all.join(' '));
const texts = fc.record({ title: words, pitch: words });

describe('the similarity of two ideas', () => {
	it('is the same whichever comes first, between 0 and 1, and 1 for the same words', () => {
		fc.assert(
			fc.property(texts, texts, (a, b) => {
				const similarity = similarityOf(a, b);
				expect(similarityOf(b, a)).toBe(similarity);
				expect(similarity).toBeGreaterThanOrEqual(0);
				expect(similarity).toBeLessThanOrEqual(1);
				expect(similarityOf(a, a)).toBe(1);
			})
		);
	});

	it('does not care about vowel signs, hamza or case', () => {
		expect(similarityOf({ title: 'أركان Argan', pitch: '' }, { title: 'ارْكان ARGAN', pitch: '' })).toBe(1);
	});
});

describe('the duplicates of an idea', () => {
	it('are those that say nearly the same, and not another idea of the place', () => {
		expect(duplicatesOf(FIGS, [FIGS, SAME, OTHER]).map(({ id }) => id)).toEqual(['b']);
		expect(similarityOf(FIGS, OTHER)).toBeLessThan(ALIKE / 2);
	});

	it('are found from either side', () => {
		fc.assert(
			fc.property(fc.array(texts, { minLength: 2, maxLength: 6 }), (all) => {
				const ideas = all.map(({ title, pitch }, i) => idea(String(i), title, pitch));
				for (const a of ideas) for (const { id } of duplicatesOf(a, ideas)) expect(duplicatesOf(ideas[Number(id)]!, [a])).toHaveLength(1);
			})
		);
	});

	it('are looked for in one province and one chain, or where no chain is said', () => {
		expect(duplicatesOf(FIGS, [idea('b', FIGS.title, FIGS.pitch, { province: 'MA-FES' })])).toEqual([]);
		expect(duplicatesOf(FIGS, [idea('b', FIGS.title, FIGS.pitch, { chain: 'figs' })])).toEqual([]);
		expect(duplicatesOf(FIGS, [idea('b', FIGS.title, FIGS.pitch, { chain: null })])).toEqual([{ id: 'b', similarity: 1 }]);
	});

	it('come with the most similar first, five at most', () => {
		const many = Array.from({ length: 9 }, (_, i) => idea(`x${i}`, FIGS.title, `${FIGS.pitch} ${'زيتون '.repeat(i)}`));
		const found = duplicatesOf(FIGS, many);
		expect(found).toHaveLength(5);
		expect(found.map(({ similarity }) => similarity)).toEqual(found.map(({ similarity }) => similarity).toSorted((a, b) => b - a));
	});
});
