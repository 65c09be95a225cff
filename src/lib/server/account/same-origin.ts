const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something for who is signed in: a reading method may always come; any other must say that a page of this
 * origin sent it. A browser always says so; a program that carries a session says it too.
 */
export function isSameOrigin(request: Request, origin: string): boolean {
	if (SAFE.has(request.method)) return true;
	const site = request.headers.get('sec-fetch-site');
	if (site !== null && site !== 'same-origin') return false;
	return request.headers.get('origin') === origin;
}
