import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates, nameKey, type Identity } from './duplicate.ts';

const one = (id: string, given: Partial<Identity> = {}): Identity => ({
	id,
	number: null,
	names: ['Coopérative Taymate du miel'],
	commune: 'c1',
	province: 'p1',
	year: null,
	...given
});
const pairs = (list: readonly { id: string; of: string; by: string }[]) => list.map(({ id, of, by }) => `${id}=${of} ${by}`);
const found = (rows: readonly Identity[], existing: readonly Identity[] = []) => {
	const { same, alike } = findDuplicates(rows, existing);
	return { same: pairs(same), alike: pairs(alike) };
};

describe('two rows are one cooperative', () => {
	it('under one number', () =>
		expect(found([one('a', { number: '012' }), one('b', { number: '12', names: ['Autre nom entier'] })])).toEqual({
			same: ['b=a number'],
			alike: []
		}));

	it('of one name in one commune, whatever its dress', () =>
		expect(found([one('a'), one('b', { names: ['TAYMATE DU MIEL'] })])).toEqual({ same: ['b=a name'], alike: [] }));

	it('of one name in one province, where one tells no commune', () =>
		expect(found([one('a'), one('b', { commune: null })]).same).toEqual(['b=a name']));

	it('by the Arabic or the French name', () =>
		expect(found([one('a', { names: ['Taymate', 'تايماتي'] }), one('b', { names: ['تعاونية تايماتي'] })]).same).toEqual(['b=a name']));

	it('when the register holds it already; what the register holds twice is its own matter', () => {
		expect(found([one('a'), one('b')], [one('x'), one('y')])).toEqual({ same: ['a=x name', 'b=x name'], alike: [] });
	});
});

describe('two rows are not one', () => {
	it.each([
		['in two communes', { commune: 'c2' }],
		['in two provinces', { commune: null, province: 'p2' }],
		['of different years', { year: 2011 }]
	])('%s', (_, given) => expect(found([one('a', { year: 2010 }), one('b', given)])).toEqual({ same: [], alike: [] }));

	it('without a name or a place', () => {
		expect(found([one('a', { names: [] }), one('b', { names: ['Coopérative'] }), one('c', { names: ['تعاونية'] })])).toEqual({
			same: [],
			alike: []
		});
		const nowhere = { commune: null, province: null };
		expect(found([one('a', nowhere), one('b', nowhere)])).toEqual({ same: [], alike: [] });
	});
});

describe('somebody looks at two rows', () => {
	it('whose names differ by a slip of the pen', () =>
		expect(found([one('a'), one('b', { names: ['Coopérative Tayamte du miel'] })])).toEqual({ same: [], alike: ['b=a likeness'] }));

	it('of one name under two numbers, or under one number in two provinces', () => {
		expect(found([one('a', { number: '1' }), one('b', { number: '2' })]).alike).toEqual(['b=a name']);
		expect(found([one('a', { number: '1' }), one('b', { number: '1', province: 'p2', commune: 'c9', names: ['Atlas'] })]).alike).toEqual([
			'b=a number'
		]);
	});
});

describe('duplicates in any file', () => {
	const identity = fc.record({
		number: fc.option(fc.constantFrom('1', '2', '3'), { freq: 3 }),
		names: fc.array(fc.constantFrom('Al Amal Sefrou', 'Al Amla Sefrou', 'Atlas', 'الأمل للعسل', 'Tifawin'), { maxLength: 2 }),
		commune: fc.option(fc.constantFrom('c1', 'c2')),
		province: fc.option(fc.constantFrom('p1', 'p2'), { freq: 5 }),
		year: fc.option(fc.constantFrom(2010, 2011))
	});
	const file = fc
		.array(identity, { maxLength: 14 })
		.map((list) => list.map((given, row) => ({ ...given, id: `r${String(row).padStart(2, '0')}` })));

	it('never pair a row with itself or a later one, and each row is one other at most', () => {
		fc.assert(
			fc.property(file, (rows) => {
				const { same, alike } = findDuplicates(rows, []);
				for (const { id, of, score } of [...same, ...alike]) {
					expect(of < id).toBe(true);
					expect(score).toBeGreaterThanOrEqual(0);
					expect(score).toBeLessThanOrEqual(1);
				}
				expect(new Set(same.map(({ id }) => id)).size).toBe(same.length);
			})
		);
	});

	it('are the same two, whichever of them stood first', () => {
		fc.assert(
			fc.property(identity, identity, (a, b) => {
				const unordered = (rows: readonly Identity[]) => {
					const { same, alike } = findDuplicates(rows, []);
					return { same: same.map(({ by, score }) => [by, score]), alike: alike.map(({ by, score }) => [by, score]) };
				};
				const [one_, other] = [
					{ ...a, id: 'a' },
					{ ...b, id: 'b' }
				];
				expect(unordered([one_, other])).toEqual(unordered([other, one_]));
			})
		);
	});

	it('cost a file of equal rows no square of time', () => {
		const rows = Array.from({ length: 20_000 }, (_, row) => one(String(row), { year: row % 90, commune: `c${row % 50}` }));
		const start = performance.now();
		expect(findDuplicates(rows, []).same.length).toBe(20_000 - 450);
		expect(performance.now() - start).toBeLessThan(20_000);
	});
});

it('a name is compared without what every name begins with', () => {
	expect(nameKey('Coopérative Al-Amal')).toBe(nameKey('COOP. al amal'));
	expect(nameKey('التعاونية الأمل')).toBe(nameKey('تعاونية الأمل'));
});
