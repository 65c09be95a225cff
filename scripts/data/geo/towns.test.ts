import { expect, test } from 'vitest';
import { geoFacts } from './facts.ts';
import { townsOf } from './towns.ts';

const facts = geoFacts('data/facts');
const towns = townsOf(facts);
const named = (fr: string) => towns.find(({ name }) => name.fr === fr);

test('seats of regions come first, then seats of provinces, then large towns, each by population', () => {
	const ranks = towns.map(({ rank }) => rank);
	expect(ranks).toEqual([...ranks].sort());
	expect(towns[0]!.name.fr).toBe('Casablanca');
	expect(towns.filter(({ rank }) => rank === 3).every(({ population }) => population >= 90_000)).toBe(true);
});

test('a town has the names and the population of HCP', () => {
	expect(named('Laâyoune')).toMatchObject({ id: '11.321.01.03', name: { ar: 'العيون' }, rank: 1 });
	expect(named('El Hajeb')).toMatchObject({ name: { ar: 'الحاجب' }, rank: 2 });
});

test('a seat that the tables spell with and without accents is found', () => {
	expect(named('Khenifra')?.rank).toBe(2);
});

test('a seat that is no commune of its province, and a region without a seat, stop the build', () => {
	const [first, ...others] = facts.provinces;
	expect(() => townsOf({ ...facts, provinces: [{ ...first!, seat: 'Atlantis' }, ...others] })).toThrow('Atlantis is no commune of MA-TNG');
	expect(() => townsOf({ ...facts, regions: facts.regions.map((region) => ({ ...region, seat: 'Atlantis' })) })).toThrow('0 of 12');
});
