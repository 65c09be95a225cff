import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMapping } from './check-mapping.ts';
import { guessMapping, headerFingerprint, recallMapping, rememberMapping } from './columns.ts';
import type { ColumnUse } from './field.ts';

const uses = (headers: readonly string[], ...sample: readonly string[][]): ColumnUse[] =>
	guessMapping(headers, sample).map(({ use }) => use);

const FRENCH = [
	'N° registre',
	'Dénomination',
	'Secteur d’activité',
	'Activité',
	'Commune',
	'Province/Préfecture',
	'Région',
	'Date de création',
	'Nbre adhérents',
	'Dont femmes',
	'Hommes',
	'Jeunes',
	'Statut',
	'Latitude',
	'Longitude',
	'Nom du président',
	'GSM',
	'Adresse du siège'
];
const FRENCH_USES = [
	'number',
	'name',
	'branch',
	'activity',
	'commune',
	'province',
	'region',
	'created',
	'members',
	'women',
	'men',
	'youth',
	'status',
	'lat',
	'lon',
	'personal',
	'personal',
	'address'
];

describe('the columns of a register', () => {
	it.each([
		['French', FRENCH, FRENCH_USES],
		[
			'Arabic, with tatweel, harakat and a mark at the beginning',
			[
				'\ufeffرقم السجل',
				'اسم التعاونيـــة',
				'القطاع',
				'النشاط الرئيسي',
				'الجماعة',
				'الإقليم أو العمالة',
				'الجهة',
				'سنةُ التأسيس',
				'عدد الأعضاء',
				'عدد النساء',
				'الحالة',
				'الهاتف',
				'اسم الرئيس',
				'العنوان'
			],
			[
				'number',
				'name',
				'branch',
				'activity',
				'commune',
				'province',
				'region',
				'created',
				'members',
				'women',
				'status',
				'personal',
				'personal',
				'address'
			]
		],
		[
			'short and in capitals',
			['NOM_COOPERATIVE', 'CODE_COMMUNE', 'GPS', 'NB_ADHERENTS_FEMMES', 'NB_ADHERENTS', 'DateCreation', 'E-MAIL', 'CIN'],
			['name', 'communeCode', 'position', 'women', 'members', 'created', 'personal', 'personal']
		],
		[
			'English',
			['Cooperative name', 'City', 'Year', 'Members', 'Women', 'Status', 'Phone'],
			['name', 'commune', 'created', 'members', 'women', 'status', 'personal']
		]
	])('are recognised when they are %s', (_, headers, expected) => expect(uses(headers)).toEqual(expected));

	it('are recognised by their cells where the header says nothing', () => {
		const rows = Array.from({ length: 6 }, (_, row) => [
			`Coopérative ${row}`,
			`33.${row}5`,
			`-4.${row}5`,
			`0612345${row}78`,
			`${2010 + row}`,
			'MA-IFR',
			'04.491.01.09'
		]);
		expect(uses(['A', 'B', 'C', 'D', 'E', 'F', 'G'], ...rows)).toEqual([
			'name',
			'lat',
			'lon',
			'personal',
			'created',
			'province',
			'communeCode'
		]);
	});

	it('with telephone numbers or mail addresses are left alone, whatever their header says', () => {
		expect(uses(['Nom', 'Commune'], ['a@b.ma', 'Sefrou'], ['c@d.ma', 'Azrou'])).toEqual(['personal', 'commune']);
	});

	it('that only count the rows are no register numbers', () => {
		expect(uses(['N°', 'Nom'], ['1', 'a'], ['2', 'b'], ['3', 'c'])).toEqual(['ignored', 'name']);
		expect(uses(['N°', 'Nom'], ['108', 'a'], ['24', 'b'], ['3001', 'c'])).toEqual(['number', 'name']);
	});

	it('of two names in two scripts are told apart by their letters', () => {
		expect(uses(['Nom de la coopérative', 'Dénomination'], ['الأمل', 'Al Amal'])).toEqual(expect.arrayContaining(['name']));
		expect(new Set(uses(['Coopérative', 'الاسم'], ['Al Amal', 'الأمل'], ['Atlas', 'الأطلس']))).toEqual(new Set(['name', 'nameAr']));
	});

	it('are guessed alike in any order', () => {
		const columns = FRENCH.map((header, position) => ({ header, use: FRENCH_USES[position] }));
		fc.assert(
			fc.property(fc.shuffledSubarray(columns, { minLength: columns.length }), (shuffled) => {
				expect(uses(shuffled.map(({ header }) => header))).toEqual(shuffled.map(({ use }) => use));
			})
		);
	});

	it('never share a field', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...FRENCH, 'اسم التعاونية', 'Femmes', 'x', ''), { maxLength: 30 }), (headers) => {
				expect(
					checkMapping(headers, uses(headers)).filter(({ kind }) => ['twice', 'personal-column', 'unknown-use'].includes(kind))
				).toEqual([]);
			})
		);
	});
});

describe('a remembered mapping', () => {
	it('fits the next file with the same headers, in any order and dress', () => {
		const mapping = uses(FRENCH);
		const dressed = FRENCH.map((header) => `  ${header.toUpperCase().replaceAll(' ', '_')} `).toReversed();
		expect(headerFingerprint(dressed)).toBe(headerFingerprint(FRENCH));
		expect(recallMapping(dressed, rememberMapping(FRENCH, mapping))).toEqual(mapping.toReversed());
	});

	it('survives JSON, tells equal headers apart and leaves a new column alone', () => {
		const headers = ['Nom', 'Nom', '', '__proto__'];
		const remembered = JSON.parse(JSON.stringify(rememberMapping(headers, ['nameFr', 'nameAr', 'commune', 'region'])));
		expect(recallMapping([...headers, 'constructor'], remembered)).toEqual(['nameFr', 'nameAr', 'commune', 'region', 'ignored']);
	});

	it('differs with other headers', () => expect(headerFingerprint(['Nom', 'Commune'])).not.toBe(headerFingerprint(['Nom', 'Province'])));
});

describe('a mapping chosen by hand', () => {
	const kinds = (headers: readonly string[], chosen: readonly string[]) =>
		checkMapping(headers, chosen).map(({ kind, severity }) => `${kind} ${severity}`);

	it('needs a name and a place', () => {
		expect(kinds(['a', 'b'], ['activity', 'region'])).toEqual(['no-name error', 'no-place error']);
		expect(kinds(['a', 'b'], ['nameAr', 'communeCode'])).toEqual([]);
		expect(kinds(['a', 'b', 'c'], ['name', 'lat', 'lon'])).toEqual([]);
		expect(kinds(['a', 'b'], ['name', 'lat'])).toEqual(['no-place error', 'half-position error']);
	});

	it('uses a field once and only what there is', () => {
		expect(kinds(['a', 'b', 'c'], ['name', 'commune', 'commune'])).toEqual(['twice error']);
		expect(kinds(['a', 'b', 'c'], ['name', 'commune', 'colour'])).toEqual(['unknown-use error']);
		expect(kinds(['a'], ['name', 'commune'])).toEqual(['wrong-length error']);
	});

	it('never reads a column of a person', () => {
		expect(checkMapping(['Nom', 'Commune', 'Nom du gérant'], ['name', 'commune', 'activity'])).toMatchObject([
			{ kind: 'personal-column', severity: 'error', columns: [2] }
		]);
	});

	it('is told about blank, equal and unknown headers', () => {
		expect(kinds(['Nom', 'Commune', '', 'zzz', 'nom'], ['name', 'commune', 'ignored', 'ignored', 'ignored'])).toEqual([
			'blank-header warning',
			'unknown-header warning',
			'same-header warning'
		]);
	});
});
