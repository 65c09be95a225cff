import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAbout, LONGEST_ABOUT, parseAbout, type About } from './about.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/);
const code = fc.oneof(fc.constantFrom('MA', 'MA-03', 'MA-HAJ', '03.171.01.05', 'MA-JDI+MA-SIB'), id);
const when = fc.constantFrom('2024', '2019-2023', '2025-Q3', '2010/2011', '2013 H1', '2014-03-31');
const about: fc.Arbitrary<About> = fc.oneof(
	fc.record({ kind: fc.constant('indicator' as const), indicator: id, territory: code, year: when }),
	fc.record({ kind: fc.constant('indicator' as const), indicator: id, territory: fc.constant(null), year: fc.constant(null) }),
	fc.record({ kind: fc.constant('score' as const), chain: id, territory: code }),
	fc.record({ kind: fc.constantFrom('evidence' as const, 'cooperative' as const, 'project' as const), id }),
	fc.record({ kind: fc.constant('count' as const), branch: id, measure: id, territory: code, asOf: fc.option(when) }),
	fc.record({ kind: fc.constant('model' as const), model: id, path: fc.constantFrom('capex.0.cost', 'revenue.12.price', 'fixed.3.cost') })
);

describe('a reference', () => {
	it('comes back from its text as it was', () => {
		fc.assert(
			fc.property(about, (value) => {
				expect(parseAbout(formatAbout(value))).toEqual(value);
			})
		);
	});

	it('is written in one way only', () => {
		fc.assert(
			fc.property(fc.oneof(about.map(formatAbout), fc.string()), (text) => {
				const read = parseAbout(text);
				if (read) expect(formatAbout(read)).toBe(text);
			})
		);
	});

	it.each([
		[
			'indicator:illiteracy_rate_10p@MA-HAJ/2024',
			{ kind: 'indicator', indicator: 'illiteracy_rate_10p', territory: 'MA-HAJ', year: '2024' }
		],
		['indicator:illiteracy_rate_10p', { kind: 'indicator', indicator: 'illiteracy_rate_10p', territory: null, year: null }],
		['score:honey@MA-HAJ', { kind: 'score', chain: 'honey', territory: 'MA-HAJ' }],
		['count:all/stock@MA/undated', { kind: 'count', branch: 'all', measure: 'stock', territory: 'MA', asOf: null }],
		['model:M01/revenue.0.price', { kind: 'model', model: 'M01', path: 'revenue.0.price' }]
	])('%s is read', (text, expected) => {
		expect(parseAbout(text)).toEqual(expected);
	});

	it.each([
		'',
		':',
		'indicator:',
		'indicator:a@b',
		'toString:a',
		'evidence:<script>',
		'score:honey',
		'evidence:E1\n',
		'evidence:../etc',
		`evidence:${'E'.repeat(LONGEST_ABOUT)}`
	])('%j is none', (text) => {
		expect(parseAbout(text)).toBeNull();
	});
});
