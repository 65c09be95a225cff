import { expect, test } from 'vitest';
import { isEmbed, pagePolicy, showsBasemap } from './page-policy.ts';

const KIT = "default-src 'self'; img-src 'self' data:; script-src 'self' 'sha256-x'; base-uri 'self'; frame-ancestors 'self'";

test('a page is framed by ourselves alone, unless it is made for the frames of others', () => {
	expect(pagePolicy(KIT, { anyFrame: false, origin: null })).toBe(KIT);
	expect(pagePolicy(KIT, { anyFrame: true, origin: null })).toBe(KIT.replace("frame-ancestors 'self'", 'frame-ancestors *'));
});

test('a configured basemap opens its own origin for tiles and pictures, and nothing else', () => {
	const policy = pagePolicy(KIT, { anyFrame: false, origin: 'https://tiles.example' });
	expect(policy).toContain("img-src 'self' data: https://tiles.example;");
	expect(policy).toContain("connect-src 'self' https://tiles.example");
	expect(policy.replaceAll('https://tiles.example', '')).not.toMatch(/https?:/);
	expect(policy).toContain("script-src 'self' 'sha256-x'");
});

test.each([
	['/ar/embed', true, true],
	['/fr/embed/', true, true],
	['/ar/embedded', false, false],
	['/ar/workspace', false, true],
	['/ar', false, false],
	['/xx/embed', false, false]
])('%s: made for frames %s, shows a basemap %s', (path, framed, basemap) => {
	expect([isEmbed(path), showsBasemap(path)]).toEqual([framed, basemap]);
});
