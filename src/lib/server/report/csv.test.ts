import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

const line = (...cells: (string | number | null)[]): string => csvOf([cells]).slice(1, -2);

test('the file begins with a byte order mark and ends each row as RFC 4180 has it', () => {
	expect(csvOf([['الاسم', 'Membres'], ['نساء الخير', 10]])).toBe('\ufeffالاسم,Membres\r\nنساء الخير,10\r\n'); // prettier-ignore
});

test('quotes, commas and line breaks stay inside their cell', () => {
	expect(line('Safaa, Élégance et créativité', 'a "b"', 'c\nd')).toBe('"Safaa, Élégance et créativité","a ""b""","c\nd"');
});

test('unknown is an empty cell, never 0', () => {
	expect(line(null, 0, 'x')).toBe(',0,x');
});

test.each(['=1+1', '+212', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1'])('%j is no formula for a spreadsheet', (text) => {
	expect(line(text).replace(/^"/, '').startsWith("'")).toBe(true);
});

test('a longitude stays the number it is', () => {
	expect(line(-5.43, 'Beni-Mellal', '«Ajddigue»')).toBe('-5.43,Beni-Mellal,«Ajddigue»');
});
