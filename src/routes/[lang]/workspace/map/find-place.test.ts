import { expect, test } from 'vitest';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import { findPlace } from './find-place.ts';

const territory = (code: string, level: Territory['level'], ar: string, fr: string, label: Territory['label']): Territory => ({
	...{ code, level, kind: level === 'region' ? 'region' : 'province', parent: null, name: { ar, fr, en: fr }, aliases: [], label },
	...{ populationLegal: 1, populationMunicipal: 1, households: 1, areaKm2: 1, coastal: false }
});
const TABLES: Readonly<Record<string, readonly Territory[]>> = {
	region: [territory('MA-04', 'region', 'الرباط - سلا - القنيطرة', 'Rabat-Salé-Kénitra', [-6.3, 34.1])],
	province: [territory('MA-RAB', 'province', 'الرباط', 'Rabat', [-6.84, 34]), territory('MA-XXX', 'province', 'بلا', 'Nulle part', null)]
};
/** As much of an atlas as the search asks for; the communes have not come. */
const atlas = {
	scorer: (level: string) => (TABLES[level] ? { table: { territories: TABLES[level] } } : null)
} as unknown as Atlas;

test('a name is found in any of its scripts, whatever its accents', () => {
	expect(findPlace(atlas, 'RABAT')?.territory?.code).toBe('MA-RAB');
	expect(findPlace(atlas, 'الرباط')?.territory?.code).toBe('MA-RAB');
	expect(findPlace(atlas, 'rabat sale')?.territory?.code).toBe('MA-04');
});

test('degrees are a place of their own', () => {
	const found = findPlace(atlas, '31.5, -5.2');
	expect(found?.territory).toBeNull();
	expect(found?.camera).toMatchObject({ lng: -5.2, lat: 31.5 });
});

test('what has no place on the map, is unknown or empty is not found', () => {
	for (const typed of ['Nulle part', 'Atlantide', '', '  ', '…']) expect(findPlace(atlas, typed)).toBeNull();
});
