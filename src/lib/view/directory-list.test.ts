import { beforeAll, describe, expect, test } from 'vitest';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { wordsOf, type Words } from '#lib/i18n/words.ts';
import { UNSTATED, WHOLE_DIRECTORY, type Directory } from './directory.ts';
import { branchChoices, cooperativesOf, groupsOf, knownOf, type Places } from './directory-list.ts';

const text = (fr: string, ar = fr) => ({ ar, fr, en: fr });
const place = (code: string, parent: string | null, fr: string, ar: string, aliases: readonly string[] = []): Territory => ({
	code,
	level: parent === null ? 'region' : 'province',
	kind: parent === null ? 'region' : 'province',
	parent,
	name: text(fr, ar),
	aliases,
	label: null,
	populationLegal: 1,
	populationMunicipal: null,
	households: 1,
	areaKm2: null,
	coastal: false
});
const places: Places = {
	regions: [place('MA-03', null, 'Fès-Meknès', 'فاس-مكناس'), place('MA-09', null, 'Souss-Massa', 'سوس-ماسة')],
	provinces: [
		place('MA-HAJ', 'MA-03', 'El Hajeb', 'الحاجب', ['Hajeb']),
		place('MA-IFR', 'MA-03', 'Ifrane', 'إفران'),
		place('MA-TIZ', 'MA-09', 'Tiznit', 'تيزنيت')
	],
	branches: [
		{ code: 'agriculture', name: text('Agriculture', 'الفلاحة') },
		{ code: 'argan', name: text('Argane', 'أركان') },
		{ code: 'habitat', name: text('Habitat', 'السكن') }
	]
};

/** Rows of the facts of 2026, and one whose source names a region only. */
const one = (id: string, name: string, part: Partial<Cooperative>): Cooperative => ({
	id,
	name: text(name),
	branch: null,
	activity: null,
	commune: null,
	province: null,
	region: 'MA-03',
	position: null,
	year: null,
	members: null,
	womenOnly: null,
	source: { title: 'A', url: null },
	...part
});
const named: readonly Cooperative[] = [
	one('C031', 'Aoumerkt', {
		branch: 'argan',
		activity: text('Argan, amandes, amlou', 'أركان ولوز وأملو'),
		commune: 'Tafraout (douar Agerd Oudad)',
		province: 'MA-TIZ',
		region: 'MA-09',
		position: [-8.9747, 29.72449],
		year: '2007',
		womenOnly: true
	}),
	one('C008', "Coopérative de l'éco-douar de Boudraa", { branch: 'agriculture', province: 'MA-IFR', members: 12 }),
	one('C107', 'Zahrat El Zaitouna', { branch: 'agriculture' }),
	one('C081', 'Al Hayat', { province: 'MA-HAJ' })
];
const asked = (part: Partial<Directory>): string[] => cooperativesOf(named, places, { ...WHOLE_DIRECTORY, ...part }).map(({ id }) => id);

let words: Words;
beforeAll(async () => {
	words = await wordsOf('fr');
});

describe('the named cooperatives', () => {
	test('are all listed when nothing is asked for, in the order of the facts', () => {
		expect(asked({})).toEqual(['C031', 'C008', 'C107', 'C081']);
	});

	test('of a region include those whose source names no province; those of a province do not', () => {
		expect(asked({ territory: 'MA-03' })).toEqual(['C008', 'C107', 'C081']);
		expect(asked({ territory: 'MA-HAJ' })).toEqual(['C081']);
	});

	test('of no stated branch can be asked for too', () => {
		expect(asked({ branch: 'agriculture' })).toEqual(['C008', 'C107']);
		expect(asked({ branch: UNSTATED })).toEqual(['C081']);
		expect(asked({ branch: 'habitat' })).toEqual([]);
	});

	test('that are women-only are those a source calls so', () => {
		expect(asked({ womenOnly: true })).toEqual(['C031']);
	});

	test.each([
		['أملو', ['C031']],
		['AMANDES tiznit', ['C031']],
		['eco douar', ['C008']],
		['حاجب', ['C081']],
		['fes', ['C008', 'C107', 'C081']],
		['agerd-oudad', ['C031']],
		['argan ifrane', []]
	])('are found by any spelling of name, activity and place: %s', (search, found) => {
		expect(asked({ search })).toEqual(found);
	});
});

describe('the list', () => {
	test('has a group per region that has any, by province, then by name; without a province last', () => {
		const groups = groupsOf(named, places, words);
		expect(groups.map(({ code, lines }) => [code, lines.map(({ id }) => id)])).toEqual([
			['MA-03', ['C081', 'C008', 'C107']],
			['MA-09', ['C031']]
		]);
		expect(groups[1]!.lines[0]).toMatchObject({
			name: 'Aoumerkt',
			branch: 'Argane',
			province: { code: 'MA-TIZ', name: 'Tiznit' },
			isWomenOnly: true,
			members: null
		});
	});

	test('counts what the sources say, and no more', () => {
		expect(knownOf(named)).toEqual({ all: 4, located: 1, withYear: 1, withMembers: 1, womenOnly: 1, withoutProvince: 1 });
		expect(knownOf([]).all).toBe(0);
	});

	test('offers the branches that have a cooperative, those without one last, and the one that was asked for', () => {
		const codes = (branch: string | null) => branchChoices(named, places, words, branch).map(({ code, count }) => `${code} ${count}`);
		expect(codes(null)).toEqual(['agriculture 2', 'argan 1', 'unstated 1']);
		expect(codes('habitat')).toEqual(['agriculture 2', 'argan 1', 'habitat 0', 'unstated 1']);
	});
});
