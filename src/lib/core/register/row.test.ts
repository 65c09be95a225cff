import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGISTER_FIELDS, type RegisterField } from './field.ts';
import { isBlankRow, readRow } from './row.ts';

const read = (cells: Partial<Record<RegisterField, string>>) =>
	readRow(Object.values(cells), Object.keys(cells) as RegisterField[], { thisYear: 2026 });

const problems = (cells: Partial<Record<RegisterField, string>>) =>
	read({ name: 'Al Amal', ...cells }).problems.map(({ kind, severity, suggestion }) => [kind, severity, suggestion]);

const NASTY = fc.constantFrom(
	'a',
	'Z',
	'0',
	'6',
	'9',
	' ',
	'\t',
	'\n',
	'=',
	'+',
	'-',
	'@',
	'＝',
	'.',
	'°',
	"'",
	'"',
	'\u0000',
	'\u200b',
	'\u202e',
	'\u2066',
	'\ufeff',
	'\ud800',
	'\udc00',
	'😀',
	'é',
	'ع',
	'٣',
	'ⵣ'
);

describe('a row', () => {
	it('is read as it is told', () => {
		const { values, problems: none } = read({
			number: '12.0',
			nameAr: 'تعاونية الأمل',
			branch: 'Agriculture',
			activity: 'miel',
			commune: 'Sefrou',
			position: '33.83; -4.83',
			created: '12/03/2015',
			members: '١٢',
			women: '5',
			men: '7',
			youth: '2',
			status: 'En veille',
			womenOnly: 'non'
		});
		expect(none).toEqual([]);
		expect(values).toMatchObject({
			number: '12',
			name: 'تعاونية الأمل',
			nameAr: 'تعاونية الأمل',
			nameFr: null,
			commune: 'Sefrou',
			province: null,
			position: [-4.83, 33.83],
			year: 2015,
			createdOn: '2015-03-12',
			members: 12,
			women: 5,
			men: 7,
			status: 'dormant',
			womenOnly: false
		});
	});

	it('needs a name', () =>
		expect(read({ commune: 'Sefrou', name: ' - ' }).problems).toMatchObject([{ kind: 'no-name', severity: 'error' }]));

	it.each([
		[{ members: 'douze' }, ['not-a-number', 'error', null]],
		[{ members: '25 adhérents' }, ['not-a-number', 'error', '25']],
		[{ members: '12,5' }, ['not-whole', 'error', null]],
		[{ members: '-12' }, ['negative', 'error', null]],
		[{ members: '99999999' }, ['not-a-number', 'error', '99999999']],
		[{ created: '1936' }, ['year-out-of-range', 'error', null]],
		[{ created: '2027' }, ['year-out-of-range', 'error', null]],
		[{ created: 'hier' }, ['date-unreadable', 'error', null]],
		[{ created: '12/31/2019' }, ['date-unclear', 'warning', '2019-12-31']],
		[{ members: '12', women: '5', men: '6' }, ['members-differ', 'warning', '11']],
		[{ members: '12', women: '13' }, ['members-differ', 'warning', null]],
		[{ members: '4' }, ['few-members', 'warning', null]],
		[{ members: '10', youth: '11' }, ['more-youth-than-members', 'warning', null]],
		[{ womenOnly: 'oui', men: '2' }, ['men-in-women-only', 'warning', null]],
		[{ status: 'peut-être' }, ['status-unknown', 'warning', null]],
		[{ womenOnly: '?!' }, ['women-only-unknown', 'warning', null]],
		[{ position: 'là-bas' }, ['position-unreadable', 'error', null]],
		[{ activity: 'x'.repeat(501) }, ['too-long', 'error', null]]
	] as const)('%j has its problem', (cells, problem) => expect(problems(cells)).toEqual([problem]));

	it.each(['1937', '2026'])('may be of %s', (created) => expect(problems({ created })).toEqual([]));

	it('never looks at columns that are left alone, and tells of cells beyond the last header without showing them', () => {
		const row = readRow(['Al Amal', 'Fatima', '0612345678', 'rue 1', 'secret'], ['name', 'personal', 'ignored', 'address'], {
			thisYear: 2026
		});
		expect(JSON.stringify(row)).not.toMatch(/Fatima|0612345678|rue 1|secret/);
		expect(row.problems).toMatchObject([{ kind: 'extra-cells', severity: 'warning', found: '' }]);
	});

	it('may be shorter than the header, and is no row when nothing is said', () => {
		expect(readRow(['Al Amal'], ['name', 'commune'], { thisYear: 2026 }).problems).toEqual([]);
		expect(isBlankRow(['', ' ', ''])).toBe(true);
	});

	it('never throws and never repeats more than 60 letters, whatever stands in it', () => {
		const cell = fc.oneof(
			fc.string({ unit: NASTY, maxLength: 80 }),
			fc.constantFrom('=1+1', '1/2', '33°', '-', '٣', '١/١/٢٠٢٠', '1e999', 'x'.repeat(600))
		);
		fc.assert(
			fc.property(fc.array(cell, { maxLength: 24 }), (cells) => {
				const row = readRow(cells, REGISTER_FIELDS, { thisYear: 2026 });
				for (const { found } of row.problems) expect(found.length).toBeLessThanOrEqual(60);
			})
		);
	});
});
