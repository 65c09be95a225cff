import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TERRITORIES } from '#lib/core/register/scenarios/territories.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { guessJoin } from './guess-join.ts';
import { joinByKey, joinByPosition, decisionKey } from './join.ts';
import { keyCandidates, keyIndex, matchKey } from './key-index.ts';
import type { OwnCell } from './own-table.ts';
import { valuesByCode } from './use.ts';

const index = Object.fromEntries(
	(['region', 'province', 'commune'] as const).map((level) => [level, keyIndex(level, TERRITORIES)])
) as Record<Level, ReturnType<typeof keyIndex>>;
const table = (columns: Record<string, readonly OwnCell[]>) => {
	const named = Object.entries(columns).map(([name, values]) => ({ name, values }));
	return { columns: named, rows: named[0]!.values.length, shapes: null };
};
const codes = TERRITORIES.filter(({ level }) => level === 'commune').map(({ code }) => code);

describe('a key finds its territory', () => {
	test.each([
		['province', 'MA-IFR', 'MA-IFR'],
		['province', 'ifr', 'MA-IFR'],
		['province', '271', 'MA-IFR'],
		['province', '03.271', 'MA-IFR'],
		['province', 3271, 'MA-IFR'],
		['province', "Province d'Ifrane", 'MA-IFR'],
		['province', 'إقليم إفران', 'MA-IFR'],
		['region', 'MA-03', 'MA-03'],
		['region', 3, 'MA-03'],
		['region', '03', 'MA-03'],
		['commune', '03.271.03.01', '03.271.03.01'],
		['commune', 32710301, '03.271.03.01'],
		['commune', '٠٣٢٧١٠٣٠١', '03.271.03.01'],
		['commune', 'Aïn Leuh', '03.271.03.01'],
		['commune', 'عين اللوح', '03.271.03.01']
	] as const)('%s «%s»', (level, cell, code) => expect(matchKey(index[level], cell)).toMatchObject({ kind: 'matched', code }));

	test('or says that it does not, with those it may mean', () => {
		expect(matchKey(index.commune, 'Ain Leuhh')).toEqual({ kind: 'unmatched', because: 'unknown' });
		expect(keyCandidates(index.commune, 'Ain Leuhh')[0]?.code).toBe('03.271.03.01');
		expect(matchKey(index.commune, null)).toEqual({ kind: 'empty' });
		expect(matchKey(index.province, 'constructor')).toMatchObject({ kind: 'unmatched' });
	});
});

describe('a join', () => {
	const cells = fc.array(
		fc.oneof(
			fc.constantFrom(...codes),
			fc.constantFrom('Ain Leuh', 'x', '__proto__', 'الحاجب'),
			fc.constant(null),
			fc.string({ maxLength: 6 })
		)
	);
	const join = (keys: readonly OwnCell[]) => joinByKey(index.commune, table({ k: keys }), { kind: 'key', key: 0, within: null }, {});

	test('loses no row', () => {
		fc.assert(
			fc.property(cells, (keys) => {
				const { matched, unmatched, empty, codes: found, matches } = join(keys);
				expect(matched + unmatched + empty).toBe(keys.length);
				expect(matches).toHaveLength(keys.length);
				expect(found.filter((code) => code !== null)).toHaveLength(matched);
			})
		);
	});

	test('is the same in any order of the rows', () => {
		fc.assert(
			fc.property(
				cells.chain((keys) => fc.tuple(fc.constant(keys), fc.shuffledSubarray(keys.map((_, i) => i), { minLength: keys.length }))), // prettier-ignore
				([keys, order]) => {
					const [straight, shuffled] = [join(keys), join(order.map((i) => keys[i]!))];
					expect(shuffled.codes).toEqual(order.map((i) => straight.codes[i]));
					expect(shuffled.duplicates.map(({ code, rows }) => [code, rows.length])).toEqual(straight.duplicates.map(({ code, rows }) => [code, rows.length])); // prettier-ignore
					const numbers = Float64Array.from(keys, (_, i) => i);
					const there = valuesByCode(codes, straight.codes, numbers, 'sum');
					expect(valuesByCode(codes, shuffled.codes, Float64Array.from(order), 'sum')).toEqual(there);
				}
			)
		);
	});

	test('takes what somebody decided for all rows that say the same', () => {
		const decided = { [decisionKey('Aïn Léou')]: '03.271.03.01' };
		const found = joinByKey(
			index.commune,
			table({ k: ['Ain léou', 'AIN LEOU', 'Ain Leou 2'] }),
			{ kind: 'key', key: 0, within: null },
			decided
		);
		expect(found.codes).toEqual(['03.271.03.01', '03.271.03.01', null]);
	});

	test('by position puts a shape where it lies, and says what lies outside', () => {
		const shapes = [{ type: 'Point', coordinates: [-5, 33] }, { type: 'Point', coordinates: [5, 50] }, null] as const;
		const found = joinByPosition({ rows: 3, shapes: shapes as never }, ([x]) => (x < 0 ? 'MA-IFR' : null));
		expect(found).toMatchObject({ codes: ['MA-IFR', null, null], matched: 1, unmatched: 1, empty: 1 });
	});
});

describe('the best join is found', () => {
	const all = [index.region, index.province, index.commune];
	test.each([
		[
			'codes of communes beside their provinces',
			{ n: [1, 2], province: ['Ifrane', 'Ifrane'], code: ['03.271.03.01', '03.271.01.01'] },
			'commune',
			2
		],
		['names of provinces', { rang: [1, 2, 3], العمالة: ['إفران', 'صفرو', 'الحاجب'], v: [5, 6, 7] }, 'province', 1],
		['numbers of regions where the header says so', { 'code region': [3, 1], v: [4, 5] }, 'region', 0]
	] as const)('%s', (_, columns, level, key) => {
		expect(guessJoin(all, table(columns))).toMatchObject({ level, by: { kind: 'key', key } });
	});

	test('ranks are no codes of regions', () => expect(guessJoin(all, table({ rang: [1, 2, 3], v: ['a', 'b', 'c'] }))).toBeNull());
});

describe('figures of several rows', () => {
	const joined = ['a', 'a', 'b', null, 'c'];
	const values = Float64Array.of(1, 3, 5, 9, NaN);
	test.each([
		['sum', [4, 5, NaN, NaN]],
		['mean', [2, 5, NaN, NaN]],
		['first', [1, 5, NaN, NaN]]
	] as const)('as %s', (combination, expected) =>
		expect([...valuesByCode(['a', 'b', 'c', 'd'], joined, values, combination)]).toEqual(expected)
	);
	test('are counted, none being none', () => expect([...valuesByCode(['a', 'b', 'd'], joined, null, 'sum')]).toEqual([2, 1, 0]));
});
