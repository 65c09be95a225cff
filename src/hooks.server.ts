import { error, type Handle, type RequestEvent, type ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { languageOf } from '#lib/core/text/text.ts';
import { directionOf } from '#lib/i18n/locales.ts';
import { cookieManner, cookieName } from '#lib/server/account/cookie.ts';
import { isPrivate } from '#lib/server/account/private-address.ts';
import { isSameOrigin } from '#lib/server/account/same-origin.ts';
import { visitOf } from '#lib/server/account/visit.ts';
import { currentApp, openApp } from '#lib/server/app.ts';
import { basemapSetting, openBasemap } from '#lib/server/basemap.ts';
import { isEmbed, pagePolicy, showsBasemap } from '#lib/server/http/page-policy.ts';
import { cameByTls, HSTS, SECURITY_HEADERS } from '#lib/server/http/security.ts';

/** Opens the releases and the living store once, before the first request; a server without data does not start. */
export const init: ServerInit = async () => {
	if (building) return;
	const { FURAS_DATA: data = 'data/built', FURAS_STORE: store = 'data/living', ORIGIN: origin = null } = process.env;
	openBasemap(process.env['FURAS_BASEMAP']);
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
		transformPageChunk: ({ html }) => html.replace('%lang%', language).replace('%dir%"', `${directionOf(language)}"${themeAsked(event)}`)
	});
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
	if (isOurs) response.headers.set('cache-control', 'no-store');
	openPolicy(event.url.pathname, response.headers);
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

/** Lets a page be framed by others, or ask the origin of the basemap, where that is what it is for. */
function openPolicy(path: string, headers: Headers): void {
	const policy = headers.get('content-security-policy');
	if (policy === null) return;
	const setting = showsBasemap(path) ? basemapSetting() : null;
	const origin = setting?.kind === 'style' ? setting.origin : null;
	headers.set('content-security-policy', pagePolicy(policy, { anyFrame: isEmbed(path), origin }));
}

/** The appearance that a page in a frame was asked for, as an attribute; the page of a reader follows the reader. */
function themeAsked({ url }: RequestEvent): string {
	const theme = isEmbed(url.pathname) ? url.searchParams.get('theme') : null;
	return theme === 'light' || theme === 'dark' ? ` data-theme="${theme}"` : '';
}
