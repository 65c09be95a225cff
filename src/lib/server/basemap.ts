import { statSync } from 'node:fs';
import { markOf } from './http/file-parts.ts';

/** The basemap of an installation as `FURAS_BASEMAP` names it. */
export type BasemapSetting =
	{ readonly kind: 'pmtiles'; readonly file: string } | { readonly kind: 'style'; readonly url: string; readonly origin: string };

/** Where the tiles of a file of our own are served. */
export const TILES_ADDRESS = '/basemap/tiles.pmtiles';

/** What a setting means: nothing for none, a file for a path, a style for an address. Throws a sentence for what cannot be used. */
export function readBasemapSetting(setting: string | undefined): BasemapSetting | null {
	const text = setting?.trim() ?? '';
	if (text === '') return null;
	if (/^https?:\/\//i.test(text)) return styleAt(text);
	if (!text.toLowerCase().endsWith('.pmtiles'))
		throw new Error(`FURAS_BASEMAP must be the path of a .pmtiles file or the address of a style, got "${text}".`);
	if (!statSync(text, { throwIfNoEntry: false })?.isFile()) throw new Error(`FURAS_BASEMAP names the file "${text}", which is not there.`);
	return { kind: 'pmtiles', file: text };
}

function styleAt(text: string): BasemapSetting {
	const url = URL.parse(text);
	// An origin goes into the policy of pages as it is: letters, digits and dots only, which is all a host name has.
	if (!url || !/^https?:\/\/([\w.-]+|\[[\da-f:]+\])(:\d+)?$/i.test(url.origin) || url.username !== '')
		throw new Error(`FURAS_BASEMAP must be the path of a .pmtiles file or the address of a style, got "${text}".`);
	return { kind: 'style', url: url.href, origin: url.origin };
}

let setting: BasemapSetting | null = null;

/** Takes the setting of this installation, once, before the first request. */
export function openBasemap(text: string | undefined): void {
	setting = readBasemapSetting(text);
}

/** The setting of this installation; null where it has no basemap. */
export const basemapSetting = (): BasemapSetting | null => setting;

/** What a page is told of the basemap; null where there is none. The address of a file names the very file that lies there now. */
export function basemapOf(): { readonly kind: BasemapSetting['kind']; readonly address: string } | null {
	if (setting === null) return null;
	if (setting.kind === 'style') return { kind: 'style', address: setting.url };
	const stats = statSync(setting.file, { throwIfNoEntry: false });
	return stats ? { kind: 'pmtiles', address: `${TILES_ADDRESS}?v=${markOf(stats)}` } : null;
}
