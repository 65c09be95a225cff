import { error, type RequestHandler } from '@sveltejs/kit';
import { currentApp } from '#lib/server/app.ts';

/** A built file of a release in development; in production scripts/serve.ts answers before Kit is asked. */
export const GET: RequestHandler = async ({ url }) => {
	const file = await currentApp().file(url.pathname);
	if (!file) error(404);
	return new Response(new Uint8Array(file.bytes), { headers: { ...file.headers, ...(file.etag ? { etag: file.etag } : {}) } });
};
