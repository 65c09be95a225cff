import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedOffice, Outlet, Partner, PartnerDirectory } from './partner.ts';
import { soukRows } from './partner-souks.ts';
import { codesAround, isDelegationKnown, namedCount, outletsHere, partnerCoverage, partnersHere } from './partners-here.ts';

const text = (word: string) => ({ ar: word, fr: word, en: word });
const source = { title: 'a source', url: null };
const partner = (id: string, level: Partner['level']): Partner => ({
	id,
	level,
	presence: level === 'national' ? 'national' : 'unlisted',
	name: text(id),
	does: text('helps'),
	funding: [],
	training: [],
	steps: [],
	vintage: '2025',
	confidence: 'high',
	source
});
const office = (id: string, type: string, tie: NamedOffice['tie'], ...territories: string[]): NamedOffice => ({
	id,
	partner: type,
	name: text(id),
	tie,
	territories,
	asOf: null,
	note: null,
	source
});
const PROVINCES = [
	['MA-HAJ', 'MA-03'],
	['MA-SEF', 'MA-03'],
	['MA-SET', 'MA-06'],
	['MA-OUJ', 'MA-02']
].map(([code, parent]) => ({ code: code!, level: 'province' as const, parent: parent! }));
const directory: PartnerDirectory = {
	partners: [partner('social', 'province'), partner('odco-delegation', 'area'), partner('council', 'region'), partner('odco', 'national')],
	named: [
		office('N1', 'odco-delegation', 'covers', 'MA-SEF'),
		office('N2', 'council', 'works-here', 'MA-03'),
		office('N3', 'odco-delegation', 'unread', 'MA-SET')
	],
	meetings: [],
	outlets: [],
	credit: text('credit')
};
const around = (code: string) =>
	codesAround(
		PROVINCES.find((province) => province.code === code)!,
		PROVINCES
	);

describe('the offices of a place', () => {
	it('are those of the province, of its region, then of the country; a type with a name stands first', () => {
		const here = partnersHere(directory, around('MA-SEF'));
		expect(here.province.map(({ partner: { id }, named }) => [id, named.length])).toEqual([
			['odco-delegation', 1],
			['social', 0]
		]);
		expect(here.region.map(({ named }) => named.map(({ id }) => id))).toEqual([['N2']]);
		expect(here.national.map(({ partner: { id } }) => id)).toEqual(['odco']);
	});

	it('of one province never show those of its neighbour', () => {
		expect(partnersHere(directory, around('MA-HAJ')).province.flatMap(({ named }) => named)).toEqual([]);
	});

	it('of a region are those of its provinces too', () => {
		const region = codesAround({ code: 'MA-03', level: 'region', parent: null }, PROVINCES);
		expect([...region]).toEqual(['MA-03', 'MA-HAJ', 'MA-SEF']);
		expect(partnersHere(directory, region).province[0]!.named.map(({ id }) => id)).toEqual(['N1']);
	});

	it('keep every type whether one is named or not', () => {
		fc.assert(
			fc.property(fc.subarray(['MA-HAJ', 'MA-SEF', 'MA-SET', 'MA-03', 'MA-06', 'XX']), (codes) => {
				const { province, region, national } = partnersHere(directory, new Set(codes));
				expect(province.length + region.length + national.length).toBe(directory.partners.length);
			})
		);
	});
});

describe('what the directory covers', () => {
	it('adds up to all provinces, and a page that nobody has read counts for nothing', () => {
		expect(partnerCoverage(directory, PROVINCES)).toEqual({ own: 1, region: 1, none: 2, total: 4 });
		expect(['MA-SEF', 'MA-SET'].map((code) => namedCount(partnersHere(directory, around(code))))).toEqual([2, 0]);
	});

	it('knows the delegation of ODCO only where a source says what its area is', () => {
		expect(isDelegationKnown(directory, around('MA-SEF'))).toBe(true);
		for (const code of ['MA-HAJ', 'MA-SET']) expect(isDelegationKnown(directory, around(code))).toBe(false);
	});
});

describe('the outlets of a place', () => {
	const outlet = (id: string, ...territories: string[]): Outlet => ({
		id,
		kind: 'fair',
		name: text(id),
		what: text('sells'),
		territories,
		asOf: null,
		programme: null,
		source
	});

	it('are its own first, then those of the whole country, never those of another place', () => {
		const found = outletsHere([outlet('all'), outlet('elsewhere', 'MA-SET'), outlet('own', 'MA-SEF')], around('MA-SEF'));
		expect(found.map(({ id }) => id)).toEqual(['own', 'all']);
	});

	it('list weekly markets the most first; an unknown number is null, stands last and is not zero', () => {
		const rows = soukRows(
			['A', 'B', 'C', 'D'],
			new Map([
				['A', 0],
				['B', 8],
				['D', 8]
			]),
			new Map([
				['A', 0],
				['B', 0.2],
				['D', 0.4]
			])
		);
		expect(rows.map(({ code }) => code)).toEqual(['D', 'B', 'A', 'C']);
		expect(rows.at(-1)).toEqual({ code: 'C', count: null, density: null });
	});
});
