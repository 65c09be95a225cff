import { expect, test } from 'vitest';
import { delimiterOf } from './delimiter.ts';

test.each([
	['a;b;c\n1;2;3', ';'],
	['a,b\n1,2', ','],
	['a\tb\n1\t2', '\t'],
	['a|b|c', '|'],
	['a;b\n33,5;-7,5\n34,1;-6,2', ';'],
	['nom,texte\n1,"a;b;c;d"\n2,"e;f;g;h"', ','],
	['Liste; des, choses\na,b,c\n1,2,3', ',']
])('%j is divided by %j', (text, delimiter) => {
	expect(delimiterOf(text)).toBe(delimiter);
});

test.each(['', 'abc', 'a b c\nd e f', '"a;b,c"'])('%j is not divided', (text) => {
	expect(delimiterOf(text)).toBeNull();
});
