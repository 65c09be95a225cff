import { expect, it } from 'vitest';
import { MOST_BYTES, refusedBody } from './body-limit.ts';

it('lets in a form of the usual size, and an upload of a register', () => {
	expect(refusedBody('POST', '/ar/ideas/submit', { 'content-length': '2000' })).toBeNull();
	expect(refusedBody('POST', '/fr/office/import/upload', { 'content-length': String(100 * MOST_BYTES) })).toBeNull();
	expect(refusedBody('POST', '/api/v1/office/imports', { 'transfer-encoding': 'chunked' })).toBeNull();
	expect(refusedBody('GET', '/ar', {})).toBeNull();
});

it('refuses what is too large, and what does not say how large it is', () => {
	expect(refusedBody('POST', '/ar/ideas/submit', { 'content-length': String(MOST_BYTES + 1) })).toBe(413);
	expect(refusedBody('POST', '/ar/office/accounts?/create', { 'content-length': '1e9' })).toBe(413);
	expect(refusedBody('POST', '/ar/office/import/uploads', { 'transfer-encoding': 'chunked' })).toBe(411);
});
