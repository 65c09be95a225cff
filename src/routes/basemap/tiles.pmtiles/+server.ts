import { error, type RequestHandler } from '@sveltejs/kit';
import { basemapSetting } from '#lib/server/basemap.ts';
import { fileParts } from '#lib/server/http/file-parts.ts';

/** The tiles of the basemap of this installation, in parts; nothing where it has none, or where its style is another house's. */
export const GET: RequestHandler = ({ request, url }) => {
	const setting = basemapSetting();
	if (setting?.kind !== 'pmtiles') error(404);
	return fileParts(setting.file, request, url.searchParams.get('v'), 'application/vnd.pmtiles');
};
export const HEAD = GET;
