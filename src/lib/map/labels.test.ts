import { expect, test } from 'vitest';
import type { LevelGeometry, Town } from './geometry.ts';
import { labelsOf, townsOf } from './labels.ts';
import { territoryLabel, townLabel } from './layers/labels.ts';

const NOTHING = { type: 'FeatureCollection', features: [] } as const;
const geometry: LevelGeometry = {
	level: 'province',
	territories: { ...NOTHING, features: [] },
	borders: { ...NOTHING, features: [] },
	outlines: () => ({ type: 'MultiLineString', coordinates: [] }),
	bounds: new Map([
		['MA-AZI', [-7, 31, -5, 33]],
		['MA-CHT', [-10, 29, -9, 30]]
	])
};
const names = (code: string): string => ({ 'MA-AZI': 'Azilal', 'MA-CHT': 'Chtouka-Aït Baha' })[code]!;
const towns: Town[] = [
	{ id: '05.081.01.01.', name: { ar: 'أزيلال', fr: 'Azílal', en: 'Azilal' }, position: [-6.57, 31.96], rank: 2 },
	{ id: '09.163.01.03.', name: { ar: 'بيوكرى', fr: 'Biougra', en: 'Biougra' }, position: [-9.37, 30.21], rank: 2 }
];
const told = { names, labelAt: () => [-6, 32] as const, language: 'fr' as const };

test('a province with a town of its name, accents apart, knows the rank of that town; another does not', () => {
	const { features } = labelsOf(geometry, { ...told, selected: null }, towns);
	expect(features.map(({ properties }) => [properties!['name'], properties!['town']])).toEqual([
		['Azilal', 2],
		['Chtouka-Aït Baha', undefined]
	]);
});

test('the selected province bears its name itself, and the town of that name keeps its dot only', () => {
	const [azilal] = labelsOf(geometry, { ...told, selected: 'MA-AZI' }, towns).features;
	expect(azilal!.properties!['town']).toBeUndefined();
	expect(townsOf(towns, 'fr', 'Azilal').features.map(({ properties }) => properties!['name'])).toEqual(['', 'Biougra']);
});

test('where a town comes to be named, the province of its name is named no more', () => {
	const filters = [townLabel, territoryLabel].map((layer) => {
		const made = layer('light', 'town-label');
		return 'filter' in made ? (made.filter as unknown[]) : [];
	});
	const [shown, left] = filters.map((filter) => filter.slice(3).filter((_, i) => i % 2 === 1) as [string, unknown, number][]);
	const zooms = filters.map((filter) => filter.slice(3).filter((_, i) => i % 2 === 0));
	expect(zooms[0]).toEqual(zooms[1]);
	expect(shown!.map(([sign, , rank]) => [sign, rank])).toEqual([1, 2, 3].map((rank) => ['<=', rank]));
	expect(left!.map(([sign, , rank]) => [sign, rank])).toEqual([1, 2, 3].map((rank) => ['>', rank]));
});
