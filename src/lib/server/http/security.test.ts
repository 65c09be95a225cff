import { expect, it } from 'vitest';
import { handlerHeaders } from './security.ts';

it('a page gets every security header, and so does what might be opened as one', () => {
	for (const url of ['/', '/mark.svg', '/xx', '/_app/version.json', '']) {
		expect(Object.keys(handlerHeaders(url)).sort()).toEqual([
			'cross-origin-opener-policy',
			'permissions-policy',
			'referrer-policy',
			'x-content-type-options'
		]);
	}
});

it('a script, a style sheet or a font of the build keeps to the type it says, and carries no words for pages', () => {
	expect(handlerHeaders('/_app/immutable/chunks/abc.js')).toEqual({ 'x-content-type-options': 'nosniff' });
});
