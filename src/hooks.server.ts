import { error, type Handle, type RequestEvent, type ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { languageOf } from '#lib/core/text/text.ts';
import { directionOf } from '#lib/i18n/locales.ts';
import { cookieManner, cookieName } from '#lib/server/account/cookie.ts';
import { isPrivate } from '#lib/server/account/private-address.ts';
import { isSameOrigin } from '#lib/server/account/same-origin.ts';
import { visitOf } from '#lib/server/account/visit.ts';
import { currentApp, openApp } from '#lib/server/app.ts';
import { cameByTls, HSTS, SECURITY_HEADERS } from '#lib/server/http/security.ts';

/** Opens the releases and the living store once, before the first request; a server without data does not start. */
export const init: ServerInit = async () => {
	if (building) return;
	const { FURAS_DATA: data = 'data/built', FURAS_STORE: store = 'data/living', ORIGIN: origin = null } = process.env;
	await openApp({ data, store, origin });
};

/** Puts language and direction of the address into the page, Arabic where it names none, and the security headers on every answer. */
export const handle: Handle = async ({ event, resolve }) => {
	const language = languageOf(event.params.lang);
	event.locals.account = null;
	event.locals.ended = false;
	const isOurs = isPrivate(event.url.pathname);
	if (isOurs) await recognise(event);
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', language).replace('%dir%', directionOf(language))
	});
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
	if (isOurs) response.headers.set('cache-control', 'no-store');
	if (cameByTls(event.request.headers.get('x-forwarded-proto') ?? undefined)) response.headers.set(HSTS.name, HSTS.value);
	return response;
};

/** Finds out who is signed in, on the addresses whose answer depends on it; the API does so itself. */
async function recognise(event: RequestEvent): Promise<void> {
	const { cookies, locals, request, url } = event;
	if (url.pathname.startsWith('/api/')) return;
	if (!isSameOrigin(request, url.origin)) error(403, 'foreign origin');
	const secure = url.protocol === 'https:';
	const visit = await visitOf(currentApp().living, cookies.get(cookieName(secure)) ?? null);
	locals.account = visit.account;
	locals.ended = visit.stale;
	if (visit.renewed) cookies.set(cookieName(secure), visit.renewed, cookieManner(secure));
	if (visit.stale) cookies.delete(cookieName(secure), cookieManner(secure));
}
