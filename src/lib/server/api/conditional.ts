import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { holds } from '../http/negotiate.ts';

/** An answer without a pinned release changes with the next release, so that it is asked for again after a minute. */
const CACHE_CONTROL = 'public, max-age=60, must-revalidate';

/**
 * Gives every good answer a strong ETag from its bytes, and answers 304 without a body to a client that holds them.
 * From the bytes and not from release and address: a corrected server must not confirm what an older one answered.
 */
export const conditional: MiddlewareHandler = async (c, next) => {
	await next();
	if (c.req.method === 'POST') {
		// What somebody told of themselves is answered and forgotten, on the way too.
		c.res.headers.set('cache-control', 'no-store');
		return;
	}
	if (c.res.status !== 200 || c.res.headers.get('cache-control') === 'no-store') return;
	const bytes = new Uint8Array(await c.res.arrayBuffer());
	const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
	const headers = new Headers(c.res.headers);
	headers.set('etag', etag);
	headers.set('cache-control', CACHE_CONTROL);
	c.res = undefined;
	if (!holds(c.req.header('if-none-match'), etag)) {
		c.res = new Response(bytes, { status: 200, headers });
		return;
	}
	headers.delete('content-type');
	headers.delete('content-length');
	c.res = new Response(null, { status: 304, headers });
};
