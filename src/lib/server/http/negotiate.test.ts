import { describe, expect, it } from 'vitest';
import { encodingFor, holds } from './negotiate.ts';

describe('the encoding of an answer', () => {
	it.each([
		['gzip, deflate, br, zstd', 'br'],
		['gzip, deflate', 'gzip'],
		['gzip;q=1.0, br;q=0', 'gzip'],
		['br;q=0.000, *', 'gzip'],
		['*', 'br'],
		['identity', 'identity'],
		['', 'identity'],
		[undefined, 'identity']
	])('for «%s» is %s', (header, encoding) => expect(encodingFor(header)).toBe(encoding));
});

describe('a client holds an answer', () => {
	it.each([
		['"abc"', true],
		['W/"abc"', true],
		['"x", "abc"', true],
		['*', true],
		['"abcd"', false],
		[undefined, false]
	])('when it names it: «%s» is %s', (header, held) => expect(holds(header, '"abc"')).toBe(held));
});
