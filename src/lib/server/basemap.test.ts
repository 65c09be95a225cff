import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { basemapOf, openBasemap, readBasemapSetting } from './basemap.ts';

const folder = mkdtempSync(join(tmpdir(), 'furas-basemap-'));
const file = join(folder, 'morocco.pmtiles');
writeFileSync(file, 'one');
afterAll(() => {
	openBasemap(undefined);
	rmSync(folder, { recursive: true });
});

test('nothing set means no basemap and no address', () => {
	for (const none of [undefined, '', '  ']) expect(readBasemapSetting(none)).toBeNull();
	openBasemap(undefined);
	expect(basemapOf()).toBeNull();
});

test('a file is served by ourselves, under an address that changes with the file', () => {
	openBasemap(file);
	const first = basemapOf()!;
	expect(first).toEqual({ kind: 'pmtiles', address: expect.stringMatching(/^\/basemap\/tiles[.]pmtiles\?v=[\w-]{16}$/) });
	writeFileSync(file, 'another one');
	expect(basemapOf()!.address).not.toBe(first.address);
});

test('a style keeps its address, and its origin is told for the policy', () => {
	const url = 'https://tiles.example:8443/styles/quiet.json?key=a';
	expect(readBasemapSetting(url)).toEqual({ kind: 'style', url, origin: 'https://tiles.example:8443' });
});

test.each([
	join(folder, 'none.pmtiles'),
	folder,
	'tiles.mbtiles',
	'https://',
	'https://who:word@tiles.example/style.json',
	"https://tiles.example;script-src'*'/style.json",
	'ftp://tiles.example/x'
])('«%s» is refused in one sentence', (text) => expect(() => readBasemapSetting(text)).toThrow(/^FURAS_BASEMAP .*[.]$/));
