import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directoryAddress, formatDirectory, isFiltered, parseDirectory, UNSTATED, WHOLE_DIRECTORY, type Directory } from './directory.ts';

const known = {
	isTerritory: (code: string) => ['MA-03', 'MA-HAJ'].includes(code),
	isBranch: (code: string) => ['argan', 'peche'].includes(code),
	isRelease: (id: string) => id === '2026.11-1a2b3c4d'
};
const parsed = (query: string) => parseDirectory(new URLSearchParams(query), known);

const directories: fc.Arbitrary<Directory> = fc.record({
	search: fc.constantFrom('', 'argan', 'تعاونية أركان', 'l’or & le «miel» = 100 %', 'a+b'),
	territory: fc.constantFrom(null, 'MA-03', 'MA-HAJ'),
	branch: fc.constantFrom(null, 'argan', UNSTATED),
	womenOnly: fc.boolean(),
	release: fc.constantFrom(null, '2026.11-1a2b3c4d')
});

describe('the address of the directory', () => {
	test('reads back as the same directory', () => {
		fc.assert(
			fc.property(directories, (directory) => {
				expect(parsed(formatDirectory(directory))).toEqual({ directory, issues: [], staleRelease: null });
			})
		);
	});

	test('of the whole directory is the plain one, also when a form was sent with nothing in it', () => {
		expect(directoryAddress('/ar/cooperatives', WHOLE_DIRECTORY)).toBe('/ar/cooperatives');
		expect(parsed('q=&territory=&branch=').directory).toEqual(WHOLE_DIRECTORY);
		expect(isFiltered({ ...WHOLE_DIRECTORY, release: '2026.11-1a2b3c4d' })).toBe(false);
		expect(isFiltered({ ...WHOLE_DIRECTORY, womenOnly: true })).toBe(true);
	});
});

describe('a filter that cannot be used', () => {
	test('is named with its value, and the others stay', () => {
		expect(parsed('q=miel&territory=MA-99&branch=peche&women=yes')).toEqual({
			directory: { ...WHOLE_DIRECTORY, search: 'miel', branch: 'peche' },
			issues: [
				{ name: 'territory', value: 'MA-99' },
				{ name: 'women', value: 'yes' }
			],
			staleRelease: null
		});
	});

	test('is a commune too, and a search for signs alone', () => {
		expect(parsed('q=%3F%3F&territory=04.491.01.09').issues).toEqual([
			{ name: 'q', value: '??' },
			{ name: 'territory', value: '04.491.01.09' }
		]);
	});

	test('is never repeated in full length, and no line break of it is kept', () => {
		const { issues } = parsed(`branch=${'x'.repeat(500)}&territory=MA%0A03`);
		expect(issues.map(({ value }) => value)).toEqual(['MA 03', 'x'.repeat(64)]);
	});

	test('may be any text at all: something is shown', () => {
		fc.assert(
			fc.property(fc.record({ q: fc.string(), territory: fc.string(), branch: fc.string(), women: fc.string() }), (query) => {
				const { directory } = parseDirectory(new URLSearchParams(query), known);
				expect(parsed(formatDirectory(directory)).directory).toEqual(directory);
			})
		);
	});

	test('is no release that is not here: the current one answers, and it is said', () => {
		expect(parsed('release=2020.01-00000000')).toEqual({ directory: WHOLE_DIRECTORY, issues: [], staleRelease: '2020.01-00000000' });
	});
});
