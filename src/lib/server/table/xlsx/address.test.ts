import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

test.each([
	['A1', 0, 1],
	['Z9', 25, 9],
	['AA10', 26, 10],
	['IV65536', 255, 65_536],
	['XFD1048576', 16_383, 1_048_576]
])('%s is column %d of row %d', (reference, column, row) => {
	expect(addressOf(reference)).toEqual({ column, row });
});

test.each(['', 'A', '1', 'A0', '1A', 'a1', 'A-1', 'A1.5', 'XFE1', 'A1048577', 'ZZZZZZ1', 'A1B2', 'Ä1', 'A1 '])(
	'%s is no address',
	(reference) => {
		expect(addressOf(reference)).toBeNull();
	}
);
