import { describe, expect, test } from 'vitest';
import { grouped, keysOf, type Findable } from './search.ts';

const place = (id: string, ar: string, fr: string, weight = 1, aliases: string[] = []): Findable => ({
	kind: 'territory',
	id,
	name: fr,
	hint: '',
	keys: keysOf({ ar, fr, en: fr }, aliases),
	weight,
	goal: { territory: id }
});

const of = (kind: Findable['kind'], name: string): Findable => ({ ...place(name, name, name), kind });

const items = [
	place('MA-HAJ', 'الحاجب', 'El Hajeb', 247),
	place('MA-ESI', 'الصويرة', 'Essaouira', 450, ['Mogador']),
	place('MA-FES', 'فاس', 'Fès', 1100),
	place('04.271.05.03', 'حد الحاجب', 'Had El Hajeb', 9),
	place('MA-KEN', 'القنيطرة', 'Kénitra', 1000),
	place('MA-SIK', 'سيدي قاسم', 'Sidi Kacem', 520)
];
const ids = (query: string): string[] => grouped(items, query).flatMap((group) => group.items.map(({ id }) => id));

describe('search', () => {
	test.each([
		['El Hajeb', 'MA-HAJ'],
		['hajeb', 'MA-HAJ'],
		['الحاجب', 'MA-HAJ'],
		['حاجب', 'MA-HAJ'],
		['fes', 'MA-FES'],
		['FÈS', 'MA-FES'],
		['kenit', 'MA-KEN'],
		['القنيطره', 'MA-KEN'],
		['mogador', 'MA-ESI'],
		['kacem', 'MA-SIK']
	])('«%s» finds %s first', (query, id) => {
		expect(ids(query)[0]).toBe(id);
	});

	test('nothing typed or nothing known gives nothing', () => {
		expect(ids('')).toEqual([]);
		expect(ids('  ')).toEqual([]);
		expect(ids('zzzz')).toEqual([]);
	});

	test('groups by kind: what begins as the query does comes before what only contains it', () => {
		const more = [
			...items,
			of('product', 'Huile de Kénitra'),
			of('product', 'Fève'),
			of('chain', 'Fès et brocart'),
			of('cooperative', 'Fès Miel')
		];
		const kinds = (query: string): string[] => grouped(more, query).map(({ kind }) => kind);
		expect(kinds('kenitra')).toEqual(['territory', 'product']);
		expect(kinds('fes')).toEqual(['chain', 'territory', 'cooperative']);
		expect(kinds('miel')).toEqual(['cooperative']);
	});

	test('of each kind only the best are offered', () => {
		const many = Array.from({ length: 20 }, (_, i) => of('product', `Miel ${i}`));
		expect(grouped(many, 'miel')[0]!.items).toHaveLength(4);
	});

	test('of two equal matches the larger place comes first', () => {
		expect(ids('hajeb')).toEqual(['MA-HAJ', '04.271.05.03']);
	});
});
