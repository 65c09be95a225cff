import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';

test.each([
	['bytes=0-9', { first: 0, last: 9 }],
	['bytes=90-', { first: 90, last: 99 }],
	['bytes=90-500', { first: 90, last: 99 }],
	['bytes=-10', { first: 90, last: 99 }],
	['bytes=-500', { first: 0, last: 99 }],
	['bytes=99-99', { first: 99, last: 99 }],
	['bytes=100-', 'none'],
	['bytes=100-200', 'none'],
	['bytes=-0', 'none'],
	// The whole file is a right answer to what is not understood, and to several parts at once.
	['bytes=9-0', null],
	['bytes=0-1,5-6', null],
	['bytes=-', null],
	['lines=0-9', null],
	['', null],
	[null, null]
])('of a file of 100 bytes, «%s» asks for %j', (header, range) => expect(byteRange(header, 100)).toEqual(range));
