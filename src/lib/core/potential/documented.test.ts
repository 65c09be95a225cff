import { describe, expect, it } from 'vitest';
import type { Method } from '#lib/core/scoring/method.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { answers, documented, productId, productsOf } from './documented.ts';
import type { Evidence } from './evidence.ts';
import type { EvidenceQuestion } from './question.ts';

const FACTORS: Method['evidence'] = {
	kind: { IGP: 1, AOP: 1, port: 0.8, area: 0.8, production: 0.8, heritage: 0.6, arrivals: 0.6 },
	scope: { province: 1, multi: 0.7, region: 0.4 },
	basis: { stated: 1, toponym: 0.7, derived: 0.6, recalled: 0.4 }
};
const row = (territory: string, chain: string | null, name: string, over: Partial<Evidence> = {}): Evidence => ({
	id: name,
	territory,
	product: { ar: name, fr: name, en: name },
	kind: 'production',
	scope: 'province',
	basis: 'stated',
	chain,
	value: null,
	unit: null,
	year: null,
	source: { title: 'test', url: null },
	...over
});
const ROWS = [
	row('MA-AAA', 'honey', 'Miel'),
	row('MA-AAA', 'argan', 'Argane (IG)', { kind: 'IGP' }),
	row('MA-AAA', 'oils', 'Argane (IG)', { kind: 'IGP' }),
	row('MA-BBB', 'honey', 'Miel', { scope: 'region' }),
	row('MA-BBB', null, 'Agropole'),
	row('MA-01', 'honey', 'Thym', { scope: 'region' }),
	row('MA-02', 'fishing', 'Port', { kind: 'port', scope: 'region' })
];
const PARENTS: Readonly<Record<string, string>> = { 'MA-AAA': 'MA-01', 'MA-BBB': 'MA-01', 'MA-CCC': 'MA-02' };
const regionOf = (code: string): string => PARENTS[code] ?? code;
const place = (level: Territory['level'], code: string, parent: string | null): Territory =>
	({ level, code, parent, name: { ar: code, fr: code, en: code } }) as Territory;
const provinces = Object.entries(PARENTS).map(([code, parent]) => place('province', code, parent));
const regions = ['MA-01', 'MA-02'].map((code) => place('region', code, null));
const ALL: EvidenceQuestion = { chain: null, filter: 'all', product: null };
const ask = (question: Partial<EvidenceQuestion>, territories = provinces) =>
	documented(ROWS, territories, regionOf, FACTORS, { ...ALL, ...question });

describe('a question to the documented potentials', () => {
	it('over all chains takes the strongest chain of a territory, not the sum of many weak ones', () => {
		expect([...ask({}).strength]).toEqual([1, 0.8 * 0.4, NaN]);
	});

	it('of one chain is the strength the score uses', () => {
		expect([...ask({ chain: 'honey' }).strength]).toEqual([0.8, 0.8 * 0.4, NaN]);
	});

	it('colours only the region a row with a region code speaks for: no province inherits it', () => {
		expect([...ask({ filter: 'port' }).strength]).toEqual([NaN, NaN, NaN]);
		expect([...ask({ filter: 'port' }, regions).strength]).toEqual([NaN, 0.8]);
	});

	it('lets a region have what its provinces have, each product once', () => {
		expect(ask({ chain: 'honey' }, regions).strength[0]).toBeCloseTo(1 - (1 - 0.8) * (1 - 0.8), 12);
		expect(
			ask({ chain: 'honey' }, regions)
				.products.get('MA-01')!
				.map(({ fr }) => fr)
		).toEqual(['Miel', 'Thym']);
	});

	it('gives a commune what its province has, as the score does', () => {
		expect([...ask({ chain: 'honey' }, [place('commune', '01.001.01.01', 'MA-AAA')]).strength]).toEqual([0.8]);
	});

	it('by kind of document keeps the rows of that kind', () => {
		expect([...ask({ filter: 'label' }).strength]).toEqual([1, NaN, NaN]);
		expect(
			ask({ filter: 'label' })
				.products.get('MA-AAA')!
				.map(({ fr }) => fr)
		).toEqual(['Argane (IG)']);
	});

	it('of a product keeps its rows, whatever chain and kind were chosen before', () => {
		expect([...ask({ product: 'argane-ig', chain: 'honey', filter: 'port' }).strength]).toEqual([1, NaN, NaN]);
		expect([...ask({ product: 'gold' }).strength]).toEqual([NaN, NaN, NaN]);
	});

	it('names each product of a place once, the strongest first', () => {
		expect(
			ask({})
				.products.get('MA-AAA')!
				.map(({ fr }) => fr)
		).toEqual(['Argane (IG)', 'Miel']);
	});

	it('is not answered by rows that speak for no chain', () => {
		expect(answers(ROWS[4]!, ALL)).toBe(false);
		expect([...productsOf(ROWS).keys()]).toEqual(['miel', 'argane-ig', 'thym', 'port']);
	});
});

describe('the id of a product', () => {
	it('is its French name in plain letters', () => {
		expect(productId({ ar: 'كليمونتين بركان', fr: 'Clémentine de Berkane', en: '' })).toBe('clementine-de-berkane');
	});
});
