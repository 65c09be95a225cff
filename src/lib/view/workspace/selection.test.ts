import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined } from './selection.ts';

test('codes replace, join, leave or toggle a selection, which stays ascending and has each once', () => {
	expect(joined(['b'], ['c', 'a', 'c'], 'replace')).toEqual(['a', 'c']);
	expect(joined(['b'], ['c', 'a'], 'add')).toEqual(['a', 'b', 'c']);
	expect(joined(['a', 'b'], ['b', 'x'], 'remove')).toEqual(['a']);
	expect(joined(['a', 'b'], ['b', 'c'], 'toggle')).toEqual(['a', 'c']);
});

test('toggling the same codes twice changes nothing', () => {
	const codes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')).map((some) => some.toSorted());
	fc.assert(
		fc.property(codes, codes, (selected, some) => {
			expect(joined(joined(selected, some, 'toggle'), some, 'toggle')).toEqual(selected);
		})
	);
});
